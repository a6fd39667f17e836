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

/**
 * A key pair of this process, made when it is first needed: what a client encrypts under it, only the judge can read.
 * Its certificate is good for a day.
 */
final class RunnerKey {

    private static final String NAME = "CN=mpesa-conformance";

    private RunnerKey() {}

    /** Apart, so that a run which only decodes does not wait for it. */
    private static final class Made {

        static final KeyPair PAIR = pair();
        static final String CERTIFICATE = certificate();

        private static KeyPair pair() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                return generator.generateKeyPair();
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("every Java has RSA", impossible);
            }
        }

        private static String certificate() {
            Instant now = Instant.now();
            CertificateDraft draft = new CertificateDraft(
                    NAME,
                    BigInteger.ONE,
                    PAIR.getPublic(),
                    now.minus(Duration.ofDays(1)),
                    now.plus(Duration.ofDays(1)));
            try {
                return Pem.certificate(draft.signed(NAME, PAIR.getPrivate()));
            } catch (GeneralSecurityException | IOException impossible) {
                throw new IllegalStateException("every Java signs with RSA", impossible);
            }
        }
    }

    /** As the portals of the Vodacom APIs show it: base64 on one line. */
    static String publicKey() {
        return Base64.getEncoder().encodeToString(Made.PAIR.getPublic().getEncoded());
    }

    /** As Safaricom gives it: a certificate in PEM. */
    static String certificate() {
        return Made.CERTIFICATE;
    }

    /** Whether a text is the encryption of this secret. */
    static boolean hides(String secret, String encrypted) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.DECRYPT_MODE, Made.PAIR.getPrivate());
            byte[] plain = cipher.doFinal(Base64.getDecoder().decode(encrypted));
            return new String(plain, StandardCharsets.UTF_8).equals(secret);
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return false;
        }
    }
}
