package io.github.mpesasdk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InvalidInputExceptionTest {

    private static final Map<String, String> WORDS =
            Map.of("TransactionDesc", "description", "PartyA", "from", "PhoneNumber", "from", "Amount", "Amount");

    private static InvalidInputException of(String wireName, String rule) {
        return new InvalidInputException("The push", wireName, rule);
    }

    @Test
    void namesTheCallersWordAndTheWireName() {
        InvalidInputException invalid =
                of("TransactionDesc", "must have at most 13 characters, has 14").inWordsOf(WORDS);

        assertEquals(
                "The push is not valid, nothing was sent: "
                        + "description (TransactionDesc) must have at most 13 characters, has 14",
                invalid.getMessage());
        assertEquals(
                List.of(new Violation("description", "TransactionDesc", "must have at most 13 characters, has 14")),
                invalid.violations());
    }

    @Test
    void aNameWithoutAnotherWordStandsAlone() {
        assertEquals(
                "Remarks is required",
                of("Remarks", "is required")
                        .inWordsOf(WORDS)
                        .violations()
                        .get(0)
                        .toString());
        assertEquals(
                "Amount is required",
                of("Amount", "is required").inWordsOf(WORDS).violations().get(0).toString());
    }

    @Test
    void aRuleAboutSeveralFieldsIsInTheCallersWordsToo() {
        assertEquals(
                "from or description (PartyA or TransactionDesc) is required: give at least one",
                of("PartyA or TransactionDesc", "is required: give at least one")
                        .inWordsOf(WORDS)
                        .violations()
                        .get(0)
                        .toString());
        assertEquals(
                "from (PartyA or PhoneNumber) is required",
                of("PartyA or PhoneNumber", "is required")
                        .inWordsOf(WORDS)
                        .violations()
                        .get(0)
                        .toString());
    }

    @Test
    void aRuleThatComparesWithAnotherFieldIsInTheCallersWordsToo() {
        InvalidInputException once =
                of("PartyA", "must not be before TransactionDesc or Amount").inWordsOf(WORDS);

        assertEquals(
                "from (PartyA) must not be before description (TransactionDesc) or Amount",
                once.violations().get(0).toString());
        assertEquals(once.violations(), once.inWordsOf(WORDS).violations());
    }

    @Test
    void wordsAreNotTranslatedTwice() {
        InvalidInputException once = of("TransactionDesc", "is required").inWordsOf(WORDS);

        assertEquals(once.violations(), once.inWordsOf(WORDS).violations());
        assertEquals(
                once.violations(),
                once.inWordsOf(Map.of("description", "other")).violations());
    }

    @Test
    void aReportInOtherWordsComesFromTheSamePlace() {
        InvalidInputException invalid = of("Amount", "is required");

        assertArrayEquals(invalid.getStackTrace(), invalid.inWordsOf(WORDS).getStackTrace());
    }
}
