package io.github.mpesasdk.sandbox.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A check that never objects proves nothing. */
class OwnWordsCheckTest {

    private final OwnWordsCheck check = new OwnWordsCheck("io/github/mpesasdk/specs/daraja/openapi.yaml");

    @Test
    void aFaultyAnswerIsNoticed() {
        assertFalse(check.answer("POST", "/mpesa/stkpush/v1/processrequest", 200, "{\"ResponseCode\":0}")
                .isEmpty());
    }

    @Test
    void aFaultyCallbackIsNoticed() {
        assertFalse(check.callback("stkPushCallback", "{\"Body\":{\"stkCallback\":{\"ResultCode\":0}}}")
                .isEmpty());
        assertFalse(check.callback("c2bConfirmationV2", "{\"TransID\":\"UCE0TESTR1\"}")
                .isEmpty());
        assertFalse(check.callback("noSuchCallback", "{}").isEmpty());
    }

    @Test
    void asOneInOrderPasses() {
        String body = "{\"Body\":{\"stkCallback\":{\"MerchantRequestID\":\"a\",\"CheckoutRequestID\":\"b\","
                + "\"ResultCode\":1032,\"ResultDesc\":\"Request cancelled by user\"}}}";
        assertEquals(List.of(), check.callback("stkPushCallback", body));
    }
}
