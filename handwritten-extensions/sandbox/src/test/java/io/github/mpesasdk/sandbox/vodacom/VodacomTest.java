package io.github.mpesasdk.sandbox.vodacom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.EncryptedCaller;
import io.github.mpesasdk.sandbox.Receiver;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.SandboxExtension;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.OwnWordsCheck;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A merchant in Tanzania; after each test, whatever the sandbox said is held against the spec. */
abstract class VodacomTest {

    @RegisterExtension
    static final SandboxExtension SANDBOX = new SandboxExtension(() -> Sandbox.builder()
            .callbackDelay(Duration.ofMillis(20))
            .promptTimeout(Duration.ofMillis(60))
            .slowness(Duration.ofMillis(300))
            .lateness(Duration.ofMillis(100))
            .start());

    static final Duration SOON = Duration.ofSeconds(30);
    static final String C2B = "/c2bPayment/singleStage/";
    static final String MULTI_STAGE = "/c2bPayment/multiStage/";
    static final String B2C = "/b2cPayment/";
    static final String B2B = "/b2bPayment/";
    static final String CUSTOMER = "255754100200";

    private static final OwnWordsCheck OWN_WORDS = new OwnWordsCheck("io/github/mpesasdk/specs/vodacom/openapi.yaml");
    private static final AtomicInteger COUNTER = new AtomicInteger();

    final VodacomSandbox vodacom;
    final Receiver receiver;
    final EncryptedCaller caller;

    VodacomTest(VodacomSandbox vodacom) throws IOException {
        this.vodacom = vodacom;
        this.receiver = new Receiver(VodacomTest::reply);
        this.caller = new EncryptedCaller(vodacom.publicKeyBase64());
    }

    @AfterEach
    void everythingSaidFitsTheSpec() {
        vodacom.awaitCallbacks(SOON);
        receiver.close();
        assertEquals(List.of(), OWN_WORDS.faults(vodacom.journal(), "^/sandbox/ipg/v2/[^/]+"));
    }

    void asynchronous() {
        vodacom.asynchronous(true);
        vodacom.responseUrl(URI.create(receiver.url("/response")));
    }

    /** Refuses whatever breaks a rule, until the next reset. */
    void strict() throws Exception {
        HttpRequest on = HttpRequest.newBuilder(URI.create(vodacom.baseUrl() + "/_sandbox/vodacom/strict"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"on\": true}"))
                .build();
        assertEquals(200, caller.send(on).statusCode());
    }

    String url(String market, String path) {
        return vodacom.baseUrl() + "/sandbox/ipg/v2/" + market + path;
    }

    HttpResponse<String> openSession(String market, String apiKey) throws Exception {
        return caller.send(caller.request("GET", url(market, "/getSession/"), caller.bearer(apiKey), new JsonObject())
                .build());
    }

    String session(String market) throws Exception {
        return EncryptedCaller.json(openSession(market, vodacom.apiKey()))
                .get("output_SessionID")
                .getAsString();
    }

    HttpResponse<String> send(String method, String path, JsonObject input) throws Exception {
        return send("vodacomTZN", method, path, input);
    }

    HttpResponse<String> send(String market, String method, String path, JsonObject input) throws Exception {
        String bearer = caller.bearer(session(market));
        return caller.send(
                caller.request(method, url(market, path), bearer, input).build());
    }

    HttpResponse<String> post(String path, JsonObject input) throws Exception {
        return send("POST", path, input);
    }

    HttpResponse<String> status(String reference) throws Exception {
        return send(
                "GET",
                "/queryTransactionStatus/",
                question().and("input_QueryReference", reference).json());
    }

    /** What every question needs. */
    JsonFields question() {
        return JsonFields.with("input_Country", "TZN")
                .and("input_ServiceProviderCode", vodacom.serviceProviderCode())
                .and("input_ThirdPartyConversationID", unique());
    }

    /** Ten shillings from the customer. */
    JsonObject c2b() {
        return payment().and("input_PurchasedItemsDesc", "Tea").json();
    }

    JsonObject b2c() {
        return payment().and("input_PaymentItemsDesc", "Refund").json();
    }

    JsonObject b2b() {
        JsonObject payment = c2b();
        payment.remove("input_CustomerMSISDN");
        payment.add("input_PrimaryPartyCode", payment.remove("input_ServiceProviderCode"));
        payment.addProperty("input_ReceiverPartyCode", vodacom.receiverPartyCode());
        return payment;
    }

    JsonObject reversal(String transactionId) {
        return question().and("input_TransactionID", transactionId).json();
    }

    static String unique() {
        return "conversation" + COUNTER.incrementAndGet();
    }

    private JsonFields payment() {
        return question()
                .and("input_Amount", "10")
                .and("input_Currency", "TZS")
                .and("input_CustomerMSISDN", CUSTOMER)
                .and("input_TransactionReference", "INV001");
    }

    /** As the portal wants it. */
    private static String reply(JsonObject callback) {
        String code = callback.has("input_ResponseCode") ? "INS-0" : "0";
        boolean secondStage = callback.has("input_ResultCode")
                && callback.get("input_ResultCode").getAsString().equals("INS-GAR-0");
        return EncryptedCaller.reply(callback, secondStage ? "INS-GAR-0" : code);
    }
}
