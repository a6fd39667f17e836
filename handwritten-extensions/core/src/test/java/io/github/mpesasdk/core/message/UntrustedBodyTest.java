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
                "~  <html>502</html>~      | it is an HTML page",
                "<a/>                      | it is XML",
                "~Too many requests~       | it is plain text",
                "[1]                       | it is a JSON array",
                "~a=1&b=2~                 | it is an HTML form",
                "~{} {}~                   | it is more than one JSON object",
                "{\"a\":                   | it is broken JSON, or cut short",
                "~{} and so on~            | it is a JSON object with text behind it",
                "~{\"a\":1,\"a\":2}~       | it is JSON that has one key twice, so it can be read in two ways",
                "~{\"b\":[{\"a\":1,\"\\u0061\":2}]}~ | it is JSON that has one key twice"
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

    @Test
    void whatAProgramPrintedWithSingleQuotesIsReadForPeopleOnly() {
        UntrustedBody body = UntrustedBody.of("kenya", "{'code': '400', 'words': 'it says \"no\"'}");

        assertEquals("it says \"no\"", body.printedJson().get("words").getAsString());
        assertThrows(UnreadableBodyException.class, body::json);
        assertThrows(UnreadableBodyException.class, () -> UntrustedBody.of("kenya", "{'a': 1, 'a': 2}")
                .printedJson());
    }
}
