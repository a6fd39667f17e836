package io.github.mpesasdk.core.crypto;

import io.github.mpesasdk.InvalidInputException;
import java.nio.charset.StandardCharsets;

/**
 * Reads the public keys that operators hand out, in whatever form they arrive: X.509 certificates and bare keys (X.509
 * or PKCS#1), as PEM, as DER, or as base64 on one line or wrapped. Expired certificates are read too: both of Kenya's
 * live ones are expired. What is no such key is named for what it seems to be; the text itself is never repeated.
 */
public final class PublicKeys {

    // The longest certificates have a few thousand bytes.
    static final int LARGEST = 64 << 10;
    private static final byte DER_SEQUENCE = 0x30;

    private PublicKeys() {}

    /**
     * Reads a key or certificate from text: PEM or base64. A PEM in one line with {@code \n} for its line ends is read
     * too, for that is how it fits into an environment variable.
     *
     * @throws InvalidInputException if it is no RSA public key of at least 2048 bits; says what it seems to be
     */
    public static EncryptionKey read(String text) {
        if (text.length() > LARGEST) {
            throw unreadable("is larger than any key or certificate");
        }
        return ofDer(KeyText.der(text));
    }

    /**
     * The same, refused by the name that the caller has for it.
     *
     * @param input what the key is a part of, for example {@code Daraja.builder()}
     * @param setting the caller's word, for example {@code certificate}
     * @throws InvalidInputException if it is no RSA public key of at least 2048 bits; says what it seems to be
     */
    public static EncryptionKey read(String text, String input, String setting) {
        try {
            return read(text);
        } catch (InvalidInputException unreadable) {
            throw new InvalidInputException(
                    input, setting, unreadable.violations().get(0).rule());
        }
    }

    /**
     * Reads a key or certificate from the bytes of a file: DER, PEM or base64.
     *
     * @throws InvalidInputException if it is no RSA public key of at least 2048 bits; says what it seems to be
     */
    public static EncryptionKey read(byte[] file) {
        boolean binary = file.length > 0 && file[0] == DER_SEQUENCE && file.length <= LARGEST;
        return binary && !isText(file) ? ofDer(file) : read(new String(file, StandardCharsets.ISO_8859_1));
    }

    private static EncryptionKey ofDer(byte[] der) {
        return PlatformKeys.read(der).orElseGet(() -> KeyDer.read(der));
    }

    // 0x30 is also the digit 0, with which a text may begin.
    private static boolean isText(byte[] file) {
        for (byte one : file) {
            if (one < ' ' && one != '\n' && one != '\r' && one != '\t') {
                return false;
            }
        }
        return true;
    }

    static InvalidInputException unreadable(String rule) {
        return new InvalidInputException("The public key", "public key or certificate", rule);
    }
}
