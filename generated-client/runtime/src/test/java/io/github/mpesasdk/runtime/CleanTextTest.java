package io.github.mpesasdk.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
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
                "Bad Request - Invalid CallBackURL",
                "URL has the word MPESA",
                "400.002.02",
                "500.001.1001: Merchant does not exist",
                "errorCode 404.001.03, Invalid Access Token",
                "Short code 174379 and till 5123456 do not match",
                "Bearer authentication is missing",
                "TP40153: the initiator is not allowed",
                "must be between 10 and 250,000.00",
                "The M-Pesa user \u2018Café\u2019 is not known",
                "Unable to lock subscriber, a transaction is already in process for the current subscriber"
            })
    void keepsPlainWords(String text) {
        assertEquals(text, clean(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "254,708,374,149",
                "254;708;374;149",
                "[254][708][374][149]",
                "254&nbsp;708&nbsp;374&nbsp;149",
                "254 -- 708 -- 374149",
                "254\u30FB708\u30FB374\u30FB149",
                "0\u03017\u03010\u03018\u0301374149"
            })
    void hidesANumberThatWasSentInWhateverWriting(String written) {
        assertFalse(clean("Wrong number " + written + ", sorry", "254708374149").contains("149"));
        assertFalse(CleanText.oneLine("r-" + written, List.of("254708374149")).contains("149"));
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
                "The number 254.712.345.678 is unknown                 | The number *** is unknown",
                "The number 0712/345/678 is unknown                    | The number *** is unknown",
                "The number 0712:345:678 is unknown                    | The number *** is unknown",
                "The number 0712_345_678 is unknown                    | The number *** is unknown",
                "The number (0712) 345 678 is unknown                  | The number (*** is unknown",
                "The number 254\u00a0712\u202f345\u2007678 is unknown | The number *** is unknown",
                "The number 254\u2013712\u2212345\u2011678 is unknown | The number *** is unknown",
                "The number 2\u200b5\u200b4\u200b712345678 is unknown | The number *** is unknown",
                "The number \uff12\uff15\uff14\uff17\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18 is | The number *** is",
                "The number \u0662\u0665\u0664\u0667\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668 is | The number *** is",
                "The number +254 (0) 712 345678 is unknown             | The number +*** is unknown",
                "The numbers 0712345678, 0712 345 679 are unknown      | The numbers ***, *** are unknown",
                "Lesotho 5812 3456 is unknown                          | Lesotho *** is unknown",
                "400.002.02 0712345678                                 | 400.002.02 ***",
                "500.001.1001:254712345678                             | 500.001.1001:***",
                "tel0712345678x                                        | tel***x",
                "Authorization: Bearer lettersOnlyTokenOfAGateway      | Authorization: Bearer ***",
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
    void aNumberIsHiddenWhateverPartsItsDigits() {
        for (String separator :
                "  | |-|.|/|(|)|*|_|+|~|:|, |\u00b7|\u2022|\u00a0|\u3000|\u2010|\u2015|\n|\t|\u200b|\u2060|\ufe0f"
                        .split("[|]", -1)) {
            if (!separator.equals(", ") && !separator.isEmpty()) {
                String number = "254" + separator + "712" + separator + "345" + separator + "678";

                assertEquals("The number *** is unknown", clean("The number " + number + " is unknown"), separator);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029", "\u000b", "\f", "\t", "\u0000", "\u001b", "\u00a0"
            })
    void whatIsLeftIsOneLine(String lineBreak) {
        String forged = "Wrong PIN" + lineBreak + "INFO payment settled" + lineBreak;

        assertEquals("Wrong PIN INFO payment settled", clean(forged));
        assertEquals("Wrong PIN INFO payment settled", CleanText.oneLine(forged));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202e", "\u202a", "\u2066", "\u200f", "\u200b", "\u2060", "\ufeff", "\u00ad", "\ufe0f", "\ud800",
                "\ue000"
            })
    void whatCannotBeSeenIsGone(String mark) {
        assertEquals("Wrong PIN", clean("Wr" + mark + "ong PIN" + mark));
        assertEquals("Wrong PIN", CleanText.oneLine("Wr" + mark + "ong PIN" + mark));
    }

    @Test
    void oneLineLeavesWhatMayBeSeen() {
        assertEquals("ws_CO_191220191020363925", CleanText.oneLine("ws_CO_191220191020363925"));
        assertEquals("16813-1590513-1", CleanText.oneLine("16813-1590513-1"), "by which the support finds it");
        assertEquals("id of ***", CleanText.oneLine("id of s3cret", List.of("s3cret")));
        assertEquals("16813-15\uff10", CleanText.oneLine("16813-15\uff10"));
        assertEquals(300, CleanText.oneLine("a".repeat(301)).length());
    }

    @Test
    void cutsWhatIsTooLongToRead() {
        String text = clean("word ".repeat(200));

        assertEquals(300, text.length());
        assertTrue(text.endsWith("..."));
        assertEquals("word ".repeat(60).strip(), clean("word ".repeat(60)));
    }

    @Test
    void noCharacterIsCutInHalf() {
        String smiles = "\uD83D\uDE00".repeat(200);

        for (String start : List.of("", "a")) {
            String text = clean(start + smiles);
            assertEquals(text, new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aSecretThatIsCutIsNotShown() {
        // Hidden digits shrink to three stars, so that the end of what is looked at comes into sight.
        for (int length = 3_900; length < 4_100; length++) {
            String text = clean("1".repeat(length) + " alpha beta gamma", "alpha beta gamma");

            assertTrue(List.of("***", "*** ***").contains(text), length + ": " + text);
        }
    }

    @Test
    void theEndOfAMegabyteIsNotLookedAt() {
        for (String part :
                List.of("a", "1", "a1", "@", "a@", "1 ", "+", "-1", "*1", "4", "invalid access token - ", "\u0301")) {
            String page = part.repeat(1_000_000 / part.length());

            String whole = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> clean(page, "secret"));

            assertEquals(clean(page.substring(0, 8_000), "secret"), whole, part);
            assertTrue(whole.length() <= 300, part);
        }
    }
}
