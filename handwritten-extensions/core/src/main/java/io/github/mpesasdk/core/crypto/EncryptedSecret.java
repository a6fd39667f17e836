package io.github.mpesasdk.core.crypto;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A secret as an operator takes it: encrypted once, on a thread of its own, so that the first call of a process need
 * not wait for the classes of a cipher. Thread-safe; {@code toString} hides it.
 */
public final class EncryptedSecret {

    private final FutureTask<String> text;

    private EncryptedSecret(FutureTask<String> text) {
        this.text = text;
    }

    /**
     * Begins to encrypt.
     *
     * @param word names the secret in messages
     * @throws InvalidInputException if the secret is empty or too long for the key
     */
    public static EncryptedSecret of(EncryptionKey key, String secret, String word) {
        key.requireFitting(secret, word);
        FutureTask<String> text = new FutureTask<>(() -> key.encrypt(secret));
        Thread thread = new Thread(text, "mpesa-encryption");
        thread.setDaemon(true);
        thread.start();
        return new EncryptedSecret(text);
    }

    /** Base64 on one line. */
    public String text() {
        // Does nothing if the thread has begun; if it has not, nobody waits for it.
        text.run();
        boolean wasInterrupted = false;
        try {
            while (true) {
                try {
                    return text.get();
                } catch (InterruptedException interrupted) {
                    // It takes milliseconds, and what is to be stopped is what comes after it.
                    wasInterrupted = true;
                }
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof MpesaException known
                    ? known
                    : new IllegalStateException("a fitting secret can be encrypted", failed.getCause());
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public String toString() {
        return "EncryptedSecret[***]";
    }
}
