package io.github.mpesasdk.sandbox.kenya;

import static io.github.mpesasdk.sandbox.Merchant.error;
import static io.github.mpesasdk.sandbox.Merchant.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.sandbox.Exchange;
import io.github.mpesasdk.sandbox.Merchant;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.SandboxTest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other people's clients: what the gateway takes from them, what it refuses, and what the journal says of it. */
class StrictnessTest extends SandboxTest {

    private static final String B2C = "/mpesa/b2c/v3/paymentrequest";
    private static final String REGISTER = "/mpesa/c2b/v2/registerurl";

    StrictnessTest(KenyaSandbox kenya) throws IOException {
        super(kenya);
    }

    @Test
    void aPushWithTheDefaultsOfACommonClientIsPaid() throws Exception {
        JsonObject push = merchant.push();
        push.addProperty("BusinessShortCode", Integer.valueOf(kenya.payBill()));
        push.addProperty("Amount", 1);
        push.addProperty("PhoneNumber", Long.valueOf(Merchant.CUSTOMER));
        push.addProperty("AccountReference", "Invoice of 2026");
        push.addProperty("TransactionDesc", "Lipa na M-Pesa Online today");

        assertEquals("0", json(merchant.stkPush(push)).get("ResponseCode").getAsString());
        JsonObject outcome = receiver.next("/stk").getAsJsonObject("Body").getAsJsonObject("stkCallback");
        assertEquals(0, outcome.get("ResultCode").getAsInt());

        Exchange taken = kenya.journal().of("stkPush").get(0);
        assertEquals(List.of(), taken.refused());
        assertEquals(
                List.of(
                        "AccountReference must have at most 12 characters (documented)",
                        "TransactionDesc must have at most 13 characters (400.002.02, documented)",
                        "BusinessShortCode, Amount, PhoneNumber are numbers where text is documented"),
                taken.remarks());
    }

    @Test
    void aPromptThatIsTooLongIsAcknowledgedAndFails() throws Exception {
        JsonObject push = merchant.push();
        push.addProperty("AccountReference", "x".repeat(150));
        assertEquals(200, merchant.stkPush(push).statusCode());
        JsonObject outcome = receiver.next("/stk").getAsJsonObject("Body").getAsJsonObject("stkCallback");
        assertEquals(1025, outcome.get("ResultCode").getAsInt());
    }

    @ParameterizedTest
    @CsvSource({
        "Amount, 250001",
        "CallBackURL, http://127.0.0.1/mPesa/paid",
        "CallBackURL, http://127.0.0.1/query",
        "PartyA, 0708374149",
        "TransactionType, CustomerPay",
        "PartyB, till",
    })
    void whatNobodySawRefusedIsTakenWithARemark(String field, String value) throws Exception {
        JsonObject push = merchant.push();
        push.addProperty(field, value);
        assertEquals(200, merchant.stkPush(push).statusCode());
        Exchange taken = kenya.journal().of("stkPush").get(0);
        assertEquals(1, taken.remarks().size());
        assertEquals(List.of(), taken.refused());
    }

    @ParameterizedTest
    @CsvSource({"Remarks, x", "Amount, 5", "PartyB, 0708374149", "CommandID, Salary", "ResultURL, nowhere"})
    void aPayoutIsAcceptedInTheSameWay(String field, String value) throws Exception {
        JsonObject payment = merchant.b2c("payout-" + field);
        payment.addProperty(field, value);
        assertEquals(200, merchant.post(B2C, payment).statusCode());
        assertEquals(1, kenya.journal().remarks().size());
        assertEquals(List.of(), kenya.journal().refused());
    }

    @Test
    void emptyAndNullAreAbsentWhereAFieldIsOptional() throws Exception {
        JsonObject empty = merchant.b2c("empty");
        empty.addProperty("Occassion", "");
        assertEquals(200, merchant.post(B2C, empty).statusCode());
        JsonObject none = merchant.b2c("null");
        none.add("Occassion", JsonNull.INSTANCE);
        assertEquals(200, merchant.post(B2C, none).statusCode());
        assertEquals(
                List.of(
                        "Occassion is empty, which is as good as absent",
                        "Occassion is null, which is as good as absent"),
                kenya.journal().violations());
    }

