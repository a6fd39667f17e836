package io.github.mpesasdk.core.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.mpesasdk.Decoded;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NormalFormTest {

    @Test
    void whatTheMarketCallsAbsentIsLeftOut() {
        Decoded decoded = new NormalForm("answer", "N/A")
                .code("N/A", " ")
                .id("TransactionID", "N/A")
                .id("ConversationID", "c1")
                .value("Status", "")
                .value("Name", null)
                .amount("Amount", new BigDecimal("1E+3"))
                .as(Decoded.State.UNKNOWN);

        assertNull(decoded.resultCode());
        assertNull(decoded.description());
        assertEquals(Map.of("ConversationID", "c1"), decoded.ids());
        assertEquals(Map.of("Amount", "1000"), decoded.values());
    }

    @Test
    void elsewhereTheSameTextIsAValue() {
        assertEquals(
                Map.of("BillRefNumber", "N/A"),
                new NormalForm("callback")
                        .value("BillRefNumber", "N/A")
                        .as(Decoded.State.SUCCEEDED)
                        .values());
    }
}
