package io.github.mpesasdk.drc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What counts as an acceptance of a payment, what as a refusal, and what as neither. */
class AnswerTest {

    private static final String ID = "InsightReference=4A3B2C1D0E9F88776655443322110000";

    private static Stream<DynamicTest> each(Map<String, String> answers, Probe probe) {
        return answers.entrySet().stream()
                .map(answer -> dynamicTest(answer.getKey(), () -> {
                    try (TestGateway gateway = TestGateway.open(request -> answer.getValue());
                            DrcGateway client = gateway.client()) {
                        probe.on(client);
                        assertEquals(1, gateway.payments().size());
                    }
                }));
    }

    @FunctionalInterface
    private interface Probe {
        void on(DrcGateway client);
    }

    private static String accepted(UnaryOperator<String> change) {
        String changed = change.apply(Soap.acceptedC2b());
        if (changed.equals(Soap.acceptedC2b())) {
            throw new AssertionError("the test changes nothing");
        }
        return TestGateway.answered(changed);
    }

    @TestFactory
    Stream<DynamicTest> anAcceptanceIsReadHoweverItIsWritten() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("as recorded", TestGateway.answered(Soap.acceptedC2b()));
        answers.put("other order", TestGateway.answered(Soap.processed("80049", "ResponseCode=0", ID)));
        answers.put("other case", accepted(body -> body.replace("InsightReference", "insightreference")));
        answers.put("other prefixes", accepted(body -> body.replace("S:", "soap:")
                .replace(":S=", ":soap=")
                .replace("ns2", "a")));
        answers.put("blanks", accepted(body -> body.replace("<value>", "<value>\n  ")
                .replace("</value>", " </value>")));
        answers.put("value before type", accepted(body -> body.replace("<type>String</type>", "")));
        answers.put(
                "same item twice",
                TestGateway.answered(Soap.processed("80049", ID, "ResponseCode=0", "ResponseCode=0")));
        answers.put("no transactionID", accepted(body -> body.replaceAll("<transactionID>.*</transactionID>", "")));
        answers.put("CDATA", accepted(body -> body.replace("<value>0</value>", "<value><![CDATA[0]]></value>")));
        answers.put("a comment", accepted(body -> body.replace("<value>0</value>", "<value>0<!-- 1 --></value>")));
        answers.put("a byte order mark", accepted(body -> "\uFEFF" + body));
        answers.put("a line break before it", accepted(body -> "\r\n" + body));
        return each(answers, client -> client.c2b().charge(TestGateway::tea));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNoWholeAcceptanceIsAnUnknownOutcome() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("no id", TestGateway.answered(Soap.processed("80049", "ResponseCode=0")));
        answers.put(
                "a blank id", TestGateway.answered(Soap.processed("80049", "InsightReference= ", "ResponseCode=0")));
        answers.put("no code", TestGateway.answered(Soap.processed("80049", ID)));
        answers.put("no items", TestGateway.answered(Soap.processed("80049")));
        answers.put("no eventInfo", TestGateway.answered(Soap.answer("80049", "", ID, "ResponseCode=0")));
        answers.put("no eventInfo.code", accepted(body -> body.replace("<code>3</code>", "")));
        answers.put("an unknown eventInfo.code", accepted(body -> body.replace("<code>3</code>", "<code>5</code>")));
        answers.put("code 4", TestGateway.answered(Soap.error("Processed")));
        answers.put("Duplicate", TestGateway.answered(Soap.processed("80049", ID, "ResponseCode=Duplicate")));
        answers.put("an unknown code", TestGateway.answered(Soap.processed("80049", ID, "ResponseCode=1")));
        answers.put("two codes", TestGateway.answered(Soap.processed("80049", ID, "ResponseCode=0", "ResponseCode=1")));
        answers.put(
                "two codes, the good one last",
                TestGateway.answered(Soap.processed("80049", ID, "responsecode=1", "ResponseCode=0")));
        answers.put("two values in an item", accepted(body -> body.replace("<value>0<", "<value>1</value><value>0<")));
        answers.put(
                "two eventInfo",
                accepted(body -> body.replace("<eventInfo>", Soap.eventInfo("4", "Error", "x") + "<eventInfo>")));
        answers.put(
                "two lists",
                accepted(
                        body -> body.replace(
                                "<response>",
                                "<response><dataItem><name>ResponseCode</name><value>1</value></dataItem></response><response>")));
        answers.put(
                "two answers",
                accepted(body -> body.replace("<SOAPAPIResult>", "<SOAPAPIResult></SOAPAPIResult><SOAPAPIResult>")));
        answers.put(
                "an acceptance beside a fault",
                accepted(body -> body.replace(
                        "</S:Body>",
                        "<S:Fault><faultcode>S:Client</faultcode>"
                                + "<faultstring>Cannot find dispatch method</faultstring></S:Fault></S:Body>")));
        answers.put("cut behind the result", accepted(body -> body.substring(0, body.indexOf("</S:Body>"))));
        answers.put("a document type", accepted(body -> body.replace("?><S", "?><!DOCTYPE x [<!ENTITY a '0'>]><S")));
        answers.put("fault 500", "500 Oops\n" + Soap.fault("Server", "java.lang.NullPointerException"));
        answers.put("fault 200", TestGateway.answered(Soap.fault("Server", "java.lang.NullPointerException")));
        answers.put("fault of the client", "500 Oops\n" + Soap.fault("Client", "Something else"));
        answers.put("415", "415 Unsupported Media Type\n");
        answers.put("HTML", TestGateway.answered("<html><body>Welcome</body></html>"));
        answers.put("JSON", TestGateway.answered("{\"ResponseCode\":\"0\",\"InsightReference\":\"4A3B\"}"));
        answers.put("empty", TestGateway.answered(""));
        answers.put("status 500", "500 Oops\n" + Soap.acceptedC2b());
        return each(
                answers,
                client -> assertThrows(
                        UnknownOutcomeException.class, () -> client.c2b().charge(TestGateway::tea)));
    }

    @TestFactory
    Stream<DynamicTest> aMessageThatTheGatewayDoesNotKnowIsARefusal() {
        String fault = Soap.fault("Client", "Cannot find dispatch method for {}");
        return each(
                Map.of("500", "500 Oops\n" + fault, "200", TestGateway.answered(fault)),
                client ->
                        assertThrows(RefusedException.class, () -> client.c2b().charge(TestGateway::tea)));
    }

    @Test
    void bothAnswersOfB2cAreRead() {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            assertEquals(
                    "q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6",
                    client.b2c().pay(TestGateway::wages).acknowledgement().insightTransactionId());
        }
        try (TestGateway gateway = TestGateway.open(request -> TestGateway.answered(Soap.acceptedC2b()));
                DrcGateway client = gateway.client()) {
            assertEquals(
                    "4A3B2C1D0E9F88776655443322110000",
                    client.b2c().pay(TestGateway::wages).acknowledgement().insightReference());
        }
    }

    @Test
    void callAnswersTheItemsByName() {
        JsonObject input = new JsonObject();
        input.addProperty("CustomerMSISDN", TestGateway.MSISDN);
        input.addProperty("Currency", "USD");
        input.addProperty("Amount", "5");
        input.addProperty("CallBackDestination", "https://shop.example/mpesa/0123");
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            JsonObject answer = client.call("b2cPayment", input);

            assertEquals("0", answer.get("ResponseCode").getAsString());
            assertEquals("3", answer.getAsJsonObject("eventInfo").get("code").getAsString());
            assertEquals("InitTrans_testB2C", Soap.item(gateway.payments().get(0), "CommandID"));
            assertEquals("2", Soap.item(gateway.payments().get(0), "CallBackChannel"));
            assertEquals("FR", Soap.item(gateway.payments().get(0), "Language"));
        }
    }
}
