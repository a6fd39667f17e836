package io.github.mpesasdk.core.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;
import javax.crypto.Cipher;

/**
 * RSA, PKCS#1 v1.5, by the platform's own providers. They are named, so that it does not matter which ones an
 * application has installed, and in which order.
 */
final class PlatformCipher {

    private PlatformCipher() {}

    /** The cipher text; empty where the platform lacks its providers, or does not take the key. */
    static Optional<byte[]> encrypt(BigInteger modulus, BigInteger exponent, byte[] plain) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding", "SunJCE");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    KeyFactory.getInstance("RSA", "SunRsaSign")
                            .generatePublic(new RSAPublicKeySpec(modulus, exponent)));
            // A stranger may have registered under that name: what is no block of this key is no cipher text.
            return Optional.of(cipher.doFinal(plain)).filter(text -> text.length == (modulus.bitLength() + 7) / 8);
        } catch (GeneralSecurityException | RuntimeException without) {
            return Optional.empty();
        }
    }
}
