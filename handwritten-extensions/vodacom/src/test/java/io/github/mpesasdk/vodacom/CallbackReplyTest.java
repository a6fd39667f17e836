package io.github.mpesasdk.vodacom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.vodacomapi.api.C2bCalls.UpdateTransactionStatusDraft;
import io.github.mpesasdk.vodacomapi.api.C2bCalls.UpdateTransactionStatusSteps.NeedsReceipt;
import io.github.mpesasdk.vodacomapi.api.C2bCalls.UpdateTransactionStatusSteps.NeedsVoucher;
import io.github.mpesasdk.vodacomapi.model.VodacomCallback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second stage of a payment and the state of a mandate are replied to in their own way. */
class CallbackReplyTest {

    private static final String KEY = "a callback key of the tests, long enough";
    private static final String SECOND_STAGE = "INS-GAR-0";
    private static final String ANY_OTHER = "0";
    private static final String ACCEPTED = Gateway.answered("{\"output_ResponseCode\":\"INS-A-0\"}");

    private static String code(Received<VodacomCallback> received) {
        return JsonParser.parseString(received.acknowledgement())
                .getAsJsonObject()
                .get("output_ResponseCode")
                .getAsString();
    }

    private static UpdateTransactionStatusDraft give(NeedsVoucher<NeedsReceipt<UpdateTransactionStatusDraft>> stage) {
        return stage.voucher("482913").receipt("TST1234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INS-0", "INS-GAR-0", "INS-6", "INS-4711"})
    void theSignedIdTellsAfterARestart(String result) {
        try (Gateway gateway = Gateway.open(request -> ACCEPTED)) {
            String id;
            try (VodacomOpenApi before = gateway.client(settings -> settings.callbackKey(KEY))) {
                id = before.c2b().commit(CallbackReplyTest::give).reference().value();
                assertTrue(id.matches("[0-9a-f]{32}"), "can be asked for");
            }
            try (VodacomOpenApi after = gateway.client(settings -> settings.callbackKey(KEY))) {
                Received<VodacomCallback> received = after.callbacks().receive("", Bodies.callback(id, result));

                assertEquals(SECOND_STAGE, code(received));
                assertTrue(received.isGenuine());
            }
        }
    }

    @Test
    void theIdThatACallByWireNamesFilledInTellsToo() {
        JsonObject stage = new JsonObject();
        stage.addProperty("input_VoucherCode", "482913");
        stage.addProperty("input_CustomerMSISDN", "1");
        stage.addProperty("input_ServiceProviderCode", "000000");
        stage.addProperty("input_TransactionID", "TST1234567");
        try (Gateway gateway = Gateway.open(request -> ACCEPTED);
                VodacomOpenApi client = gateway.client()) {
            client.call("updateTransactionStatus", stage);
            String id = Gateway.id(gateway.calls().get(0));

            assertEquals(SECOND_STAGE, code(client.callbacks().receive("", Bodies.callback(id, "INS-0"))));
        }
    }

    @Test
    void theOpenPaymentTellsForAnIdOfTheCallers() {
        String body = Bodies.callback("commit0001", "INS-0");
        try (Gateway gateway = Gateway.open(request -> ACCEPTED);
                VodacomOpenApi client = gateway.client()) {
            client.c2b().giveBack(stage -> give(stage).id("commit0001"));
            Received<VodacomCallback> received = client.callbacks().receive("", body);

            assertEquals(SECOND_STAGE, code(received));
            assertFalse(received.isGenuine(), "an id that the caller chose proves nothing");
        }
    }

    @Test
    void theFirstStageIsAPaymentLikeAnyOther() {
        try (Gateway gateway = Gateway.open(request -> Gateway.answered("{\"output_ResponseCode\":\"INS-0\"}"));
                VodacomOpenApi client = gateway.client()) {
            String id = client.c2b()
                    .chargeInStages(
                            charge -> charge.amount(10).from(Gateway.CUSTOMER).description("Tea"))
                    .reference()
                    .value();

            assertEquals(ANY_OTHER, code(client.callbacks().receive("", Bodies.callback(id, "INS-0"))));
        }
    }

    @Test
    void theReplyRepeatsBothIds() {
        try (Gateway gateway = Gateway.open(request -> ACCEPTED);
                VodacomOpenApi client = gateway.client()) {
            assertEquals(
                    "{\"output_OriginalConversationID\":\"c-1\",\"output_ResponseCode\":\"0\","
                            + "\"output_ResponseDesc\":\"Successfully Accepted Result\","
                            + "\"output_ThirdPartyConversationID\":\"anything\"}",
                    client.callbacks()
                            .receive("/pay", Bodies.callback("anything", "INS-0"))
                            .acknowledgement());
        }
    }

    @Test
    void theStateOfAMandateHasAReplyOfItsOwn() {
        try (Gateway gateway = Gateway.open(request -> ACCEPTED);
                VodacomOpenApi client = gateway.client()) {
            assertEquals(
                    "INS-0",
                    code(client.callbacks()
                            .receive(
                                    "/pay",
                                    "{\"input_ResponseCode\":\"INS-0\",\"input_OriginalConversationID\":\"c-1\"}")));
        }
    }
}
