package io.github.mpesasdk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lets a client in is the same at every start, until somebody sets it or changes the seed. */
class CredentialsTest {

    @Test
    void everyStartHasTheSameCredentials() {
        try (Sandbox one = Sandbox.start();
                Sandbox two = Sandbox.start()) {
            assertNotEquals(one.baseUrl(), two.baseUrl());
            assertEquals(told(one), told(two));
        }
    }

    @Test
    void anotherSeedHasOtherCredentials() {
        try (Sandbox one = Sandbox.start();
                Sandbox two = Sandbox.builder().seed("another").start()) {
            assertNotEquals(one.kenya().consumerKey(), two.kenya().consumerKey());
            assertNotEquals(one.kenya().passkey(), two.kenya().passkey());
            assertNotEquals(one.kenya().certificatePem(), two.kenya().certificatePem());
            assertNotEquals(one.vodacom().apiKey(), two.vodacom().apiKey());
            assertNotEquals(one.mozambique().apiKey(), two.mozambique().apiKey());
            assertNotEquals(one.drc().username(), two.drc().username());
        }
    }

    @Test
    void whatIsSetGoesBeforeTheSeed() throws Exception {
        SandboxBuilder builder = Sandbox.builder()
                .credential("kenya.consumerKey", "my-key")
                .credential("kenya.payBill", "123456")
                .credential("vodacom.serviceProviderCode", "424242")
                .credential("drc.shortCode", "90909");
        try (Sandbox sandbox = builder.start();
                Receiver receiver = new Receiver()) {
            assertEquals("my-key", sandbox.kenya().consumerKey());
            assertEquals("424242", sandbox.vodacom().serviceProviderCode());
            assertEquals("90909", sandbox.drc().shortCode());
            Merchant merchant = new Merchant(sandbox.kenya(), receiver);
            merchant.stkPush(merchant.push());
            assertTrue(receiver.next("/stk").toString().contains("\"ResultCode\":0"));
            assertEquals(
                    "123456",
                    JsonParser.parseString(sandbox.kenya()
                                    .journal()
                                    .of("stkPush")
                                    .get(0)
                                    .body())
                            .getAsJsonObject()
                            .get("BusinessShortCode")
                            .getAsString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "kenya.consumerkey, x, kenya.consumerKey",
        "kenya.payBill, 12ab, 5 to 7 digits",
        "kenya.passkey, '', 1 to 200",
        "kenya.privateKey, x, PEM",
        "uganda.apiKey, x, vodacom.apiKey"
    })
    void whatCannotBeSetIsRefusedWithWhatCan(String name, String value, String words) {
        SandboxBuilder builder = Sandbox.builder().credential(name, value);
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, builder::start).getMessage());
        assertTrue(message.contains(name), message);
        assertTrue(message.contains(words), message);
    }

    @Test
    void anyoneIsTakenWhereThatIsAsked() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().acceptAnyCredential().start();
                Receiver receiver = new Receiver()) {
            Merchant merchant = new Merchant(sandbox.kenya(), receiver);
            assertEquals(200, merchant.fetchToken("some-key", "some-secret").statusCode());
            JsonObject push = merchant.push();
            push.addProperty("BusinessShortCode", "174379");
            push.addProperty("PartyB", "174379");
            push.addProperty("Password", "bm90IG91cnM=");
            assertEquals(200, merchant.stkPush(push).statusCode());
            assertTrue(receiver.next("/stk").toString().contains("\"ResultCode\":0"));
            assertEquals(
                    404,
                    merchant.post("/mpesa/stkpush/v1/processrequest", push, "no-token")
                            .statusCode());
        }
    }

    private static List<String> told(Sandbox sandbox) {
        JsonObject description = JsonParser.parseString(sandbox.describe()).getAsJsonObject();
        // With its colon, for the digits may stand in a key as well.
        String port = ":" + sandbox.baseUrl().getPort();
        description.getAsJsonObject("mozambique").remove("ports");
        return List.of(description.toString().replace(port, ":PORT"));
    }
}
