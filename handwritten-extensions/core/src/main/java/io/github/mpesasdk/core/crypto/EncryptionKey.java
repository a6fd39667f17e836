package io.github.mpesasdk.core.crypto;

import io.github.mpesasdk.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.encodings.PKCS1Encoding;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.jspecify.annotations.Nullable;

/** An operator's public key: encrypts secrets for it with RSA, PKCS#1 v1.5. Immutable and thread-safe. */
public final class EncryptionKey {

    // PKCS#1 v1.5 takes eleven bytes of every block for its padding.
    private static final int PADDING_BYTES = 11;

    private final RSAKeyParameters key;
    private final @Nullable CertificateFacts certificate;

    EncryptionKey(RSAKeyParameters key, @Nullable CertificateFacts certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /**
     * Encrypts the UTF-8 bytes of a secret. The result differs each time, for the padding is random.
     *
     * @return base64 on one line; 344 characters for a key of 2048 bits
     * @throws InvalidInputException if the secret is empty or too long for the key
     */
    public String encrypt(String secret) {
        byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
        int longest = (key.getModulus().bitLength() + 7) / 8 - PADDING_BYTES;
        if (plain.length == 0 || plain.length > longest) {
            throw new InvalidInputException("The secret", "secret", "must have 1 to " + longest + " bytes in UTF-8");
        }
        PKCS1Encoding cipher = new PKCS1Encoding(new RSAEngine());
        cipher.init(true, key);
        try {
            return Base64.getEncoder().encodeToString(cipher.processBlock(plain, 0, plain.length));
        } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException("RSA takes any block of a permitted length", impossible);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** Size of the modulus in bits. */
    public int bits() {
        return key.getModulus().bitLength();
    }

    /** What its certificate says, if it came in one. */
    public Optional<CertificateFacts> certificate() {
        return Optional.ofNullable(certificate);
    }

    @Override
    public String toString() {
        return "EncryptionKey[RSA " + bits() + " bits"
                + certificate().map(facts -> ", " + facts).orElse("") + "]";
    }
}
