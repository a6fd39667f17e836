package io.github.mpesasdk.conformance.record;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnValuesTest {

    private static final OwnValues VALUES = new OwnValues(RecorderSettings.from(Map.of(
            "MPESA_KENYA_CONSUMER_KEY", "own-key",
            "MPESA_KENYA_CONSUMER_SECRET", "own-secret",
            "MPESA_KENYA_SHORT_CODE", "202611",
            "MPESA_KENYA_MSISDN", "254708374149")));

    @Test
    void findsCredentialsAndParties() {
        assertTrue(VALUES.areIn("{\"a\": \"says own-secret here\"}"));
        assertTrue(VALUES.areIn("{\"ShortCode\": 202611}"));
    }

    @Test
    void findsNoChanceLikeness() {
        assertFalse(VALUES.areIn("{\"Timestamp\": \"20261123093015\"}"));
    }

    @Test
    void doesNotMindWhatIsPublic() {
        assertFalse(VALUES.areIn("{\"PartyA\": \"254708374149\"}"));
    }
}
