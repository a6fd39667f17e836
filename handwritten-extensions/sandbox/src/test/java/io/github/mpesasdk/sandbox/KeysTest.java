package io.github.mpesasdk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each market of each sandbox has a key of its own, so that a key used in the wrong place is noticed. */
class KeysTest {

    @Test
    void noTwoMarketsAndNoTwoSandboxesShareAKey() throws GeneralSecurityException {
        Set<RSAPublicKey> keys = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            try (Sandbox sandbox = Sandbox.start()) {
                keys.add(key(sandbox.vodacom().publicKeyBase64()));
                keys.add(key(sandbox.mozambique().publicKeyBase64()));
                keys.add(certified(sandbox.kenya().certificatePem()));
            }
        }
        assertEquals(9, keys.size());
        keys.forEach(key -> assertEquals(2048, key.getModulus().bitLength()));
    }

    private static RSAPublicKey key(String base64) throws GeneralSecurityException {
        X509EncodedKeySpec encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
        return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(encoded);
    }

    private static RSAPublicKey certified(String pem) throws GeneralSecurityException {
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        certificate.verify(certificate.getPublicKey());
        return (RSAPublicKey) certificate.getPublicKey();
    }
}
