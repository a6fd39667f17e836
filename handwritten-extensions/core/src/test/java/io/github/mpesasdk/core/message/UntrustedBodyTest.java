package io.github.mpesasdk.core.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.UnreadableBodyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UntrustedBodyTest {

    private static UnreadableBodyException unreadable(String text) {
        return assertThrows(UnreadableBodyException.class, () -> UntrustedBody.of("kenya", text)
                .json());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~ ~                       | it is empty",
                "~  <html>502</html>~      | it is HTML or XML, not JSON",
                "[1]                       | it is not one JSON object",
                "~{} {}~                   | it is not",
                "{\"a\":                   | it is not JSON"
            })
    void anythingButOneObjectIsUnreadableAndTheReasonSaysWhy(String text, String reason) {
        assertTrue(
                unreadable(text).getMessage().contains(reason), unreadable(text).getMessage());
        assertTrue(unreadable(text).getMessage().contains("kenya"));
    }

    @Test
    void aHugeBodyIsNotEvenKept() {
        UnreadableBodyException error = unreadable("{\"a\":\"" + "x".repeat(1 << 20) + "\"}");

        assertTrue(error.getMessage().contains("larger than a megabyte"));
        assertTrue(error.rawBody().isEmpty());
    }

    @Test
    void oneObjectIsRead() {
        UntrustedBody body = UntrustedBody.of("kenya", " {\"a\":\"x\"}\n");

        assertEquals("x", body.json().get("a").getAsString());
    }
}
