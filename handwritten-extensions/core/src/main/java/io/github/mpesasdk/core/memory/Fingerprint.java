package io.github.mpesasdk.core.memory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What is remembered of a message: short, and the same for no other message. */
public final class Fingerprint {

    private static final int BYTES = 16;
    // Never used: a copy of it costs less than to look for the algorithm again.
    private static final MessageDigest EMPTY = sha256();

    private Fingerprint() {}

    /** 32 hexadecimal digits. */
    public static String of(String message) {
        byte[] digest = empty().digest(message.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }

    private static MessageDigest empty() {
        try {
            return (MessageDigest) EMPTY.clone();
        } catch (CloneNotSupportedException ofThisProvider) {
            return sha256();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
