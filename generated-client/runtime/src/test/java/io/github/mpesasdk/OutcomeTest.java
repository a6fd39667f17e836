package io.github.mpesasdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final Reference REFERENCE = new Reference("kenya", "stkPush", "CheckoutRequestID", "ws_CO_1");
    private static final Code CODE_0 = code("0", "success", true);
    private static final Code CODE_1032 = code("1032", "customer", true);
    private static final Code CODE_4999 = code("4999", "pending", false);
    private static final Map<String, String> DETAILS = Map.of("PhoneNumber", "254708374149");

    private static Code code(String value, String kind, boolean isFinal) {
        return Code.of(value, null, null, List.of(), List.of(), kind, isFinal, "Meaning.", "Advice.", "documented");
    }

    private static Outcome outcome(Code code) {
        return Outcome.of(code, "Words.", REFERENCE, "SFF6XYZ123", DETAILS);
    }

    @Test
    void whatTellsOfAnOutcomeShowsItWhole() {
        Outcome paid = Outcome.of(CODE_0, "Words.", REFERENCE, "UKUU3ETP6S", DETAILS);

        assertTrue(paid.toString().contains("receipt=UKUU3ETP6S"), paid::toString);
        assertTrue(
                Settled.of(paid, "17", false).toString().contains("outcome=" + paid + ","),
                () -> Settled.of(paid, "17", false).toString());
    }

    @Test
    void onlyAFinalCodeSettles() {
        assertTrue(outcome(CODE_0) instanceof Succeeded paid && paid.isSettled());
        assertTrue(outcome(CODE_1032) instanceof Failed failed && failed.isSettled());
        assertTrue(outcome(CODE_4999) instanceof Pending pending && !pending.isSettled());
        assertTrue(outcome(code("0", "success", false)) instanceof Unknown);
        assertTrue(outcome(Code.unknown("17")) instanceof Unknown unknown && !unknown.isSettled());
    }

    @Test
    void eachTellsTheCodeOfTheGatewayAndWhy() {
        for (Code code : List.of(CODE_0, CODE_1032, CODE_4999, Code.unknown("17"))) {
            assertEquals(Optional.of(code), outcome(code).code());
            assertTrue(
                    outcome(code).why().contains(code.meaning()), outcome(code).why());
        }
        for (Code code : List.of(CODE_1032, CODE_4999, Code.unknown("17"))) {
            assertTrue(
                    outcome(code).why().contains("The gateway said: Words."),
                    outcome(code).why());
        }
    }

    @Test
    void noneShowsItsReferenceOrPersonalDetails() {
        for (Code code : List.of(CODE_0, CODE_1032, CODE_4999, Code.unknown("17"))) {
            String shown = outcome(code).toString();
            assertFalse(shown.contains("ws_CO_1"), shown);
            assertFalse(shown.contains("254708374149"), shown);
        }
    }

    @Test
    void detailsKeepTheOrderOfTheWire() {
        Map<String, String> details = new LinkedHashMap<>();
        for (int number = 20; number > 0; number--) {
            details.put("field" + number, "x");
        }

        Succeeded paid = new Succeeded(REFERENCE, Optional.of(CODE_0), Optional.empty(), details);

        assertEquals(List.copyOf(details.keySet()), List.copyOf(paid.details().keySet()));
    }

    @Test
    void theNormalFormNamesEverythingAndShowsNothing() {
        JsonObject other = new JsonObject();
        other.addProperty("New", 1);
        Decoded decoded = new Decoded(
                "stkCallback",
                Decoded.State.SUCCEEDED,
                "0",
                null,
                Map.of("CheckoutRequestID", "ws_CO_1"),
                Map.of("PhoneNumber", "254708374149"),
                other);
        other.addProperty("Late", 2);

        assertEquals(
                JsonParser.parseString("{\"kind\":\"stkCallback\",\"outcome\":\"succeeded\",\"resultCode\":\"0\","
                        + "\"description\":null,\"ids\":{\"CheckoutRequestID\":\"ws_CO_1\"},"
                        + "\"values\":{\"PhoneNumber\":\"254708374149\"},\"other\":{\"New\":1}}"),
                decoded.toJson());
        assertEquals(
                "Decoded[kind=stkCallback, outcome=SUCCEEDED, resultCode=0, ids=***, values=***]", decoded.toString());
    }
}
