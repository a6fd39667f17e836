package io.github.mpesasdk.vodacom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second stage of a payment is replied to in its own way, whether or not its client still lives. */
class CallbackReplyTest {

    private static final String SECOND_STAGE = "INS-GAR-0";
    private static final String ANY_OTHER = "0";
    private static final String ACCEPTED = Door.answered("{\"output_ResponseCode\":\"INS-A-0\"}");

    private static String callback(String id, String code) {
        return "{\"input_OriginalConversationID\":\"c-1\",\"input_TransactionID\":\"N/A\",\"input_ResultCode\":\""
                + code + "\",\"input_ResultDesc\":\"Done\",\"input_ThirdPartyConversationID\":\"" + id + "\"}";
    }

    private static String code(Callbacks.Received received) {
        return JsonParser.parseString(received.acknowledgement())
                .getAsJsonObject()
                .get("output_ResponseCode")
                .getAsString();
    }

    private static void give(SecondStageDraft stage) {
        stage.voucher("482913").transaction("TST1234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INS-0", "INS-GAR-0", "INS-6", "INS-4711"})
    void anIdOfOursTellsAfterARestart(String result) {
        try (Door door = Door.open(request -> ACCEPTED)) {
            String id;
            try (VodacomOpenApi before = door.client()) {
                id = before.c2b().commit(CallbackReplyTest::give).reference().value();
                assertTrue(id.matches("[0-9a-zA-Z]{21,32}"), "can be asked for");
            }
            try (VodacomOpenApi after = door.client()) {
                Callbacks.Received received = after.callbacks().receive(callback(id, result));

                assertEquals(SECOND_STAGE, code(received));
                assertFalse(received.isGenuine());
            }
        }
    }

    @Test
    void anIdThatACallByWireNamesFilledInTellsToo() {
        JsonObject stage = new JsonObject();
        stage.addProperty("input_VoucherCode", "482913");
        stage.addProperty("input_CustomerMSISDN", "1");
        stage.addProperty("input_ServiceProviderCode", "000000");
        stage.addProperty("input_TransactionID", "TST1234567");
        try (Door door = Door.open(request -> ACCEPTED);
                VodacomOpenApi client = door.client()) {
            client.call("updateTransactionStatus", stage);
            String id = JsonParser.parseString(door.calls().get(0).body())
                    .getAsJsonObject()
                    .get("input_ThirdPartyConversationID")
                    .getAsString();

            assertEquals(SECOND_STAGE, code(client.callbacks().receive(callback(id, "INS-0"))));
        }
    }

    @Test
    void anIdOfTheCallersTellsWhileItsClientLivesAndThenTheCallerMust() {
        String body = callback("commit0001", "INS-0");
        try (Door door = Door.open(request -> ACCEPTED)) {
            try (VodacomOpenApi before = door.client()) {
                before.c2b().giveBack(stage -> {
                    give(stage);
                    stage.conversationId("commit0001");
                });
                assertEquals(SECOND_STAGE, code(before.callbacks().receive(body)));
            }
            try (VodacomOpenApi after = door.client()) {
                assertEquals(ANY_OTHER, code(after.callbacks().receive(body)));
                assertEquals(SECOND_STAGE, code(after.callbacks().receiveSecondStage(body)));
            }
        }
    }

    @Test
    void theFirstStageIsAPaymentLikeAnyOther() {
        try (Door door = Door.open(request -> Door.answered("{\"output_ResponseCode\":\"INS-0\"}"));
                VodacomOpenApi client = door.client()) {
            String id = client.c2b().chargeInStages(Door::tea).reference().value();

            assertEquals(ANY_OTHER, code(client.callbacks().receive(callback(id, "INS-0"))));
        }
    }
}
