package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A check that never objects proves nothing, so here is what it must object to. */
class PayloadCheckTest {

    private static final PayloadCheck CHECK = new PayloadCheck(Spec.read("daraja/openapi.yaml"));

    private static List<String> objections(String payload) {
        return CHECK.objections(JsonParser.parseString(payload), "StkQueryInput");
    }

    @Test
    void takesWhatTheSpecDescribes() {
        assertEquals(
                List.of(),
                objections("{'BusinessShortCode': '174379', 'Password': 'bm90', 'Timestamp': '20261123093015',"
                        + " 'CheckoutRequestID': 'ws_CO_1'}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'BusinessShortCode': '174379', 'Password': 'bm90', 'Timestamp': '20261123093015'}",
                "{'BusinessShortCode': 174379, 'Password': 'bm90', 'Timestamp': '20261123093015',"
                        + " 'CheckoutRequestID': 'ws_CO_1'}",
                "{'BusinessShortCode': '174379', 'Password': 'bm90', 'Timestamp': '2026-11-23',"
                        + " 'CheckoutRequestID': 'ws_CO_1'}",
                "{'BusinessShortCode': '174379', 'Password': 'bm90', 'Timestamp': '20261123093015',"
                        + " 'CheckoutRequestID': 'ws_CO_1', 'CheckoutRequestId': 'ws_CO_1'}"
            })
    void objectsToMissingMistypedMisshapenAndUnknownFields(String payload) {
        assertFalse(objections(payload).isEmpty());
    }
}
