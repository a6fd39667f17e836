package io.github.mpesasdk.drc;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.core.testing.SdkLog;
import io.github.mpesasdk.core.testing.Secrecy;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.drcapi.model.DrcCallback;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No password, session, number, name or callback address leaves through a message, a log or a toString. */
class SecrecyTest {

    private static final List<String> SECRETS = List.of(
            TestGateway.USERNAME,
            TestGateway.PASSWORD,
            TestGateway.SESSION,
            TestGateway.MSISDN,
            "810000001",
            "810 000 001",
            "Kabila",
            "Tea of");

    // Each part of it between marks of XML must be hidden, however it is written.
    private static final String HARD_PASSWORD = "one-part&two-part<three-part]]>four-part</value>five-part";
    private static final List<String> PARTS_OF_IT =
            List.of("one-part", "two-part", "three-part", "four-part", "five-part", TestGateway.USERNAME);

    @RegisterExtension
    final SdkLog log = new SdkLog();

    @AfterEach
    void theLogTellsNothing() {
        Secrecy.prove(log.text(), SECRETS);
        Secrecy.prove(log.text(), PARTS_OF_IT);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    // The gateway repeats everything it was sent, in the words that errors show.
    private static Function<SeenRequest, String> echo(String status, String code, String words) {
        return request -> status + "\n"
                + Soap.answer("80049", Soap.eventInfo(code, "Error", words + " " + escaped(request.body())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Session Expired", "Authentication Failed", "Something else"})
    void anErrorTellsNothing(String words) {
        try (TestGateway gateway = TestGateway.open(echo("200 OK", "4", words));
                DrcGateway client = gateway.client()) {
            MpesaException error =
                    assertThrows(MpesaException.class, () -> client.c2b().charge(TestGateway::tea));

            Secrecy.prove(error, SECRETS);
            Secrecy.prove(error, List.of(callbackToken(gateway)));
            assertTrue(log.text().contains("drc."), "something is logged at all");
            Secrecy.prove(log.text(), List.of(callbackToken(gateway)));
        }
    }

    private static String callbackToken(TestGateway gateway) {
        String address = gateway.callbackAddress(0);
        return address.substring(address.lastIndexOf('/') + 1);
    }

    @Test
    void aFaultTellsNothing() {
        try (TestGateway gateway =
                        TestGateway.open(request -> "500 Oops\n" + Soap.fault("Server", escaped(request.body())));
                DrcGateway client = gateway.client()) {
            MpesaException error =
                    assertThrows(MpesaException.class, () -> client.b2c().pay(TestGateway::wages));

            Secrecy.prove(error, SECRETS);
            Secrecy.prove(error, List.of(callbackToken(gateway)));
        }
    }

    @Test
    void aCodeThatIsASecretIsHidden() {
        try (TestGateway gateway = TestGateway.open(request -> TestGateway.answered(
                        Soap.answer("80049", Soap.eventInfo(Soap.token(request), "Error", "Error"))));
                DrcGateway client = gateway.client()) {
            Secrecy.prove(assertThrows(MpesaException.class, () -> client.c2b().charge(TestGateway::tea)), SECRETS);
        }
    }

    @TestFactory
    Stream<DynamicTest> aFailedLoginTellsNothingEvenInItsRawBody() {
        String answer = Soap.answer("2500", Soap.eventInfo("4", "Error", "Authentication Failed"));
        String plain = escaped(HARD_PASSWORD);
        String echo = "<request><dataItem><name>Username</name><value>" + TestGateway.USERNAME
                + "</value></dataItem><dataItem><name>Password</name><value>" + plain + "</value></dataItem>";
        String whole = answer.replace("<request>", echo);
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("in its items", whole);
        answers.put("cut off in the password", whole.substring(0, whole.indexOf("four-part")));
        answers.put("cut off in a tag", whole.substring(0, whole.indexOf("</value></dataItem></request>") + 4));
        answers.put(
                "in CDATA",
                whole.replace(plain, "<![CDATA[" + HARD_PASSWORD.replace("]]>", "]]]]><![CDATA[>") + "]]>"));
        answers.put(
                "in CDATA that is cut off",
                whole.replace(plain, "<![CDATA[one-part</value>five-part").replaceAll("(?s)five-part.*", "five-part"));
        answers.put("in entities", whole.replace("two-part", "&#x74;wo-part three-part"));
        answers.put(
                "in a prefixed element", whole.replace("<value>", "<a:value>").replace("</value>", "</a:value>"));
        answers.put("in capitals", whole.replace("<value>", "<VALUE>").replace("</value>", "</VALUE>"));
        answers.put("in an attribute", whole.replace("<value>", "<value was=\"" + plain + "\">"));
        answers.put("in a comment", answer.replace("<request>", "<!-- " + plain + " --><request>"));
        answers.put(
                "in the detail",
                answer.replace("Authentication Failed", "No user " + TestGateway.USERNAME + " " + plain));
        answers.put("in a fault", Soap.fault("Server", "No user " + TestGateway.USERNAME + " with " + plain));
        answers.put("in a code", Soap.fault(TestGateway.USERNAME, "Unknown"));
        answers.put("in HTML", "<html><p title='" + plain + "'>Blocked: " + escaped(whole) + "</p></html>");
        answers.put("in text", "Blocked: " + HARD_PASSWORD);
        answers.put("in JSON", "{\"Password\":\"" + HARD_PASSWORD + "\"}");
        return answers.entrySet().stream()
                .map(told -> dynamicTest(told.getKey(), () -> proveLogin("200 OK\n" + told.getValue())));
    }

    private static void proveLogin(String answer) {
        try (TestGateway gateway = TestGateway.opening(request -> answer, TestGateway::acceptance);
                DrcGateway client = gateway.client(settings -> settings.login(TestGateway.USERNAME, HARD_PASSWORD))) {
            MpesaException error =
                    assertThrows(MpesaException.class, () -> client.c2b().charge(TestGateway::tea));

            assertTrue(Soap.item(gateway.logins().get(0), "Password").equals(HARD_PASSWORD), "sent as it is");
            Secrecy.prove(error, PARTS_OF_IT);
            Secrecy.prove(error.rawBody().orElseThrow(), PARTS_OF_IT);
        }
    }

    @Test
    void theRawBodyOfALoginStillSaysWhatHappened() {
        String answer = Soap.answer("2500", Soap.eventInfo("4", "Error", "Authentication Failed"));
        try (TestGateway gateway =
                        TestGateway.opening(request -> TestGateway.answered(answer), TestGateway::acceptance);
                DrcGateway client = gateway.client()) {
            String kept = assertThrows(MpesaException.class, () -> client.c2b().charge(TestGateway::tea))
                    .rawBody()
                    .orElseThrow();

            assertTrue(kept.contains("<code>4</code>"), kept);
        }
    }

    @Test
    void anUnreadableSessionIsNotKept() {
        String two = Soap.processed("2500", "SessionID=" + TestGateway.SESSION, "SessionId=another-session");
        try (TestGateway gateway = TestGateway.opening(request -> TestGateway.answered(two), TestGateway::acceptance);
                DrcGateway client = gateway.client()) {
            MpesaException error =
                    assertThrows(MpesaException.class, () -> client.c2b().charge(TestGateway::tea));

            Secrecy.prove(error, SECRETS);
            Secrecy.prove(error.rawBody().orElseThrow(), List.of(TestGateway.SESSION, "another-session"));
        }
    }

    @Test
    void nothingThatCanBePrintedTells() {
        DrcGatewayBuilder[] settings = new DrcGatewayBuilder[1];
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client(builder -> settings[0] = builder)) {
            Payment<?> payment = client.c2b().charge(TestGateway::tea);
            String path = gateway.callbackAddress(0);
            Received<DrcCallback> received = client.callbacks()
                    .receive(path, Soap.c2bCallback(payment.reference().value(), "0", "0", "9C00EXAMPL"));
            List<Object> printed = List.of(
                    client,
                    settings[0],
                    payment,
                    payment.acknowledgement(),
                    payment.await(TestGateway.SOON),
                    received,
                    received.event(),
                    DrcGateway.decode(Soap.acceptedC2b()),
                    DrcGateway.decode(Soap.session(TestGateway.SESSION)),
                    DrcGateway.decode(Soap.session(TestGateway.SESSION)).toJson());

            for (Object one : printed) {
                Secrecy.prove(one.toString(), SECRETS);
                Secrecy.prove(one.toString(), List.of(callbackToken(gateway)));
            }
            Secrecy.prove(
                    log.text(),
                    List.of(callbackToken(gateway), payment.reference().value()));
        }
    }

    @Test
    void whatTheLoginOfACallAnswersIsTheCallersButNoError() {
        try (TestGateway gateway = TestGateway.opening(
                        request -> TestGateway.answered(Soap.processed("2500", "SessionID=Invalid Credentials")),
                        TestGateway::acceptance);
                DrcGateway client = gateway.client()) {
            MpesaException error = assertThrows(MpesaException.class, () -> client.call("login", new JsonObject()));

            Secrecy.prove(error, SECRETS);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "243810000001",
                "<a>243810000001</a>",
                "<!DOCTYPE a [<!ENTITY b '243810000001'>]><a>&b;</a>",
                "<a b=243810000001>"
            })
    void anUnreadableCallbackIsNotQuoted(String body) {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            UnreadableBodyException error = assertThrows(UnreadableBodyException.class, () -> client.callbacks()
                    .receive(TestGateway.freshAddress("c2bPayment"), body));

            Secrecy.prove(error, SECRETS);
        }
    }
}
