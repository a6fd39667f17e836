package io.github.mpesasdk.sandbox.drc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Kind;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Status;
import io.github.mpesasdk.sandbox.phone.Handset;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PaymentTest extends DrcTest {

    private static final BigDecimal OPENING = new BigDecimal("300000.00");

    PaymentTest(DrcSandbox drc) throws IOException {
        super(drc);
    }

    @Test
    void aCustomerPays() throws Exception {
        Map<String, String> sent = c2b();
        Message answer = collect(sent);
        assertEquals("80049", answer.text("eventid").trim());
        assertEquals("3 Processed Processed", answer.event());
        assertTrue(answer.text("transactionID").matches("[0-9a-f]{32}"));
        assertEquals(sent, answer.items("request"));
        assertEquals(
                List.copyOf(sent.keySet()), List.copyOf(answer.items("request").keySet()));
        Map<String, String> response = answer.items("response");
        assertEquals(List.of("InsightReference", "ResponseCode", "CustomerMSISDN"), List.copyOf(response.keySet()));
        assertTrue(response.getOrDefault("InsightReference", "").matches("[0-9A-F]{32}"));
        assertEquals("0", response.getOrDefault("ResponseCode", ""));
        assertEquals(CUSTOMER, response.getOrDefault("CustomerMSISDN", ""));
        assertEquals(List.of(List.of("name", "type", "value")), answer.forms("response"));

        assertTrue(drc.awaitCallbacks(SOON));
        LedgerEntry entry = drc.ledger("CDF").entries().get(0);
        assertEquals(Kind.C2B, entry.kind());
        assertEquals(Status.COMPLETED, entry.status());
        assertEquals(
                response.getOrDefault("InsightReference", ""),
                entry.conversation().id());
        assertEquals(
                sent.getOrDefault("ThirdPartyReference", ""),
                entry.conversation().senderId());
        assertEquals(new BigDecimal("297500.00"), drc.ledger("CDF").balance(CUSTOMER));
        assertEquals(new BigDecimal("1002500.00"), drc.ledger("CDF").balance(drc.serviceProviderCode()));
        assertEquals(OPENING, drc.ledger("USD").balance(CUSTOMER), "dollars are another account");
        assertEquals(List.of(), drc.journal().violations());
        assertEquals("default", drc.journal().of("c2bPayment").get(0).caller());
    }

    @Test
    void aCustomerIsPaid() throws Exception {
        Map<String, String> sent = b2c();
        Message answer = payOut(sent);
        assertEquals("12001", answer.text("eventid").trim());
        assertEquals("3 Processed Processed", answer.event());
        assertEquals(sent, answer.items("request"));
        Map<String, String> response = answer.items("response");
        assertEquals(List.of("Insight_txid", "ResponseCode"), List.copyOf(response.keySet()));
        assertTrue(response.getOrDefault("Insight_txid", "").matches("[0-9a-z]{32}"));
        assertEquals("0", response.getOrDefault("ResponseCode", ""));

        assertTrue(drc.awaitCallbacks(SOON));
        assertEquals(Kind.B2C, drc.ledger("USD").entries().get(0).kind());
        assertEquals(new BigDecimal("300005.00"), drc.ledger("USD").balance(CUSTOMER));
        assertEquals(new BigDecimal("999995.00"), drc.ledger("USD").balance(drc.shortCode()));
        assertEquals(List.of(), drc.journal().violations());
    }

    @Test
    void theOtherAnswerOnRecordCanBeHad() throws Exception {
        drc.b2cAnswer(B2cAnswerForm.INSIGHT_REFERENCE);
        Message answer = payOut(b2c());
        assertEquals("80049", answer.text("eventid").trim());
        assertEquals(
                List.of("InsightReference", "ResponseCode", "CustomerMSISDN"),
                List.copyOf(answer.items("response").keySet()));
        assertTrue(answer.items("response").getOrDefault("InsightReference", "").matches("[0-9A-F]{32}"));
    }

    @Test
    void aReferenceIsTakenOnce() throws Exception {
        Map<String, String> payment = c2b();
        collect(payment);
        assertTrue(drc.awaitCallbacks(SOON));
        Message again = collect(payment);
        assertEquals("3 Processed Processed", again.event());
        assertEquals(Map.of("ResponseCode", "Duplicate"), again.items("response"));
        Map<String, String> otherWay =
                but(b2c(), "ThirdPartyReference", payment.getOrDefault("ThirdPartyReference", ""));
        assertEquals(Map.of("ResponseCode", "Duplicate"), payOut(otherWay).items("response"));
        assertTrue(drc.awaitCallbacks(SOON));
        assertEquals(1, drc.ledger("CDF").entries().size());
        assertEquals(List.of(), drc.ledger("USD").entries());
        assertEquals(1, drc.journal().deliveries().size());
    }

    /** What the gateway does with another merchant's short code is recorded nowhere. */
    @Test
    void anotherMerchantIsRemarkedAndByAStrictSandboxRefused() throws Exception {
        for (boolean strict : List.of(false, true)) {
            HttpRequest command = HttpRequest.newBuilder(URI.create(drc.baseUrl() + "/_sandbox/drc/strict"))
                    .POST(HttpRequest.BodyPublishers.ofString("{\"on\":" + strict + "}"))
                    .build();
            assertEquals(
                    200,
                    HttpClient.newHttpClient()
                            .send(command, HttpResponse.BodyHandlers.discarding())
                            .statusCode());
            for (String item : List.of("ServiceProviderCode", "CommandId")) {
                assertMerchant(strict, item, collect(but(c2b(), item, "other")));
            }
            for (String item : List.of("ServiceProviderName", "Shortcode", "CommandID")) {
                assertMerchant(strict, item, payOut(but(b2c(), item, "other")));
            }
        }
    }

    private void assertMerchant(boolean strict, String item, Message answer) {
        String refused = "4 Error Invalid Packet: " + item + " is not this merchant's";
        assertEquals(strict ? refused : "3 Processed Processed", answer.event());
        assertTrue(drc.journal().violations().stream().anyMatch(words -> words.startsWith(item + " is not")));
    }

    @Test
    void whoDoesNotPayKeepsTheMoney() throws Exception {
        Map<Status, List<Consumer<Handset>>> reactions = Map.of(
                Status.FAILED, List.of(Handset::entersWrongPin, Handset::hasTooLittleMoney),
                Status.CANCELLED, List.of(Handset::cancels),
                Status.EXPIRED, List.of(Handset::ignores));
        reactions.forEach((status, handsets) -> handsets.forEach(reaction -> {
            reaction.accept(drc.phone().on(CUSTOMER));
            Map<String, String> payment = c2b();
            try {
                assertEquals("0", collect(payment).items("response").getOrDefault("ResponseCode", ""));
                Message callback = Message.of(receiver.take("/callback").body());
                assertEquals("-3", callback.items("Request").getOrDefault("ResultCode", ""));
                assertEquals(
                        status,
                        drc.ledger("CDF")
                                .find("drc", payment.getOrDefault("ThirdPartyReference", ""))
                                .orElseThrow()
                                .status());
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }));
        assertEquals(OPENING, drc.ledger("CDF").balance(CUSTOMER));
        assertThrows(IllegalArgumentException.class, () -> drc.phone().on("254708374149"));
    }

    @Test
    void aPaymentIsPendingUntilTheCustomerHasApproved() throws Exception {
        drc.phone().asks();
        collect(c2b());
        assertEquals(Status.PENDING, drc.ledger("CDF").entries().get(0).status());
        drc.phone().answer(drc.phone().prompts().get(0).id(), Handset.Reaction.APPROVES);
        receiver.take("/callback");
        assertEquals(Status.COMPLETED, drc.ledger("CDF").entries().get(0).status());
    }

    @Test
    void nobodyPaysWhatHeLacks() throws Exception {
        drc.ledger("CDF").setBalance(CUSTOMER, new BigDecimal("2499.99"));
        collect(c2b());
        assertEquals(
                "-3",
                Message.of(receiver.take("/callback").body()).items("Request").getOrDefault("ResultCode", ""));
        drc.ledger("USD").setBalance(drc.shortCode(), BigDecimal.ONE);
        payOut(b2c());
        assertEquals(
                "-3",
                Message.of(receiver.take("/callback").body()).items("Request").getOrDefault("ResultCode", ""));
        assertEquals(new BigDecimal("2499.99"), drc.ledger("CDF").balance(CUSTOMER));
        assertThrows(IllegalArgumentException.class, () -> drc.ledger("EUR"));
    }
}
