package io.github.mpesasdk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each market has a key of its own, so that a key used in the wrong place is noticed; a seed always has the same. */
class KeysTest {

    @Test
    void noTwoMarketsAndNoTwoSeedsShareAKey() throws GeneralSecurityException {
        Set<RSAPublicKey> keys = new HashSet<>();
        for (String seed : List.of("one", "two")) {
            keys.addAll(keys(Sandbox.builder().seed(seed)));
        }
        assertEquals(6, keys.size());
        keys.forEach(key -> assertEquals(2048, key.getModulus().bitLength()));
        assertEquals(keys, keys(Sandbox.builder().seed("one"), Sandbox.builder().seed("two")));
    }

    @Test
    void aKeyOfOnesOwnTakesThePlaceOfTheDrawnOne() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        SandboxBuilder builder =
                Sandbox.builder().credential("vodacom.privateKey", pem).credential("kenya.privateKey", pem);
        try (Sandbox sandbox = builder.start()) {
            assertEquals(pair.getPublic(), key(sandbox.vodacom().publicKeyBase64()));
            assertEquals(pair.getPublic(), certified(sandbox.kenya().certificatePem()));
        }
        SandboxBuilder wrong = Sandbox.builder().credential("vodacom.privateKey", "none");
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, wrong::start).getMessage());
        assertTrue(message.contains("vodacom.privateKey"), message);
        assertFalse(message.contains("none"), message);
    }

    private static Set<RSAPublicKey> keys(SandboxBuilder... builders) throws GeneralSecurityException {
        Set<RSAPublicKey> keys = new HashSet<>();
        for (SandboxBuilder builder : builders) {
            try (Sandbox sandbox = builder.start()) {
                keys.add(key(sandbox.vodacom().publicKeyBase64()));
                keys.add(key(sandbox.mozambique().publicKeyBase64()));
                keys.add(certified(sandbox.kenya().certificatePem()));
            }
        }
        return keys;
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
