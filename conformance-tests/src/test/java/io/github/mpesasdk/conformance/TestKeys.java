package io.github.mpesasdk.conformance;

import io.github.mpesasdk.core.crypto.EncryptionKey;
import io.github.mpesasdk.core.crypto.PublicKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import javax.crypto.Cipher;

/** A key pair made for one run: what the SDK encrypts under it, only the harness can read. */
final class TestKeys {

    private final KeyPair pair;

    TestKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has RSA", impossible);
        }
    }

    EncryptionKey encryptionKey() {
        return PublicKeys.read(pair.getPublic().getEncoded());
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
