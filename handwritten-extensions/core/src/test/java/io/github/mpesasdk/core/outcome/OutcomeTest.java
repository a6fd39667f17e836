package io.github.mpesasdk.core.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.Code;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.Unknown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    @Test
    void onlySuccessAndFailureAreSettled() {
        assertTrue(Outcomes.PAID.isSettled());
        assertTrue(Outcomes.CANCELLED.isSettled());
        assertFalse(Outcomes.PENDING.isSettled());
        assertFalse(Outcomes.UNKNOWN.isSettled());
    }

    @Test
    void eachTellsItsCode() {
        assertEquals(Optional.of("0"), Outcomes.PAID.code());
        assertEquals(Optional.of("1032"), Outcomes.CANCELLED.code());
        assertEquals(Optional.empty(), Outcomes.PENDING.code());
        assertEquals(Optional.empty(), Outcomes.UNKNOWN.code());
        assertEquals(Optional.of("17"), new Unknown(Outcomes.REFERENCE, Code.unknown("17")).code());
    }

    @Test
    void noneShowsItsReferenceOrPersonalDetails() {
        for (Outcome outcome : List.of(Outcomes.PAID, Outcomes.CANCELLED, Outcomes.PENDING, Outcomes.UNKNOWN)) {
            assertFalse(outcome.toString().contains("ws_CO_1"), outcome.toString());
            assertFalse(outcome.toString().contains("254708374149"), outcome.toString());
        }
    }

    @Test
    void detailsKeepTheOrderOfTheWire() {
        Map<String, String> details = new LinkedHashMap<>();
        for (int number = 20; number > 0; number--) {
            details.put("field" + number, "x");
        }
        Succeeded paid = new Succeeded(Outcomes.REFERENCE, null, details);

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
