package io.github.mpesasdk.sandbox.mozambique;

import static io.github.mpesasdk.sandbox.EncryptedCaller.code;
import static io.github.mpesasdk.sandbox.EncryptedCaller.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.EncryptedCaller;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.Receiver;
import io.github.mpesasdk.sandbox.Recordings;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.SandboxExtension;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.OwnWordsCheck;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MozambiqueTest {

    @RegisterExtension
    static final SandboxExtension SANDBOX = new SandboxExtension(() -> Sandbox.builder()
            .callbackDelay(Duration.ofMillis(20))
            .promptTimeout(Duration.ofMillis(60))
            .start());

    private static final OwnWordsCheck OWN_WORDS =
            new OwnWordsCheck("io/github/mpesasdk/specs/mozambique/openapi.yaml");
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String CUSTOMER = "258851234567";
    private static final Map<String, String> PATHS = Map.of(
            "c2bPayment", "/c2bPayment/singleStage/",
            "b2cPayment", "/b2cPayment/",
            "b2bPayment", "/b2bPayment/",
            "reversal", "/reversal/",
            "queryTransactionStatus", "/queryTransactionStatus/",
            "queryCustomerName", "/queryCustomerName/");

    private final MozambiqueSandbox mozambique;
    private final Receiver receiver;
    private final EncryptedCaller caller;

    MozambiqueTest(MozambiqueSandbox mozambique) throws IOException {
        this.mozambique = mozambique;
        this.receiver = new Receiver(callback -> EncryptedCaller.reply(callback, "0"));
        this.caller = new EncryptedCaller(mozambique.publicKeyBase64());
    }

    @AfterEach
    void everythingSaidFitsTheSpec() {
        mozambique.awaitCallbacks(SOON);
        receiver.close();
        assertEquals(List.of(), OWN_WORDS.faults(mozambique.journal(), "^/ipg/v1x"));
    }

    @Test
    void moneyGoesEveryWay() throws Exception {
        JsonObject paid = json(send("c2bPayment", c2b()));
        String id = paid.get("output_TransactionID").getAsString();
        JsonObject paidOut = json(send("b2cPayment", c2b()));
        String ids = id + " " + paidOut.get("output_TransactionID").getAsString();
        assertTrue(ids.matches("[a-z0-9]{12} [A-Z0-9]{11}|[A-Z0-9]{11} [a-z0-9]{12}"), ids);
        assertEquals("201 INS-0", code(send("b2bPayment", b2b())));
        assertEquals(new BigDecimal("999990.00"), mozambique.ledger().balance("171717"));
        for (String name : List.of("output_TransactionID", "output_ConversationID", "output_ThirdPartyReference")) {
            assertEquals("Completed", status(paid.get(name).getAsString()));
        }
        assertEquals("201 INS-0", code(send("reversal", reversal(id))));
        assertEquals("400 INS-23", code(send("queryTransactionStatus", query("nobodyKnowsMe"))));
        assertEquals(List.of(), mozambique.journal().violations());
        assertEquals("default", mozambique.journal().exchanges().get(0).caller());
    }

    @Test
    void aPaymentIsAnsweredAsRecorded() throws Exception {
        assertEquals(Set.of("c2b-success-2025"), Recordings.of("mozambique"));
        Recordings.assertAnswer("mozambique/c2b-success-2025", send("c2bPayment", c2b()));
    }

    @Test
    void eachOperationHasAPortAndIsNotFoundAtAnother() throws Exception {
        Set<Integer> ports = new HashSet<>();
        for (String operation : PATHS.keySet()) {
            ports.add(mozambique.portOf(operation));
        }
        assertEquals(6, ports.size());
        String wrong = "http://127.0.0.1:" + mozambique.portOf("b2cPayment") + "/ipg/v1x/c2bPayment/singleStage/";
        HttpResponse<String> answer =
                caller.send(caller.request("POST", wrong, caller.bearer(mozambique.apiKey()), c2b())
                        .build());
        assertEquals(404, answer.statusCode());
        assertEquals(
                List.of("this is not the port of c2bPayment (documented)"),
                mozambique.journal().refused());
        assertEquals(List.of(), mozambique.ledger().entries());
        assertThrows(IllegalArgumentException.class, () -> mozambique.portOf("getSession"));

        String only = mozambique.baseUrl() + "/c2bPayment/singleStage/";
        assertEquals(
                "201 INS-0",
                code(caller.send(caller.request("POST", only, caller.bearer(mozambique.apiKey()), c2b())
                        .build())));
    }

    @Test
    void theKeyMustBeKnownAndEncrypted() throws Exception {
        assertEquals("401 INS-2", code(send("c2bPayment", c2b(), caller.bearer("guess"))));
        assertEquals(
                "401 API or Session key is not authorized",
                code(send("c2bPayment", c2b(), "Bearer " + mozambique.apiKey())));
        assertEquals("201 INS-0", code(send("c2bPayment", c2b(), caller.bearer(mozambique.addApp("other")))));
        HttpRequest bare =
                HttpRequest.newBuilder(URI.create(url("queryCustomerName"))).build();
        assertEquals("400 Origin header is missing", code(caller.send(bare)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "c2bPayment, Amount, ten, 400 INS-15",
                "c2bPayment, CustomerMSISDN, 851234567, 400 INS-2051",
                "c2bPayment, ServiceProviderCode, 12, 400 INS-13",
                "c2bPayment, ServiceProviderCode, 999999, 400 INS-13",
                "c2bPayment, Amount, -, 400 INS-20",
                "b2bPayment, ReceiverPartyCode, 999999, 400 INS-2002",
                "reversal, InitiatorIdentifier, somebody, 400 INS-24",
                "reversal, SecurityCredential, guess, 400 INS-25",
                "reversal, ReversalAmount, much, 400 INS-15",
                "reversal, TransactionID, nobodyKnowsMe, 400 INS-18",
            })
    void aFaultyFieldHasItsCode(String operation, String field, String value, String expected) throws Exception {
        JsonObject input =
                switch (operation) {
                    case "b2bPayment" -> b2b();
                    case "reversal" -> reversal("X");
                    default -> c2b();
                };
        if (value == null) {
            input.remove("input_" + field);
        } else {
            input.addProperty("input_" + field, value);
        }
        assertEquals(expected, code(send(operation, input)));
        assertEquals(List.of(), mozambique.ledger().entries());
    }

    @ParameterizedTest
    @CsvSource({"TransactionReference, aReferenceOfTwentyOne", "TransactionReference, T-1", "ThirdPartyReference, a-b"})
    void whatNobodySawRefusedIsTakenWithARemark(String field, String value) throws Exception {
        JsonObject payment = c2b();
        payment.addProperty("input_" + field, value);
        assertEquals("201 INS-0", code(send("c2bPayment", payment)));
        assertFalse(mozambique.journal().violations().isEmpty());
    }

    @Test
    void aReferenceServesOnce() throws Exception {
        JsonObject payment = c2b();
        send("c2bPayment", payment);
        HttpResponse<String> again = send("c2bPayment", payment);
        assertEquals("409 INS-10", code(again));
        assertEquals("N/A", json(again).get("output_TransactionID").getAsString());
    }

    @ParameterizedTest
    @CsvSource({"wrongPin, 401 INS-6", "cancels, 401 INS-5", "ignores, 408 INS-9", "tooLittle, 422 INS-2006"})
    void customersDoNotAlwaysPay(String reaction, String code) throws Exception {
        switch (reaction) {
            case "wrongPin" -> mozambique.phone().entersWrongPin();
            case "cancels" -> mozambique.phone().on(CUSTOMER).cancels();
            case "ignores" -> mozambique.phone().ignores();
            default -> mozambique.phone().hasTooLittleMoney();
        }
        assertEquals(code, code(send("c2bPayment", c2b())));
        assertEquals(new BigDecimal("300000.00"), mozambique.ledger().balance(CUSTOMER));
        assertThrows(IllegalArgumentException.class, () -> mozambique.phone().on("255754100200"));
    }

    @Test
    void aNameComesInTwoForms() throws Exception {
        JsonObject name = json(send("queryCustomerName", nameQuery()));
        assertEquals("INS-0", name.get("output_ResultCode").getAsString());
        assertTrue(name.get("output_CustomerName").getAsString().contains("**"));
        mozambique.customerNameForm(CustomerNameForm.RESPONSE_CODE);
        assertEquals("200 INS-0", code(send("queryCustomerName", nameQuery())));
    }

    @Test
    void outcomesComeLaterIfTheAccountSaysSo() throws Exception {
        mozambique.asynchronous(true);
        mozambique.responseUrl(URI.create(receiver.url("/response")));
        JsonObject payment = c2b();
        JsonObject accepted = json(send("c2bPayment", payment));
        assertEquals(
                "Successfully Accepted Request",
                accepted.get("output_ResponseDesc").getAsString());
        assertFalse(accepted.has("output_TransactionID"));
        JsonObject callback = receiver.next("/response");
        assertEquals("0", callback.get("input_ResultCode").getAsString());
        assertEquals(payment.get("input_ThirdPartyReference"), callback.get("input_ThirdPartyReference"));
        send("queryTransactionStatus", query(callback.get("input_TransactionID").getAsString()));
        assertEquals(
                "Completed",
                receiver.next("/response")
                        .get("input_ResponseTransactionStatus")
                        .getAsString());
        send("queryCustomerName", nameQuery());
        assertTrue(receiver.next("/response").has("input_CustomerName"));
        assertTrue(mozambique.awaitCallbacks(SOON));
        assertEquals(List.of(), mozambique.journal().violations());
    }

    @ParameterizedTest
    @CsvSource({
        "SYSTEM_BUSY, 503 INS-16",
        "SPIKE_ARREST, 503 INS-16",
        "SERVER_ERROR_500_ENVELOPE, 500 INS-1",
        "TOKEN_REJECTED, 401 API or Session key is not authorized",
    })
    void faultsHaveTheWordsOfTheMarket(Fault fault, String expected) throws Exception {
        mozambique.faults().next("b2cPayment", fault);
        assertEquals(expected, code(send("b2cPayment", c2b())));
    }

    private HttpResponse<String> send(String operation, JsonObject input) throws Exception {
        return send(operation, input, caller.bearer(mozambique.apiKey()));
    }

    private HttpResponse<String> send(String operation, JsonObject input, String bearer) throws Exception {
        String method = operation.startsWith("query") ? "GET" : operation.equals("reversal") ? "PUT" : "POST";
        return caller.send(caller.request(method, url(operation), bearer, input).build());
    }

    private String url(String operation) {
        return "http://127.0.0.1:" + mozambique.portOf(operation) + "/ipg/v1x" + PATHS.get(operation);
    }

    private String status(String reference) throws Exception {
        return json(send("queryTransactionStatus", query(reference)))
                .get("output_ResponseTransactionStatus")
                .getAsString();
    }

    private JsonFields input() {
        return JsonFields.with("input_ThirdPartyReference", "reference" + COUNTER.incrementAndGet())
                .and("input_ServiceProviderCode", mozambique.serviceProviderCode());
    }

    private JsonObject c2b() {
        return input().and("input_TransactionReference", "T1")
                .and("input_CustomerMSISDN", CUSTOMER)
                .and("input_Amount", "10")
                .json();
    }

    private JsonObject b2b() {
        JsonObject payment = c2b();
        payment.remove("input_CustomerMSISDN");
        payment.add("input_PrimaryPartyCode", payment.remove("input_ServiceProviderCode"));
        payment.addProperty("input_ReceiverPartyCode", mozambique.receiverPartyCode());
        return payment;
    }

    private JsonObject reversal(String id) {
        return input().and("input_TransactionID", id)
                .and("input_InitiatorIdentifier", mozambique.initiatorIdentifier())
                .and("input_SecurityCredential", mozambique.securityCredential())
                .json();
    }

    private JsonObject query(String reference) {
        return input().and("input_QueryReference", reference).json();
    }

    private JsonObject nameQuery() {
        return input().and("input_CustomerMSISDN", CUSTOMER).json();
    }
}
