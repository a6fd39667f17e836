package io.github.mpesasdk.drc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.drcapi.model.DrcB2cCallback;
import io.github.mpesasdk.drcapi.model.DrcC2bCallback;
import io.github.mpesasdk.drcapi.model.DrcCallback;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** The forms in which callbacks come, and that in which they are answered. */
class CallbackFormTest {

    private static String paidC2b(Payment<?> payment) {
        return Soap.c2bCallback(payment.reference().value(), "0", "0", "9C00EXAMPL");
    }

    @Test
    void theAcknowledgementIsABareListOfItems() {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            Payment<?> charge = client.c2b().charge(TestGateway::tea);
            Payment<?> wages = client.b2c().pay(TestGateway::wages);
            String b2c = Soap.b2cCallback(wages.reference().value(), "0", "0", "X-BS00001");
            Soap.Item done = new Soap.Item("ResponseCode", "String", "200");

            assertEquals(
                    List.of(done),
                    acknowledged(client.callbacks().receive(gateway.callbackAddress(0), paidC2b(charge))));
            assertEquals(
                    List.of(done, new Soap.Item("RESULT_CODE", "String", "Received")),
                    acknowledged(client.callbacks().receive(gateway.callbackAddress(1), b2c)));
        }
    }

    private static List<Soap.Item> acknowledged(Received<DrcCallback> received) {
        assertTrue(received.acknowledgement().startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
        Element root = Soap.parse(received.acknowledgement()).getDocumentElement();
        assertEquals("response", root.getNodeName());
        assertEquals(null, root.getNamespaceURI());
        return Soap.items(root);
    }

    @Test
    void aCallbackOfTheTestGatewayProvesNothingInProduction() {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client();
                DrcGateway receiver = TestGateway.settings().test().build();
                DrcGateway live = TestGateway.settings().production().build()) {
            String paid = paidC2b(client.c2b().charge(TestGateway::tea));
            String address = gateway.callbackAddress(0);

            assertTrue(receiver.callbacks().receive(address, paid).isGenuine());
            assertFalse(live.callbacks().receive(address, paid).isGenuine());
        }
    }

    @Test
    void namesOfCallbacksAreReadInAnyCaseAndOrder() {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            Payment<?> payment = client.c2b().charge(TestGateway::tea);
            String other = paidC2b(payment)
                    .replaceAll("(<value>.*</value>)(<type>.*</type>)", "$2$1")
                    .replace("TransactionID", "transactionid")
                    .replace("ResultCode", "RESULTCODE");
            client.callbacks().receive(gateway.callbackAddress(0), other);

            assertEquals(
                    "9C00EXAMPL",
                    assertInstanceOf(Succeeded.class, payment.await(TestGateway.SOON))
                            .receipt()
                            .orElseThrow());
        }
    }

    // One capture on record has a blank inside a name.
    @ParameterizedTest
    @ValueSource(strings = {"Result Code", "RESULT CODE", " resultcode ", "Result\u00a0Code", "Result\nCode"})
    void blanksInsideANameAreNoneOfIt(String name) {
        String paid = ProofMessages.c2bCallback("0", "")
                .replace("ResultCode", name)
                .replace("ConversationID", "Conver sationID");

        Decoded read = DrcGateway.decode(paid);
        assertEquals(Decoded.State.SUCCEEDED, read.outcome());
        assertEquals("AG_20260314_00a1b2c3d4e5f6a7b8c9", read.ids().get("ConversationID"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Result Code", "RESULTCODE", "resultCode ", "Result\tCode"})
    void aSecondCodeInAnotherSpellingSettlesNothing(String name) {
        String divided = ProofMessages.c2bCallback("0", ProofMessages.calledBack(name, "-3"));
        String repeated = ProofMessages.c2bCallback("0", ProofMessages.calledBack(name, "0"));

        assertEquals(Decoded.State.UNKNOWN, DrcGateway.decode(divided).outcome());
        assertEquals(Decoded.State.SUCCEEDED, DrcGateway.decode(repeated).outcome());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Response Code", "RESPONSECODE", "responseCode "})
    void anAnswerWithASecondCodeInAnotherSpellingIsNoAcceptance(String name) {
        String divided = ProofMessages.answer(
                "80049", ProofMessages.processed(), ProofMessages.acceptedItems() + ProofMessages.item(name, "1"));
        try (TestGateway gateway = TestGateway.open(request -> TestGateway.answered(divided));
                DrcGateway client = gateway.client()) {
            assertThrows(UnknownOutcomeException.class, () -> client.c2b().charge(TestGateway::tea));
        }
        assertEquals(Decoded.State.UNKNOWN, DrcGateway.decode(divided).outcome());
    }

    // In another case both kinds are spelt alike; then the header tells, which callbacks of C2B lack.
    @Test
    void aCallbackOfB2cIsToldByItsHeaderWhereTheSpellingTellsNothing() {
        String shouting = ProofMessages.b2cCallback().replace("ConversationId", "CONVERSATIONID");
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            Function<String, DrcCallback> read = body -> client.callbacks()
                    .receive(TestGateway.freshAddress("b2cPayment"), body)
                    .event()
                    .orElseThrow();

            assertInstanceOf(DrcB2cCallback.class, read.apply(shouting));
            assertInstanceOf(
                    DrcC2bCallback.class, read.apply(shouting.replaceFirst("<soapenv:Header>.*</soapenv:Header>", "")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<html>x</html>", "{\"ResultCode\":\"0\"}", "<a>", "-1", "<response/>"})
    void whatIsNoCallbackIsUnreadable(String body) {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            client.c2b().charge(TestGateway::tea);
            String path = gateway.callbackAddress(0);

            assertThrows(UnreadableBodyException.class, () -> client.callbacks().receive(path, body));
            assertThrows(UnreadableBodyException.class, () -> client.callbacks()
                    .receive(path, gateway.payments().get(0).body()));
            assertThrows(UnreadableBodyException.class, () -> client.callbacks().receive(path, Soap.acceptedC2b()));
        }
    }
}
