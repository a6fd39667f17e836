package io.github.mpesasdk.core.callback;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.runtime.Spare;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that sign callback addresses and ids. Every process with the same key recognises what the others signed; the
 * first key signs, all of them verify, so a key can be changed without losing callbacks on their way. Immutable and
 * thread-safe; {@code toString} hides the keys.
 */
public final class CallbackKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    // What has signed is ready to sign again, which costs less than a key schedule.
    private final List<Spare<Mac>> keys = new ArrayList<>();
    private final boolean lasting;

    private CallbackKeys(List<SecretKeySpec> keys, boolean lasting) {
        for (SecretKeySpec key : keys) {
            this.keys.add(new Spare<>(() -> ready(key)));
        }
        this.lasting = lasting;
    }

    /** Whether they outlive this client, so that what they sign can be registered for good. */
    boolean areLasting() {
        return lasting;
    }

    /** A fresh key that only this client knows: callbacks are recognised as long as it lives. */
    public static CallbackKeys random() {
        byte[] bytes = new byte[SHORTEST];
        RANDOM.nextBytes(bytes);
        return new CallbackKeys(List.of(new SecretKeySpec(bytes, ALGORITHM)), false);
    }

    /**
     * Keys that several processes share.
     *
     * @param texts at least 32 characters each, for example from {@code openssl rand -hex 32}; the first one signs
     * @throws InvalidInputException if one is too short or there is none
     */
    public static CallbackKeys of(List<String> texts) {
        List<SecretKeySpec> keys = new ArrayList<>();
        for (String text : texts) {
            byte[] bytes = text.strip().getBytes(StandardCharsets.UTF_8);
            if (bytes.length < SHORTEST) {
                throw refused();
            }
            keys.add(new SecretKeySpec(bytes, ALGORITHM));
        }
        if (keys.isEmpty()) {
            throw refused();
        }
        return new CallbackKeys(keys, true);
    }

    private static InvalidInputException refused() {
        return new InvalidInputException(
                "The callback key",
                "callbackKey",
                "must have at least " + SHORTEST + " characters that nobody can guess, for example from: openssl rand"
                        + " -hex 32");
    }

    /**
     * The signature of a content by the first key, cut to a length.
     *
     * @param domain what the signature is good for
     */
    byte[] sign(byte[] domain, byte[] content, int length) {
        return Arrays.copyOf(hmac(keys.get(0), domain, content), length);
    }

    /** Whether one of the keys made a signature. */
    boolean verify(byte[] domain, byte[] content, byte[] signature) {
        boolean found = false;
        for (Spare<Mac> key : keys) {
            // No early end: the time must not tell which key it was.
            found |= MessageDigest.isEqual(Arrays.copyOf(hmac(key, domain, content), signature.length), signature);
        }
        return found;
    }

    private static Mac ready(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    private static byte[] hmac(Spare<Mac> key, byte[] domain, byte[] content) {
        Mac mac = key.take();
        mac.update(domain);
        byte[] whole = mac.doFinal(content);
        key.give(mac);
        return whole;
    }

    @Override
    public String toString() {
        return "CallbackKeys[" + keys.size() + "]";
    }
}
