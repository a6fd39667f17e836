package io.github.mpesasdk.sandbox.market;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Bytes that follow from a seed and a name, the same on every machine and Java. Not safe for use by several threads.
 */
final class SeededBytes {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;
    private final byte[] name;
    private int blocks;
    private ByteBuffer left = ByteBuffer.allocate(0);

    SeededBytes(String seed, String name) {
        this.name = name.getBytes(StandardCharsets.UTF_8);
        try {
            mac = Mac.getInstance(ALGORITHM);
            // An empty seed is no key to Java, so the key always has a word before it.
            mac.init(new SecretKeySpec(("mpesa-sandbox:" + seed).getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no " + ALGORITHM + " on this Java", e);
        }
    }

    byte next() {
        if (!left.hasRemaining()) {
            mac.update(name);
            left = ByteBuffer.wrap(mac.doFinal(
                    ByteBuffer.allocate(Integer.BYTES).putInt(blocks++).array()));
        }
        return left.get();
    }

    byte[] next(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = next();
        }
        return bytes;
    }
}
