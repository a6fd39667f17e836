package io.github.mpesasdk.core.settings;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentVariablesTest {

    private static final byte[] KEY = newKey();

    @TempDir
    private Path folder = Path.of("");

    private static byte[] newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair().getPublic().getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static EnvironmentVariables tanzania(String publicKey) {
        return EnvironmentVariables.of("tanzania", Map.of("MPESA_TANZANIA_PUBLIC_KEY", publicKey));
    }

    @Test
    void aSettingIsNamedAfterItsMarket() {
        EnvironmentVariables variables = EnvironmentVariables.of(
                "kenya", Map.of("MPESA_KENYA_CONSUMER_KEY", " key ", "MPESA_TANZANIA_API_KEY", "other"));

        assertEquals(Optional.of(" key "), variables.text("consumer-key"));
        assertEquals(Optional.empty(), variables.text("api-key"), "the key of one market is never used for another");
        assertEquals("MPESA_DRC_OPENAPI_API_KEY", EnvironmentVariables.nameOf("drc-openapi", "api-key"));
        assertEquals("EnvironmentVariables[kenya]", variables.toString());
    }

    @Test
    void allThatIsMissingIsNamedAtOnce() {
        EnvironmentVariables variables = EnvironmentVariables.of(
                "kenya", Map.of("MPESA_KENYA_CONSUMER_KEY", "key", "MPESA_KENYA_CONSUMER_SECRET", "  "));

        InvalidInputException missing = assertThrows(
                InvalidInputException.class, () -> variables.require("consumer-key", "consumer-secret", "passkey"));

        assertEquals(
                "The environment is not valid, nothing was sent: MPESA_KENYA_CONSUMER_SECRET is not set;"
                        + " MPESA_KENYA_PASSKEY is not set",
                missing.getMessage());
        assertDoesNotThrow(() -> variables.require("consumer-key"));
    }

    @Test
    void aPublicKeyIsThereOrInAFileOrNowhere() throws IOException {
        Path text =
                Files.writeString(folder.resolve("key.txt"), Base64.getEncoder().encodeToString(KEY) + "\n");
        Path binary = Files.write(folder.resolve("key.der"), KEY);

        for (String value : new String[] {
            Base64.getEncoder().encodeToString(KEY), "@" + text, text.toString(), "@" + binary, " " + binary + " "
        }) {
            assertEquals(
                    2048, tanzania(value).publicKey("public-key").orElseThrow().bits());
        }
        assertEquals(Optional.empty(), tanzania(" ").publicKey("public-key"));
    }

    @Test
    void whatIsWrongWithAKeyIsToldByTheNameOfItsVariable() throws IOException {
        Path html = Files.writeString(folder.resolve("s3cret.pem"), "<html>s3cret</html>");

        assertRefused("names a file that does not exist", "@" + folder.resolve("s3cret"));
        assertRefused(
                "names a file that does not exist", folder.resolve("s3cret.cer").toString());
        assertRefused("names a file that does not exist", "@s3cret\0");
        assertRefused("names a folder instead of a file", "@" + folder);
        assertRefused("looks like an HTML or XML page", html.toString());
        assertRefused("looks like an API key", "s3cretk9Zt0aB3kd8Wqk2LmPz4xYv7Tn");
    }

    private static void assertRefused(String rule, String value) {
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> tanzania(value).publicKey("public-key"));

        assertTrue(error.getMessage().contains("MPESA_TANZANIA_PUBLIC_KEY " + rule), error.getMessage());
        assertFalse(error.getMessage().contains("s3cret"), error.getMessage());
    }
}
