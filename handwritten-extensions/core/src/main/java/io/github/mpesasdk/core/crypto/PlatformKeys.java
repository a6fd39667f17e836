package io.github.mpesasdk.core.crypto;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads ordinary keys and certificates with what the platform has, for Bouncy Castle's first use takes a fifth of a
 * second: a client can be built without it. What is not ordinary is for {@link KeyDer}, which also says what is wrong
 * with it.
 */
final class PlatformKeys {

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
            // The platform takes no notice of what is behind a key.
            return key instanceof RSAPublicKey rsa && Arrays.equals(key.getEncoded(), der) ? rsa : null;
        } catch (GeneralSecurityException | RuntimeException none) {
            return null;
        }
    }

    private static boolean isOrdinary(RSAPublicKey key) {
        // A key for signatures of another kind has another name.
        return key.getAlgorithm().equals("RSA")
                && KeyRules.isUsual(key.getModulus())
                && KeyRules.isUsable(key.getPublicExponent())
                && KeyRules.isModulus(key.getModulus());
    }
}
