package io.github.mpesasdk.sandbox;

import static io.github.mpesasdk.sandbox.Merchant.CUSTOMER;
import static io.github.mpesasdk.sandbox.Merchant.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import io.github.mpesasdk.sandbox.phone.Handset;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A phone that asks a person. */
class PromptsTest extends SandboxTest {

    PromptsTest(KenyaSandbox kenya) throws IOException {
        super(kenya);
    }

    @ParameterizedTest
    @CsvSource({"approves,0", "entersWrongPin,2001", "cancels,1032", "ignores,1037", "hasTooLittleMoney,1"})
    void whatThePersonDoesIsTheOutcome(String behaviour, String resultCode) throws Exception {
        kenya.phone().asks();
        merchant.stkPush(merchant.push());
        assertFalse(kenya.awaitCallbacks(Duration.ofMillis(200)));
        JsonArray prompts = json(control("GET", "/prompts", "")).getAsJsonArray("prompts");
        assertEquals(1, prompts.size());
        JsonObject prompt = prompts.get(0).getAsJsonObject();
        assertEquals(CUSTOMER, prompt.get("msisdn").getAsString());
        assertEquals("stkPush", prompt.get("operation").getAsString());
        assertEquals(kenya.payBill(), prompt.get("payee").getAsString());
        assertTrue(prompt.get("secondsLeft").getAsInt() > 30);

        String touch = "{\"id\":" + prompt.get("id") + ",\"behaviour\":\"" + behaviour + "\"}";
        assertEquals(200, control("POST", "/prompt", touch).statusCode());
        assertTrue(receiver.next("/stk").toString().contains("\"ResultCode\":" + resultCode));
        assertTrue(kenya.awaitCallbacks(SOON));
        assertEquals(0, kenya.phone().prompts().size());
        assertEquals(400, control("POST", "/prompt", touch).statusCode());
        assertEquals(1, kenya.journal().deliveries().size());
    }

    @Test
    void onlyTheHandsetThatAsksDoes() throws Exception {
        kenya.phone().on("254708000001").asks();
        merchant.stkPush(merchant.push());
        receiver.next("/stk");
        assertEquals(0, kenya.phone().prompts().size());
    }

    @Test
    void aResetLetsPromptsLapseWithoutACallback() throws Exception {
        kenya.phone().asks();
        merchant.stkPush(merchant.push());
        long id = kenya.phone().prompts().get(0).id();
        kenya.phone().answer(id, Handset.Reaction.APPROVES);
        receiver.next("/stk");
        merchant.stkPush(merchant.push());
        assertEquals(1, kenya.phone().prompts().size());
        assertEquals(200, control("POST", "/reset", "").statusCode());
        assertEquals(0, kenya.phone().prompts().size());
        assertTrue(kenya.awaitCallbacks(SOON));
        assertEquals(0, kenya.journal().deliveries().size());
        assertThrows(IllegalArgumentException.class, () -> kenya.phone().answer(id, Handset.Reaction.CANCELS));
    }

    @Test
    void nonsenseIsRefusedWithWhatIsAllowed() throws Exception {
        assertTrue(control("POST", "/prompt", "{\"id\":1,\"behaviour\":\"asks\"}")
                .body()
                .contains("approves"));
        assertTrue(control("POST", "/prompt", "{\"behaviour\":\"approves\"}")
                .body()
                .contains("id is missing"));
        assertTrue(control("POST", "/prompt", "{\"id\":7,\"behaviour\":\"approves\"}")
                .body()
                .contains("no prompt 7"));
        assertTrue(
                control("POST", "/phone", "{\"behaviour\":\"sleeps\"}").body().contains("asks"));
    }

    private HttpResponse<String> control(String method, String path, String body) throws Exception {
        return merchant.send(merchant.at("/_sandbox/kenya" + path)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
