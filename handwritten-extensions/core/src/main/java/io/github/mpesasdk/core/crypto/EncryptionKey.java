package io.github.mpesasdk.core.crypto;

import io.github.mpesasdk.InvalidInputException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Certificate;
import org.jspecify.annotations.Nullable;

/** An operator's public key: encrypts secrets for it with RSA, PKCS#1 v1.5. Immutable and thread-safe. */
public final class EncryptionKey {

    // PKCS#1 v1.5 takes eleven bytes of every block for its padding.
    private static final int PADDING_BYTES = 11;

    private final BigInteger modulus;
    private final BigInteger exponent;
    private final byte @Nullable [] certificate;

    /** @param certificate the DER that it came in; null for a bare key */
    EncryptionKey(BigInteger modulus, BigInteger exponent, byte @Nullable [] certificate) {
        this.modulus = modulus;
        this.exponent = exponent;
        this.certificate = certificate;
    }

    /**
     * Makes sure that a secret can be encrypted.
     *
     * @param word names the secret in messages
     * @throws InvalidInputException if it is empty or too long for the key
     */
    void requireFitting(String secret, String word) {
        int longest = (modulus.bitLength() + 7) / 8 - PADDING_BYTES;
        int length = secret.getBytes(StandardCharsets.UTF_8).length;
        if (length == 0 || length > longest) {
            throw new InvalidInputException("The " + word, word, "must have 1 to " + longest + " bytes in UTF-8");
        }
    }

    /**
     * Encrypts the UTF-8 bytes of a secret. The result differs each time, for the padding is random.
     *
     * @return base64 on one line; 344 characters for a key of 2048 bits
     * @throws InvalidInputException if the secret is empty or too long for the key
     */
    public String encrypt(String secret) {
        requireFitting(secret, "secret");
        byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
        try {
            return Base64.getEncoder()
                    .encodeToString(PlatformCipher.encrypt(modulus, exponent, plain)
                            .orElseGet(() -> BouncyCipher.encrypt(modulus, exponent, plain)));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** Size of the modulus in bits. */
    public int bits() {
        return modulus.bitLength();
    }

    /** What its certificate says, if it came in one that can be read to its end. */
    public Optional<CertificateFacts> certificate() {
        try {
            return Optional.ofNullable(certificate)
                    .map(Certificate::getInstance)
                    .map(CertificateFacts::of);
        } catch (RuntimeException unreadable) {
            // The platform read its key all the same, and the facts are for diagnosis alone.
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "EncryptionKey[RSA " + bits() + " bits"
                + certificate().map(facts -> ", " + facts).orElse("") + "]";
    }
}