    @Test
    void aNameThatTheSpecSpellsOtherwiseIsTakenAndTold() throws Exception {
        JsonObject payment = merchant.b2c("spelling");
        payment.remove("Occassion");
        payment.addProperty("Occasion", "March");
        assertEquals(200, merchant.post(B2C, payment).statusCode());
        assertEquals(
                List.of("Occasion is not known; the spec has Occassion"),
                kenya.journal().remarks());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Remarks", "PartyB", "ResultURL", "OriginatorConversationID"})
    void emptyAndNullAreRefusedWhereAFieldIsRequired(String field) throws Exception {
        JsonObject payment = merchant.b2c("required");
        payment.addProperty(field, "");
        assertEquals("400 400.002.02 Bad Request - Invalid " + field, error(merchant.post(B2C, payment)));
        payment.add(field, JsonNull.INSTANCE);
        assertEquals("400 400.002.02 Bad Request - Invalid " + field, error(merchant.post(B2C, payment)));
        assertEquals(2, kenya.journal().refused().size());
    }

    @Test
    void textForNumbersIsOneRemark() throws Exception {
        merchant.post(REGISTER, merchant.registration("Completed"));
        JsonObject simulation = merchant.simulation();
        for (String field : List.of("ShortCode", "Amount", "Msisdn")) {
            simulation.addProperty(field, simulation.get(field).getAsString());
        }
        simulation.addProperty("Colour", "green");
        assertEquals(200, merchant.post("/mpesa/c2b/v2/simulate", simulation).statusCode());
        assertEquals(
                List.of("Colour is not known", "ShortCode, Amount, Msisdn are text where a number is documented"),
                kenya.journal().remarks().stream().sorted().toList());
        assertEquals("10.00", receiver.next("/confirm").get("TransAmount").getAsString());
    }

    @Test
    void anAddressWithAForbiddenWordIsRefusedInTheRecordedWords() throws Exception {
        JsonObject registration = merchant.registration("Completed");
        registration.addProperty("ValidationURL", receiver.url("/mpesa/validate"));
        assertEquals(
                "400 400.003.02 Bad Request - Invalid ValidationURL - URL has the word MPESA",
                error(merchant.post(REGISTER, registration)));
        assertEquals(
                List.of("ValidationURL has the word MPESA (captured)"),
                kenya.journal().refused());
    }

    @ParameterizedTest
    @CsvSource({"StartDate, yesterday", "StartDate, 2026-02-31 10:00:00", "EndDate, 2026-13-01 10:00", "OffSetValue, x"
    })
    void aWindowThatCannotBeReadIsRefused(String field, String value) throws Exception {
        JsonObject query =
                JsonParser.parseString("""
                {"ShortCode": "%s", "StartDate": "2026-03-01 10:00:00", "EndDate": "2026-03-02 10:00", "OffSetValue": "0"}
                """.formatted(kenya.payBill())).getAsJsonObject();
        assertEquals(200, merchant.post("/pulltransactions/v1/query", query).statusCode());
        query.addProperty(field, value);
        int status = merchant.post("/pulltransactions/v1/query", query).statusCode();
        assertEquals(value.contains("02-31") ? 200 : 400, status);
    }

    @Test
    void theJournalOfAnotherProcessHasBoth() throws Exception {
        JsonObject push = merchant.push();
        push.addProperty("TransactionDesc", "Lipa na M-Pesa Online today");
        push.addProperty("Amount", "0");
        merchant.stkPush(push);
        HttpRequest journal = merchant.at("/_sandbox/kenya/journal").build();
        JsonArray exchanges = json(merchant.send(journal)).getAsJsonArray("exchanges");
        JsonObject last = exchanges.get(exchanges.size() - 1).getAsJsonObject();
        assertEquals(
                "Amount must be a whole number of shillings, at least 1, without sign, decimals or leading zero"
                        + " (400.002.02, documented)",
                last.getAsJsonArray("refused").get(0).getAsString());
        assertTrue(last.getAsJsonArray("remarks").get(0).getAsString().startsWith("TransactionDesc must have"));
    }

    @Test
    void aStrictSandboxRefusesWhatBreaksARuleAndTakesTheRest() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().strict().start()) {
            Merchant shop = new Merchant(sandbox.kenya(), receiver);
            JsonObject push = shop.push();
            push.addProperty("Amount", 1);
            push.addProperty("Colour", "green");
            assertEquals(200, shop.stkPush(push).statusCode());
            push.addProperty("TransactionDesc", "Lipa na M-Pesa Online today");
            assertEquals("400 400.002.02 Bad Request - Invalid Remarks", error(shop.stkPush(push)));
            sandbox.reset();
            assertEquals("400 400.002.02 Bad Request - Invalid Remarks", error(shop.stkPush(push)));
            assertEquals(
                    List.of("TransactionDesc must have at most 13 characters (400.002.02, documented)"),
                    sandbox.kenya().journal().refused());
        }
    }

    @Test
    void aRunningSandboxCanBeMadeStrictUntilTheNextReset() throws Exception {
        JsonObject push = merchant.push();
        push.addProperty("AccountReference", "Invoice of 2026");
        HttpRequest strict = merchant.at("/_sandbox/kenya/strict")
                .POST(HttpRequest.BodyPublishers.ofString("{\"on\": true}"))
                .build();
        assertEquals(200, merchant.send(strict).statusCode());
        assertEquals("400 400.002.02 Bad Request - Invalid AccountReference", error(merchant.stkPush(push)));
        HttpRequest reset = merchant.at("/_sandbox/kenya/reset")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertEquals(200, merchant.send(reset).statusCode());
        assertEquals(200, merchant.stkPush(push).statusCode());
    }
}
