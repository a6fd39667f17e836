package io.github.mpesasdk.sandbox.drc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.sandbox.Delivery;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.Receiver;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallbackTest extends DrcTest {

    CallbackTest(DrcSandbox drc) throws IOException {
        super(drc);
    }

    @Test
    void aPaidC2bReadsToTheLetter() throws Exception {
        Map<String, String> sent = c2b();
        String insight = collect(sent).items("response").getOrDefault("InsightReference", "");
        Receiver.Received received = receiver.take("/callback");
        assertEquals("text/xml", received.contentType());
        Map<String, String> items = Message.of(received.body()).items("Request");
        String origin = items.getOrDefault("OriginatorConversationID", "");
        String conversation = items.getOrDefault("ConversationID", "");
        String receipt = items.getOrDefault("TransactionID", "");
        assertTrue(origin.matches("[0-9a-f]{32}"), origin);
        assertTrue(conversation.matches("AG_\\d{8}_[0-9a-f]{20}"), conversation);
        assertTrue(receipt.matches("[0-9A-Z]{10}"), receipt);
        assertEquals(
                "<soapenv:Envelope xmlns:soapenv='http://schemas.xmlsoap.org/soap/envelope/'"
                        + " xmlns:soap='http://www.4cgroup.co.za/soapauth'"
                        + " xmlns:gen='http://www.4cgroup.co.za/genericsoap'>"
                        + "<soapenv:Body><gen:getGenericResult><Request>"
                        + told("ResultType", "0")
                        + told("ResultCode", "0")
                        + told("ResultDesc", "Process service request successfully.")
                        + told("OriginatorConversationID", origin)
                        + told("ConversationID", conversation)
                        + told("ThirdPartyReference", sent.getOrDefault("ThirdPartyReference", ""))
                        + told("Amount", "2500")
                        + told("TransactionTime", "-1")
                        + told("InsightReference", insight)
                        + told("TransactionID", receipt)
                        + "</Request></gen:getGenericResult></soapenv:Body></soapenv:Envelope>",
                received.body());
        assertEquals(receipt, drc.ledger("CDF").entries().get(0).receipt());
        assertTrue(drc.awaitCallbacks(SOON));
        assertEquals(List.of(), drc.journal().violations());
        assertEquals("c2bPaymentCallback", drc.journal().deliveries().get(0).operationId());
    }

    @Test
    void anUnpaidC2bHasNoIdsOfMPesa() throws Exception {
        drc.phone().cancels();
        Map<String, String> sent = c2b();
        String insight = collect(sent).items("response").getOrDefault("InsightReference", "");
        Map<String, String> items =
                Message.of(receiver.take("/callback").body()).items("Request");
        assertTrue(items.getOrDefault("OriginatorConversationID", "").matches("[0-9a-f]{32}"));
        items.remove("OriginatorConversationID");
        assertEquals(
                Map.of(
                        "ResultType", "-1",
                        "ResultCode", "-3",
                        "ResultDesc", "Failed response initiating payment .",
                        "ConversationID", "-1",
                        "ThirdPartyReference", sent.getOrDefault("ThirdPartyReference", ""),
                        "Amount", "2500",
                        "TransactionTime", "-1",
                        "InsightReference", insight,
                        "TransactionID", "-1"),
                items);
    }

    @Test
    void aB2cReadsToTheLetter() throws Exception {
        Map<String, String> sent = b2c();
        String insight = payOut(sent).items("response").getOrDefault("Insight_txid", "");
        String body = receiver.take("/callback").body();
        Map<String, String> items = Message.of(body).items("Request");
        String origin = items.getOrDefault("OriginatorConversationId", "");
        String conversation = items.getOrDefault("ConversationId", "");
        String receipt = items.getOrDefault("TransactionID", "");
        String time = items.getOrDefault("TransactionTime", "");
        assertTrue(conversation.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), conversation);
        assertTrue(receipt.matches("X-BS\\d+"), receipt);
        assertTrue(time.matches("\\d{8}T\\d\\d:\\d\\d:\\d\\d"), time);
        assertEquals(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
                        + "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
                        + " xmlns:soap=\"http://www.4cgroup.co.za/soapauth\""
                        + " xmlns:gen=\"http://www.4cgroup.co.za/genericsoap\">"
                        + "<soapenv:Header><soap:EventID>1</soap:EventID></soapenv:Header>"
                        + "<soapenv:Body><gen:getGenericResult><Request>"
                        + told("ResultType", "0")
                        + told("ResultCode", "0")
                        + told("ResultDesc", " Process service request successfully.")
                        + told("OriginatorConversationId", origin)
                        + told("ConversationId", conversation)
                        + told("TransactionID", receipt)
                        + told("Amount", "5")
                        + told("TransactionTime", time)
                        + told("ThirdPartyReference", sent.getOrDefault("ThirdPartyReference", ""))
                        + told("InsightReference", insight)
                        + "</Request></gen:getGenericResult></soapenv:Body></soapenv:Envelope>",
                body);
        assertTrue(drc.awaitCallbacks(SOON));
        assertEquals(List.of(), drc.journal().violations());
    }

    @Test
    void valuesOfTheMerchantCannotBreakTheXml() throws Exception {
        Map<String, String> sent = but(c2b(), "Surname", "&lt;Shop&gt; &amp; Sons");
        Message answer = collect(sent);
        assertEquals("<Shop> & Sons", answer.items("request").getOrDefault("Surname", ""));
    }

    @Test
    void byMailNothingIsPosted() throws Exception {
        Map<String, String> sent = but(but(c2b(), "CallBackChannel", "4"), "CallBackDestination", "pay@shop.example");
        assertEquals("0", collect(sent).items("response").getOrDefault("ResponseCode", ""));
        assertTrue(drc.awaitCallbacks(SOON));
        Delivery delivery = drc.journal().deliveries().get(0);
        assertEquals(Delivery.Outcome.MAIL, delivery.outcome());
        assertEquals("mailto:pay@shop.example", delivery.url());
        assertEquals(new BigDecimal("297500.00"), drc.ledger("CDF").balance(CUSTOMER));
    }

    @Test
    void callbacksNeverLeaveTheMachine() throws Exception {
        collect(but(c2b(), "CallBackDestination", "https://shop.example/mpesa"));
        assertTrue(drc.awaitCallbacks(SOON));
        assertEquals(
                Delivery.Outcome.UNDELIVERABLE,
                drc.journal().deliveries().get(0).outcome());
    }

    @Test
    void anotherReplyIsRemarkedAndChangesNothing() throws Exception {
        receiver.answer("/callback", new Receiver.Reply(200, "success", Duration.ZERO));
        collect(c2b());
        assertTrue(drc.awaitCallbacks(SOON));
        assertEquals(
                List.of("the reply to a callback has another ResponseCode"),
                drc.journal().violations());
        receiver.answer("/callback", new Receiver.Reply(202, C2B_REPLY, Duration.ZERO));
        payOut(b2c());
        assertTrue(drc.awaitCallbacks(SOON));
        assertEquals(
                List.of("the reply to a callback has status 202", "the reply to a callback has another RESULT_CODE"),
                drc.journal().deliveries().get(1).violations());
        assertEquals(2, drc.journal().deliveries().size(), "nothing is sent twice");
        assertEquals(new BigDecimal("297500.00"), drc.ledger("CDF").balance(CUSTOMER));
    }

    @Test
    void aHostileReplyIsJustAnotherReply() throws Exception {
        String bomb = "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                + "<response><dataItem><name>ResponseCode</name><type>String</type><value>&b;</value></dataItem></response>";
        receiver.answer("/callback", new Receiver.Reply(200, bomb, Duration.ZERO));
        collect(c2b());
        assertTrue(drc.awaitCallbacks(SOON));
        assertEquals(1, drc.journal().violations().size());
    }

    @Test
    void callbacksAreLostDoubledEarlyAndLate() throws Exception {
        drc.faults().next("c2bPayment", Fault.LOST_CALLBACK);
        collect(c2b());
        assertTrue(drc.awaitCallbacks(SOON));
        assertEquals(Delivery.Outcome.LOST, drc.journal().deliveries().get(0).outcome());
        drc.faults().next("c2bPayment", Fault.DUPLICATE_CALLBACK);
        collect(c2b());
        assertEquals(receiver.take("/callback"), receiver.take("/callback"));
        assertTrue(drc.awaitCallbacks(SOON));
        drc.faults().next("c2bPayment", Fault.EARLY_CALLBACK);
        collect(c2b());
        assertEquals(4, drc.journal().deliveries().size(), "it was there before the answer");
        receiver.take("/callback");
        drc.faults().next("c2bPayment", Fault.LATE_CALLBACK);
        collect(c2b());
        receiver.take("/callback");
        assertEquals(new BigDecimal("290000.00"), drc.ledger("CDF").balance(CUSTOMER));
    }

    @Test
    void aTimeoutSettlesNothing() throws Exception {
        drc.faults().next("b2cPayment", Fault.QUEUE_TIMEOUT);
        payOut(b2c());
        Map<String, String> items =
                Message.of(receiver.take("/callback").body()).items("Request");
        assertEquals("-1", items.getOrDefault("ResultCode", ""));
        assertEquals(new BigDecimal("300005.00"), drc.ledger("USD").balance(CUSTOMER));
    }

    private static String told(String name, String value) {
        return "<dataItem><name>" + name + "</name><value>" + value + "</value><type>String</type></dataItem>";
    }
}
