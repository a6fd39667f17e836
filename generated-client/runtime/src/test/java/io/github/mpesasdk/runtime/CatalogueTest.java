package io.github.mpesasdk.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Code;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules that the header of a {@code codes.yaml} states. */
class CatalogueTest {

    private static Code entry(
            String code, @Nullable String message, List<Integer> http, List<String> operations, boolean isFinal) {
        return entry(code, message, null, http, operations, "caller", isFinal);
    }

    private static Code entry(
            String code,
            @Nullable String message,
            @Nullable String words,
            List<Integer> http,
            List<String> operations,
            String kind,
            boolean isFinal) {
        String meaning = code + " " + message + " " + words + " " + operations;
        return Code.of(code, message, words, http, operations, kind, isFinal, meaning, "advice", "documented");
    }

    private static final Code REST = entry("500.1", null, List.of(500), List.of(), false);
    private static final Code FOR_PUSH = entry("500.1", null, List.of(500), List.of("push"), true);
    private static final Code WRONG = entry("500.1", "Wrong credentials", List.of(500), List.of(), true);
    private static final Code WRONG_FOR_PUSH = entry("500.1", "wrong", List.of(500), List.of("push"), true);
    private static final Code NO_CODE_TOKEN = entry("", null, List.of(400), List.of("token"), true);
    private static final Code NO_CODE_BUSY = entry("", null, List.of(429), List.of(), true);
    private static final Code BAD_TOKEN = entry("404.3", null, null, List.of(404), List.of(), "token", true);
    private static final Code EXPIRED =
            entry("4", null, "Session Expired", List.of(), List.of(), "configuration", true);
    private static final Code FOUR = entry("4", null, List.of(), List.of(), false);
    private static final Code PUSH_1 = entry("1", null, List.of(), List.of("push"), true);
    private static final Code PAY_1 = entry("1", null, List.of(), List.of("pay"), false);
    private static final Code DUPLICATE = entry("1", "Duplicate", null, List.of(), List.of(), "duplicate", false);
    private static final Code REFUSED = entry("1", null, List.of(), List.of(), false);
    private static final Code COMPLETED = entry("Completed", null, null, List.of(), List.of("ask"), "success", true);

    private static final Catalogue CATALOGUE = Catalogue.of(
            List.of(WRONG_FOR_PUSH, WRONG, FOR_PUSH, REST, NO_CODE_TOKEN, NO_CODE_BUSY, BAD_TOKEN, EXPIRED, FOUR),
            List.of(DUPLICATE, REFUSED),
            List.of(PUSH_1, PAY_1),
            List.of(COMPLETED));

    private static Code error(String operation, @Nullable String message) {
        return CATALOGUE.error(operation, 500, "500.1", message);
    }

    @Test
    void theMostTellingEntryWins() {
        assertEquals(WRONG_FOR_PUSH, error("push", "[MerchantValidate] - Wrong credentials"), "message and operation");
        assertEquals(WRONG, error("pay", "[MerchantValidate] - WRONG CREDENTIALS"), "message, in any case of letters");
        assertEquals(FOR_PUSH, error("push", "something else"), "operation");
        assertEquals(REST, error("pay", "something else"), "neither");
        assertEquals(REST, error("pay", null), "no message at all");
    }

    @Test
    void theStatusDecidesOnlyWhereThereIsNoCode() {
        assertEquals(NO_CODE_TOKEN, CATALOGUE.error("token", 400, "", null));
        assertFalse(CATALOGUE.error("push", 400, "", null).isKnown());
        assertEquals(NO_CODE_BUSY, CATALOGUE.error("push", 429, "", null));
        assertEquals(REST, CATALOGUE.error("pay", 418, "500.1", null));
    }

    @Test
    void aCodeWithoutEntryIsUnknownAndNeverFinal() {
        Code unknown = CATALOGUE.result("push", "4711", null);

        assertFalse(unknown.isKnown());
        assertFalse(unknown.isFinal());
        assertEquals("4711", unknown.value());
        assertFalse(CATALOGUE.error("push", 500, "500.2", "Wrong credentials").isKnown());
    }

    @Test
    void codesAreComparedExactly() {
        Catalogue letters = Catalogue.of(
                List.of(), List.of(), List.of(entry("SFC_IC0003", null, List.of(), List.of(), true)), List.of());

        assertTrue(letters.result("push", "SFC_IC0003", null).isKnown());
        assertFalse(letters.result("push", "sfc_ic0003", null).isKnown());
        assertEquals(1, letters.explain("sfc_ic0003", null).size(), "a person may be less exact");
    }

    @Test
    void resultsDoNotMixWithErrors() {
        assertFalse(CATALOGUE.result("push", "500.1", null).isKnown());
        assertFalse(CATALOGUE.result("query", "1", null).isKnown());
    }

    @Test
    void aRejectedTokenIsKnownByItsStatusToo() {
        assertEquals(BAD_TOKEN, CATALOGUE.error("push", 404, "404.3", null));
        assertFalse(CATALOGUE.error("push", 200, "404.3", null).isKnown(), "under another status it is something else");
        assertEquals(BAD_TOKEN, CATALOGUE.error("push", 0, "404.3", null), "a body whose status nobody kept");
    }

    @Test
    void wholeWordsAreComparedWithoutCaseOuterBlanksAndFullStop() {
        assertEquals(EXPIRED, CATALOGUE.error("push", 500, "4", " SESSION expired. "));
        assertEquals(FOUR, CATALOGUE.error("push", 500, "4", "Customer USSD session expired"));
        assertEquals(FOUR, CATALOGUE.error("push", 500, "4", null));
    }

    @Test
    void anAcknowledgementIsNoResult() {
        assertEquals(PUSH_1, CATALOGUE.result("push", "1", "Duplicate id."));
        assertEquals(DUPLICATE, CATALOGUE.acknowledgement("push", "1", "Duplicate id."));
        assertEquals(REFUSED, CATALOGUE.acknowledgement("push", "1", "Rejected"));
    }

    @Test
    void whereAnswersAreResultsAnAcknowledgementIsLookedUpAmongThem() {
        Catalogue results = Catalogue.of(List.of(), List.of(), List.of(PUSH_1), List.of());

        assertEquals(PUSH_1, results.acknowledgement("push", "1", null));
    }

    @Test
    void statusWordsAreATableOfTheirOwnAndHaveNoCase() {
        assertEquals(COMPLETED, CATALOGUE.status("ask", "completed"));
        assertFalse(CATALOGUE.status("push", "Completed").isKnown());
        assertFalse(CATALOGUE.result("ask", "Completed", null).isKnown());
        assertEquals(List.of(COMPLETED), CATALOGUE.explain("completed", null));
    }

    @Test
    void ofSeveralOperationsTheCautiousEntrySpeaksForAnUnknownOne() {
        assertEquals(PAY_1, CATALOGUE.result("", "1", null));
        assertEquals(REST, CATALOGUE.error("", 500, "500.1", "something else"), "the entry for any operation");
    }

    @Test
    void explainingGivesEveryEntryThatCanBeMeant() {
        assertEquals(4, CATALOGUE.explain("500.1", null).size());
        assertEquals(
                List.of(WRONG_FOR_PUSH, WRONG, FOR_PUSH, REST),
                CATALOGUE.explain("500.1", "Wrong credentials"),
                "those that name the message come first");
        assertEquals(List.of(FOR_PUSH, REST), CATALOGUE.explain("500.1", "other"));
        assertTrue(CATALOGUE.explain("4711", null).isEmpty());
    }
}
