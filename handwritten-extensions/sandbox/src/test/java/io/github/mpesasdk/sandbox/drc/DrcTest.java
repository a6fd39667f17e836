package io.github.mpesasdk.sandbox.drc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.mpesasdk.sandbox.Receiver;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.SandboxExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A merchant in Kinshasa who writes XML by hand; after each test, what the sandbox said is held against the spec. */
abstract class DrcTest {

    @RegisterExtension
    static final SandboxExtension SANDBOX = new SandboxExtension(() -> Sandbox.builder()
            .callbackDelay(Duration.ofMillis(20))
            .promptTimeout(Duration.ofMillis(60))
            .slowness(Duration.ofMillis(300))
            .lateness(Duration.ofMillis(100))
            .start());

    static final Duration SOON = Duration.ofSeconds(30);
    static final String INSIGHT = "/insight/SOAPIn";
    static final String B2C = "/iPG/B2C";
    static final String CUSTOMER = "243810000001";
    static final String C2B_REPLY = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><response>"
            + "<dataItem><name>ResponseCode</name><type>String</type><value>200</value></dataItem></response>";
    static final String B2C_REPLY = C2B_REPLY.replace(
            "</response>",
            "<dataItem><name>RESULT_CODE</name><type>String</type><value>Received</value></dataItem></response>");

    private static final OwnXmlCheck OWN_WORDS = new OwnXmlCheck();
    private static final AtomicInteger COUNTER = new AtomicInteger();

    final DrcSandbox drc;
    final Receiver receiver;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    DrcTest(DrcSandbox drc) throws IOException {
        this.drc = drc;
        this.receiver =
                Receiver.ofText(callback -> callback.contains("OriginatorConversationId") ? B2C_REPLY : C2B_REPLY);
    }

    @AfterEach
    void everythingSaidFitsTheSpec() {
        drc.awaitCallbacks(SOON);
        receiver.close();
        assertEquals(List.of(), OWN_WORDS.faults(drc.journal()));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(drc.baseUrl() + path)).timeout(Duration.ofSeconds(60));
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return send(at(path).header("Content-Type", "text/xml; charset=UTF-8")
                .header("SOAPAction", "\"\"")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Steers the gateway as another process does. */
    void control(String command, String argument) throws Exception {
        assertEquals(
                200,
                send(at("/_sandbox/drc/" + command).POST(HttpRequest.BodyPublishers.ofString(argument)))
                        .statusCode());
    }

    Message answer(String path, String body) throws Exception {
        HttpResponse<String> answer = post(path, body);
        assertEquals(200, answer.statusCode());
        return Message.of(answer.body());
    }

    Message login(String username, String password) throws Exception {
        return answer(INSIGHT, loginRequest(username, password));
    }

    String session() throws Exception {
        return login(drc.username(), drc.password()).items("response").getOrDefault("SessionID", "");
    }

    Message collect(Map<String, String> items) throws Exception {
        return answer(INSIGHT, c2bRequest(session(), items));
    }

    Message payOut(Map<String, String> items) throws Exception {
        return answer(B2C, b2cRequest(session(), items));
    }

    static String loginRequest(String username, String password) {
        return envelope(header("EventID", "2500"), item("Username", username) + item("Password", password));
    }

    static String c2bRequest(String token, Map<String, String> items) {
        return envelope(header("Token", token) + header("EventID", "80049"), items(items));
    }

    static String b2cRequest(String token, Map<String, String> items) {
        return envelope(header("EventID", "12001") + header("Token", token), items(items));
    }

    static String envelope(String headers, String items) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " xmlns:soap=\"http://www.4cgroup.co.za/soapauth\""
                + " xmlns:gen=\"http://www.4cgroup.co.za/genericsoap\">\n"
                + "  <soapenv:Header>" + headers + "</soapenv:Header>\n"
                + "  <soapenv:Body><gen:getGenericResult><Request>" + items
                + "</Request></gen:getGenericResult></soapenv:Body>\n</soapenv:Envelope>\n";
    }

    static String header(String name, String value) {
        return "<soap:" + name + ">" + value + "</soap:" + name + ">";
    }

    static String items(Map<String, String> items) {
        return items.entrySet().stream()
                .map(item -> item(item.getKey(), item.getValue()))
                .collect(Collectors.joining("\n"));
    }

    static String item(String name, String value) {
        return item(name, name.equals("TransactionDateTime") ? "Date" : "String", value);
    }

    static String item(String name, String type, String value) {
        return "<dataItem><name>" + name + "</name><type>" + type + "</type><value>" + value + "</value></dataItem>";
    }

    /** 2500 francs from the customer. */
    Map<String, String> c2b() {
        Map<String, String> items = new LinkedHashMap<>();
        items.put("CustomerMSISDN", CUSTOMER);
        items.put("ServiceProviderCode", drc.serviceProviderCode());
        items.put("Currency", "CDF");
        items.put("Amount", "2500");
        items.put("Date", "20260314092408");
        items.put("ThirdPartyReference", unique());
        items.put("CommandId", drc.c2bCommandId());
        items.put("Language", "FR");
        items.put("CallBackChannel", "2");
        items.put("CallBackDestination", receiver.url("/callback"));
        items.put("Surname", "Shop");
        items.put("Initials", "Order 17");
        return items;
    }

    /** Five dollars to the customer. */
    Map<String, String> b2c() {
        Map<String, String> items = new LinkedHashMap<>();
        items.put("ServiceProviderName", drc.serviceProviderName());
        items.put("CustomerMSISDN", CUSTOMER);
        items.put("Currency", "USD");
        items.put("Amount", "5");
        items.put("TransactionDateTime", "20260314092408");
        items.put("Shortcode", drc.shortCode());
        items.put("Language", "FR");
        items.put("ThirdPartyReference", unique());
        items.put("CallBackChannel", "2");
        items.put("CallBackDestination", receiver.url("/callback"));
        items.put("CommandID", drc.b2cCommandId());
        return items;
    }

    /** The same items with one that differs. */
    static Map<String, String> but(Map<String, String> items, String name, String value) {
        items.put(name, value);
        return items;
    }

    /** Whether nothing was taken on. */
    void assertNothingDone() {
        assertEquals(true, drc.awaitCallbacks(SOON));
        assertEquals(List.of(), drc.ledger("CDF").entries());
        assertEquals(List.of(), drc.ledger("USD").entries());
        assertEquals(List.of(), drc.journal().deliveries());
    }

    private static String unique() {
        return "reference" + COUNTER.incrementAndGet();
    }
}
