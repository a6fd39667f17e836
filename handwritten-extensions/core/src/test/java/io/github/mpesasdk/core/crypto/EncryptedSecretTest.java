package io.github.mpesasdk.core.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.InvalidInputException;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EncryptedSecretTest {

    private final EncryptionKey key = PublicKeys.read(TestKeys.RSA.getPublic().getEncoded());

    @Test
    void oneTextServesAllWhoAskAtOnce() throws GeneralSecurityException {
        EncryptedSecret secret = EncryptedSecret.of(key, "s3cret", "initiator password");

        Set<String> texts = IntStream.range(0, 50)
                .parallel()
                .mapToObj(caller -> secret.text())
                .collect(Collectors.toSet());

        assertEquals(1, texts.size());
        assertEquals("s3cret", EncryptionKeyTest.decrypted(secret.text()));
    }

    @Test
    void anInterruptedCallerGetsItAndStaysInterrupted() throws GeneralSecurityException {
        Thread.currentThread().interrupt();

        String text = EncryptedSecret.of(key, "s3cret", "initiator password").text();

        assertTrue(Thread.interrupted());
        assertEquals("s3cret", EncryptionKeyTest.decrypted(text));
    }

    @Test
    void whatCannotBeEncryptedIsRefusedAtOnceInTheCallersWord() {
        InvalidInputException refused = assertThrows(
                InvalidInputException.class, () -> EncryptedSecret.of(key, "s3cret".repeat(41), "initiator password"));

        assertTrue(refused.getMessage().contains("initiator password must have 1 to 245 bytes"), refused.getMessage());
        assertFalse(refused.getMessage().contains("s3cret"));
        assertFalse(EncryptedSecret.of(key, "s3cret", "apiKey").toString().contains("s3cret"));
    }
}
