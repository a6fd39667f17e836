package io.github.mpesasdk.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

    private static String clean(String text, String... secrets) {
        return CleanText.of(text, List.of(secrets));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Duplicate OriginatorConversationID.",
                "[MerchantValidate] - Wrong credentials",
                "Error Occurred - Invalid Access Token - Invalid API call as no apiproduct match found",
                "Bad Request - Invalid BusinessShortCode",
                "The balance is insufficient for the transaction.",
                "Error Occurred: Spike Arrest Violation. Allowed rate 5ps",
                "Unable to lock subscriber, a transaction is already in process for the current subscriber"
            })
    void keepsPlainWords(String text) {
        assertEquals(text, clean(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Error Occurred - Invalid Access Token - xyz            | Error Occurred - Invalid Access Token - ***",
                "INVALID ACCESS TOKEN -lettersOnlyToken                 | INVALID ACCESS TOKEN -***",
                "The number 254708374149 is unknown                     | The number *** is unknown",
                "The number +254 708 374 149 is unknown                 | The number +*** is unknown",
                "The number 0708-374-149 is unknown                     | The number *** is unknown",
                "The number 2547 ***** 126 is unknown                   | The number *** is unknown",
                "Write to jane.doe@shop.example now                     | Write to *** now",
                "Password MTc0Mzc5YmZiMjc5ZjlhYTliZGJjZjE1OA== is wrong | Password *** is wrong",
                "Call https://shop.example/pay/0af3c1d2e4b5968778695a4b | Call https:***"
            })
    void hidesWhatCouldBeSensitive(String text, String expected) {
        assertEquals(expected, clean(text));
    }

    @Test
    void hidesTheSecretsThatItIsTold() {
        assertEquals("Key *** and *** are wrong", clean("Key alpha and beta are wrong", "beta", "alpha", ""));
    }

    @Test
    void hidesTheWholeOfASecretThatContainsAnother() {
        assertEquals("*** is taken", clean("INV-beta-gamma is taken", "beta", "INV-beta-gamma"));
    }

    @Test
    void cutsWhatIsTooLongToRead() {
        String text = clean("word ".repeat(200));

        assertTrue(text.length() < 310);
        assertTrue(text.endsWith("..."));
    }

    @Test
    void aMegabyteOfErrorPageTakesNoTime() {
        String page = "a".repeat(1_000_000) + " secret";

        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertFalse(clean(page, "secret").contains("secret")));
    }
}
