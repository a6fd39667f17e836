package io.github.mpesasdk.core.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionKeyTest {

    private final EncryptionKey key = PublicKeys.read(TestKeys.RSA.getPublic().getEncoded());

    /** What the operator does with it, by another implementation. */
    static String decrypted(String base64) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.DECRYPT_MODE, TestKeys.RSA.getPrivate());
        return new String(cipher.doFinal(Base64.getDecoder().decode(base64)), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "Safe#Word&2026%", "päss wörd"})
    void theOperatorReadsWhatWasEncrypted(String secret) throws GeneralSecurityException {
        String encrypted = key.encrypt(secret);

        assertEquals(secret, decrypted(encrypted));
        assertEquals(344, encrypted.length());
        assertFalse(encrypted.contains("\n"));
    }

    @Test
    void theLongestSecretFillsTheBlock() throws GeneralSecurityException {
        String longest = "a".repeat(256 - 11);

        assertEquals(longest, decrypted(key.encrypt(longest)));
    }

    @Test
    void theSameSecretLooksDifferentEachTime() {
        assertNotEquals(key.encrypt("secret"), key.encrypt("secret"));
    }

    @Test
    void emptyAndOverlongSecretsAreRefusedAndNotQuoted() {
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> key.encrypt("s3cret".repeat(41)));

        assertTrue(error.getMessage().contains("must have 1 to 245 bytes in UTF-8"));
        assertFalse(error.getMessage().contains("s3cret"));
        assertThrows(InvalidInputException.class, () -> key.encrypt(""));
    }

    @Test
    void showsWhatHelpsToTellKeysApart() {
        assertEquals("EncryptionKey[RSA 2048 bits]", key.toString());
        assertTrue(
                PublicKeys.read(TestKeys.certificate(TestKeys.RSA)).toString().contains("gateway.example"));
    }
}
