package io.github.mpesasdk.sandbox.vodacom;

import static io.github.mpesasdk.sandbox.EncryptedCaller.code;
import static io.github.mpesasdk.sandbox.EncryptedCaller.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.Eventually;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Status;
import io.github.mpesasdk.sandbox.phone.Handset;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentTest extends VodacomTest {

    PaymentTest(VodacomSandbox vodacom) throws IOException {
        super(vodacom);
    }

    @Test
    void aCustomerPays() throws Exception {
        JsonObject payment = c2b();
        HttpResponse<String> answer = post(C2B, payment);
        assertEquals("201 INS-0", code(answer));
        JsonObject body = json(answer);
        assertEquals(12, body.get("output_TransactionID").getAsString().length());
        assertEquals(payment.get("input_ThirdPartyConversationID"), body.get("output_ThirdPartyConversationID"));
        assertEquals(new BigDecimal("299990.00"), vodacom.ledger().balance(CUSTOMER));
        assertEquals(new BigDecimal("1000010.00"), vodacom.ledger().balance("000000"));
        assertEquals(List.of(), vodacom.journal().violations());
        assertFalse(vodacom.ledger().entries().toString().contains(CUSTOMER));
    }

    @Test
    void businessesPay() throws Exception {
        assertEquals("201 INS-0", code(post(B2C, b2c())));
        assertEquals("201 INS-0", code(post(B2B, b2b())));
        assertEquals(new BigDecimal("300010.00"), vodacom.ledger().balance(CUSTOMER));
        assertEquals(new BigDecimal("1000010.00"), vodacom.ledger().balance("000001"));
        assertEquals(new BigDecimal("999980.00"), vodacom.ledger().balance("000000"));
        vodacom.ledger().setBalance("000000", new BigDecimal("9.99"));
        assertEquals("422 INS-2006", code(post(B2C, b2c())));
        assertEquals(List.of(), vodacom.journal().violations());
    }

    @Test
    void aReferenceServesOnce() throws Exception {
        JsonObject payment = c2b();
        post(C2B, payment);
        HttpResponse<String> again = post(C2B, payment);
        assertEquals("409 INS-10", code(again));
        assertEquals("N/A", json(again).get("output_TransactionID").getAsString());
        assertEquals(1, vodacom.ledger().entries().size());
    }

    @ParameterizedTest
    @CsvSource({
        "wrongPin, 401 INS-6, Failed",
        "cancels, 401 INS-6, Cancelled",
        "ignores, 408 INS-9, Expired",
        "tooLittle, 422 INS-2006, Failed",
    })
    void customersDoNotAlwaysPay(String reaction, String code, String status) throws Exception {
        switch (reaction) {
            case "wrongPin" -> vodacom.phone().entersWrongPin();
            case "cancels" -> vodacom.phone().on(CUSTOMER).cancels();
            case "ignores" -> vodacom.phone().ignores();
            default -> vodacom.phone().hasTooLittleMoney();
        }
        JsonObject payment = c2b();
        assertEquals(code, code(post(C2B, payment)));
        assertEquals(new BigDecimal("300000.00"), vodacom.ledger().balance(CUSTOMER));
        String reference = payment.get("input_ThirdPartyConversationID").getAsString();
        assertEquals(
                status,
                json(status(reference)).get("output_ResponseTransactionStatus").getAsString());
    }

    @Test
    void onlyNumbersOfItsCountriesHaveAHandset() {
        for (String number : List.of(CUSTOMER, "26650000001", "000000000001")) {
            assertNotNull(vodacom.phone().on(number));
        }
        for (String number : List.of("0754100200", "254708374149", "2665000000")) {
            assertThrows(IllegalArgumentException.class, () -> vodacom.phone().on(number), number);
        }
    }

    @Test
    void theAnswerWaitsForThePinAndQueriesSaySo() throws Exception {
        vodacom.phone().asks();
        JsonObject payment = c2b();
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return post(C2B, payment);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Eventually.is(() -> !vodacom.phone().prompts().isEmpty());
        String reference = payment.get("input_ThirdPartyConversationID").getAsString();
        assertEquals(
                "Pending",
                json(status(reference)).get("output_ResponseTransactionStatus").getAsString());
        assertFalse(answer.isDone());
        vodacom.phone().answer(vodacom.phone().prompts().get(0).id(), Handset.Reaction.APPROVES);
        assertEquals("201 INS-0", code(answer.join()));
        assertEquals(
                "Completed",
                json(status(reference)).get("output_ResponseTransactionStatus").getAsString());
    }

    @Test
    void aPaymentIsFoundByEachOfItsIds() throws Exception {
        JsonObject paid = json(post(C2B, c2b()));
        for (String id : List.of("output_TransactionID", "output_ConversationID", "output_ThirdPartyConversationID")) {
            JsonObject found = json(status(paid.get(id).getAsString()));
            assertEquals(
                    "Completed", found.get("output_ResponseTransactionStatus").getAsString());
            assertEquals(paid.get("output_TransactionID"), found.get("output_OriginalTransactionID"));
            assertEquals("False", found.get("output_Reversed").getAsString());
        }
        assertEquals("400 INS-23", code(status("nobodyKnowsMe")));
        assertEquals(List.of(), vodacom.journal().violations());
    }

    @Test
    void aPaymentIsReversedOnce() throws Exception {
        String id = json(post(C2B, c2b())).get("output_TransactionID").getAsString();
        JsonObject tooMuch = reversal(id);
        tooMuch.addProperty("input_ReversalAmount", "10.01");
        assertEquals("400 INS-15", code(send("PUT", "/reversal/", tooMuch)));
        assertEquals("201 INS-0", code(send("PUT", "/reversal/", reversal(id))));
        assertEquals(new BigDecimal("300000.00"), vodacom.ledger().balance(CUSTOMER));
        assertEquals("True", json(status(id)).get("output_Reversed").getAsString());
        assertEquals("401 INS-6", code(send("PUT", "/reversal/", reversal(id))));
        assertEquals("400 INS-18", code(send("PUT", "/reversal/", reversal("nobodyKnowsMe"))));
        assertEquals(Status.REVERSED, vodacom.ledger().entries().get(0).status());
        assertEquals(List.of(), vodacom.journal().violations());
    }

    @Test
    void twoStagesHoldTheMoneyUntilItIsCommitted() throws Exception {
        JsonObject payment = c2b();
        payment.addProperty("input_APIVersion", "3.1");
        JsonObject held = json(post(MULTI_STAGE, payment));
        assertEquals(new BigDecimal("299990.00"), vodacom.ledger().balance(CUSTOMER));
        assertEquals(new BigDecimal("1000000.00"), vodacom.ledger().balance("000000"));
        assertEquals("201 INS-GAR-0", code(send("PUT", "/updateTransactionStatus/", secondStage(held, "1"))));
        assertEquals(new BigDecimal("1000010.00"), vodacom.ledger().balance("000000"));
        assertEquals("400 INS-18", code(send("PUT", "/updateTransactionStatus/", secondStage(held, "1"))));

        payment.addProperty("input_ThirdPartyConversationID", unique());
        JsonObject other = json(post(MULTI_STAGE, payment));
        assertEquals("201 INS-GAR-0", code(send("PUT", "/updateTransactionStatus/", secondStage(other, "0"))));
        assertEquals(new BigDecimal("299990.00"), vodacom.ledger().balance(CUSTOMER));
        assertEquals(Status.CANCELLED, vodacom.ledger().entries().get(1).status());
        assertEquals(List.of(), vodacom.journal().violations());
    }

    @Test
    void anIdServesOnceEvenInARush() throws Exception {
        String bearer = caller.bearer(session("vodacomTZN"));
        JsonObject payment = b2c();
        List<CompletableFuture<Integer>> rush = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return caller.send(caller.request("POST", url("vodacomTZN", B2C), bearer, payment)
                                        .build())
                                .statusCode();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .limit(16)
                .toList();
        assertEquals(
                1,
                rush.stream()
                        .map(CompletableFuture::join)
                        .filter(status -> status == 201)
                        .count());
        assertTrue(vodacom.ledger().balance(CUSTOMER).compareTo(new BigDecimal("300010")) == 0);
    }

    private JsonObject secondStage(JsonObject held, String action) {
        return question()
                .and("input_VoucherCode", held.get("output_VoucherCode"))
                .and("input_CustomerMSISDN", action)
                .and("input_TransactionID", held.get("output_TransactionID"))
                .and("input_APIVersion", "3.1")
                .json();
    }
}
