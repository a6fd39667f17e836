package io.github.mpesasdk.sandbox.market;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * The RSA key pair behind which callers hide what only the gateway shall read. Made on first use, because a key pair
 * takes longer than starting the whole server. Safe for use by several threads.
 */
public final class EncryptionKeys {

    private @Nullable KeyPair keys;

    /** The pair, 2048 bits. */
    public synchronized KeyPair pair() {
        if (keys == null) {
            keys = made(Primes.pair());
        }
        return keys;
    }

    private static KeyPair made(Primes.Pair primes) {
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    rsa.generatePublic(new RSAPublicKeySpec(primes.modulus(), Primes.EXPONENT)),
                    rsa.generatePrivate(new RSAPrivateCrtKeySpec(
                            primes.modulus(),
                            Primes.EXPONENT,
                            primes.privateExponent(),
                            primes.p(),
                            primes.q(),
                            primes.exponentP(),
                            primes.exponentQ(),
                            primes.coefficient())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no RSA on this Java", e);
        }
    }

    /** The public key as the portals show it: SubjectPublicKeyInfo in base64, on one line. */
    public String publicKeyBase64() {
        return Base64.getEncoder().encodeToString(pair().getPublic().getEncoded());
    }

    /** What a base64 ciphertext hides, if it was encrypted for us with PKCS 1 version 1.5 padding. */
    public Optional<String> decrypt(String ciphertext) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.DECRYPT_MODE, pair().getPrivate());
            byte[] clear = cipher.doFinal(Base64.getDecoder().decode(ciphertext));
            return Optional.of(new String(clear, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Not encrypted for us: a wrong credential like any other.
            return Optional.empty();
        }
    }
}
