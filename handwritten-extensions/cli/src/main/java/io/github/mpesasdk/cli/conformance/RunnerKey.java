package io.github.mpesasdk.cli.conformance;

import io.github.mpesasdk.sandbox.tls.CertificateDraft;
import io.github.mpesasdk.sandbox.tls.Pem;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Cipher;

/** A key pair made for one run: what a client encrypts under it, only the judge can read. */
final class RunnerKey {

    private static final String NAME = "CN=mpesa-conformance";

    private final KeyPair pair;

    RunnerKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has RSA", impossible);
        }
    }

    /** As the portals of the Vodacom APIs show it: base64 on one line. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** As Safaricom gives it: a certificate in PEM. */
    String certificate() {
        Instant now = Instant.now();
        CertificateDraft draft = new CertificateDraft(
                NAME, BigInteger.ONE, pair.getPublic(), now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)));
        try {
            return Pem.certificate(draft.signed(NAME, pair.getPrivate()));
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("every Java signs with RSA", impossible);
        }
    }

    /** Whether a text is the encryption of this secret. */
    boolean hides(String secret, String encrypted) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.DECRYPT_MODE, pair.getPrivate());
            byte[] plain = cipher.doFinal(Base64.getDecoder().decode(encrypted));
            return new String(plain, StandardCharsets.UTF_8).equals(secret);
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return false;
        }
    }
}
