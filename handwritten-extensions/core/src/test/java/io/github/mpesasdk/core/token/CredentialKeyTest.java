package io.github.mpesasdk.core.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CredentialKeyTest {

    @Test
    void theSameCredentialHasTheSameKey() {
        assertEquals(
                CredentialKey.of("kenya", "h:443", "key", "secret"),
                CredentialKey.of("kenya", "h:443", "key", "secret"));
    }

    @Test
    void everyPartKeepsTwoCredentialsApart() {
        List<String> keys = List.of(
                CredentialKey.of("kenya", "h:443", "key", "secret"),
                CredentialKey.of("kenya", "h:443", "key", "other"),
                CredentialKey.of("kenya", "h:443", "keys", "ecret"),
                CredentialKey.of("kenya", "h:443", "keysecret"),
                CredentialKey.of("kenya", "h:443", "key", "secret", ""),
                CredentialKey.of("kenya", "h:80", "key", "secret"),
                CredentialKey.of("drc", "h:443", "key", "secret"));

        assertEquals(keys.size(), Set.copyOf(keys).size());
    }

    @Test
    void holdsNothingSecret() {
        String key = CredentialKey.of("kenya", "h:443", "consumer", "secret");

        assertTrue(key.startsWith("kenya/h:443/"));
        assertFalse(key.contains("consumer") || key.contains("secret"));
    }
}
