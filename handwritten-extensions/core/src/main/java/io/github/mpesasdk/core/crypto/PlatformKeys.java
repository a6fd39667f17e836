package io.github.mpesasdk.core.crypto;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads ordinary keys and certificates with what the platform has, for Bouncy Castle's first use takes half a second: a
 * client can be built without it. What is not ordinary is for {@link KeyDer}, which also says what is wrong with it.
 */
final class PlatformKeys {

    private static final int SMALLEST_PRIME = 3;
    private static final int PRIMES_END = 1000;
    private static final BigInteger SMALL_PRIMES = smallPrimes();

    private PlatformKeys() {}

    /** The key of a DER; empty if it is not an ordinary one. */
    static Optional<EncryptionKey> read(byte[] der) {
        RSAPublicKey certified = ofCertificate(der);
        RSAPublicKey key = certified == null ? ofInfo(der) : certified;
        return Optional.ofNullable(key)
                .filter(PlatformKeys::isOrdinary)
                .map(found -> new EncryptionKey(
                        found.getModulus(), found.getPublicExponent(), certified == null ? null : der.clone()));
    }

    private static @Nullable RSAPublicKey ofCertificate(byte[] der) {
        try {
            ByteArrayInputStream in = new ByteArrayInputStream(der);
            var certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
            return in.available() == 0 && certificate.getPublicKey() instanceof RSAPublicKey key ? key : null;
        } catch (GeneralSecurityException | RuntimeException none) {
            return null;
        }
    }

    private static @Nullable RSAPublicKey ofInfo(byte[] der) {
        try {
            var key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
            return key instanceof RSAPublicKey rsa ? rsa : null;
        } catch (GeneralSecurityException | RuntimeException none) {
            return null;
        }
    }

    private static boolean isOrdinary(RSAPublicKey key) {
        BigInteger modulus = key.getModulus();
        // A key for signatures of another kind has another name. Whether the modulus is a prime is not asked: no damage
        // makes one, but once in a thousand times, and it would take as long as all else that builds a client.
        return key.getAlgorithm().equals("RSA")
                && KeySize.isUsual(modulus)
                && KeySize.isUsable(key.getPublicExponent())
                && modulus.testBit(0)
                && modulus.gcd(SMALL_PRIMES).equals(BigInteger.ONE);
    }

    private static BigInteger smallPrimes() {
        BigInteger product = BigInteger.ONE;
        for (int number = SMALLEST_PRIME; number < PRIMES_END; number += 2) {
            BigInteger next = BigInteger.valueOf(number);
            product = product.gcd(next).equals(BigInteger.ONE) ? product.multiply(next) : product;
        }
        return product;
    }
}
