package io.github.mpesasdk.core.memory;

import io.github.mpesasdk.runtime.Spare;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What is remembered of a message: short, and the same for no other message. */
public final class Fingerprint {

    private static final int BYTES = 16;
    private static final Spare<MessageDigest> SHA256 = new Spare<>(Fingerprint::sha256);

    private Fingerprint() {}

    /** 32 hexadecimal digits. */
    public static String of(String message) {
        MessageDigest sha256 = SHA256.take();
        byte[] digest = sha256.digest(message.getBytes(StandardCharsets.UTF_8));
        SHA256.give(sha256);
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
