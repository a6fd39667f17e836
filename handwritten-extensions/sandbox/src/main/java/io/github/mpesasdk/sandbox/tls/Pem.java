package io.github.mpesasdk.sandbox.tls;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** DER between two lines that say what it is. */
public final class Pem {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private Pem() {}

    /** A certificate. */
    public static String certificate(byte[] der) {
        return of("CERTIFICATE", der);
    }

    /** A private key in PKCS 8. */
    static String privateKey(byte[] der) {
        return of("PRIVATE KEY", der);
    }

    /**
     * The first block of a text.
     *
     * @throws IllegalArgumentException if there is none
     */
    static byte[] read(String label, String text) {
        Matcher block = Pattern.compile("-----BEGIN " + label + "-----([^-]+)-----END " + label + "-----")
                .matcher(text);
        if (!block.find()) {
            throw new IllegalArgumentException("no " + label + " in PEM");
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }

    private static String of(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(der) + "\n-----END " + label + "-----\n";
    }
}
