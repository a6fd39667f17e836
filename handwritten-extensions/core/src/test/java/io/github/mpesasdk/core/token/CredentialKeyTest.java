package io.github.mpesasdk.core.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.core.transport.BaseUrl;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CredentialKeyTest {

    private static final BaseUrl H = url("https://h");

    private static BaseUrl url(String address) {
        return BaseUrl.insecure(URI.create(address));
    }

    @Test
    void twoSpellingsOfOneAddressHaveOneKey() {
        String key = CredentialKey.of("kenya", url("https://proxy.example/mpesa"), "key");

        for (String spelling : List.of(
                "https://proxy.example/mpesa/",
                "HTTPS://Proxy.Example:443/mpesa",
                "https://proxy.example/x/../mpesa")) {
            assertEquals(key, CredentialKey.of("kenya", url(spelling), "key"), spelling);
        }
    }

    @Test
    void theWholeAddressKeepsTwoGatewaysBehindOneProxyApart() {
        List<String> keys = Stream.of(
                        "https://proxy.example",
                        "https://proxy.example/a",
                        "https://proxy.example/b",
                        "https://proxy.example/a/b",
                        "http://proxy.example:443/a")
                .map(address -> CredentialKey.of("kenya", url(address), "key"))
                .toList();

        assertEquals(keys.size(), Set.copyOf(keys).size());
        assertTrue(keys.stream().allMatch(key -> key.startsWith("kenya/proxy.example:443/")), "paths can be secret");
    }

    @Test
    void theSameCredentialHasTheSameKey() {
        assertEquals(CredentialKey.of("kenya", H, "key", "secret"), CredentialKey.of("kenya", H, "key", "secret"));
    }

    @Test
    void everyPartKeepsTwoCredentialsApart() {
        List<String> keys = List.of(
                CredentialKey.of("kenya", H, "key", "secret"),
                CredentialKey.of("kenya", H, "key", "other"),
                CredentialKey.of("kenya", H, "keys", "ecret"),
                CredentialKey.of("kenya", H, "keysecret"),
                CredentialKey.of("kenya", H, "key", "secret", ""),
                CredentialKey.of("kenya", url("https://h:80"), "key", "secret"),
                CredentialKey.of("drc", H, "key", "secret"));

        assertEquals(keys.size(), Set.copyOf(keys).size());
    }

    @Test
    void holdsNothingSecret() {
        String key = CredentialKey.of("kenya", H, "consumer", "secret");

        assertTrue(key.startsWith("kenya/h:443/"));
        assertFalse(key.contains("consumer") || key.contains("secret"));
    }
}
