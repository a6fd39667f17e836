package io.github.mpesasdk.drc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.drcapi.model.DrcLanguage;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves the process: addresses, headers, envelopes, items. */
class WireTest {

    private static final String AUTH = "{" + Soap.AUTH + "}";

    private static Soap.Item string(String name, String value) {
        return new Soap.Item(name, "String", value);
    }

    private static void everyCall(DrcGateway client) {
        client.c2b().charge(TestGateway::tea);
        client.b2c().pay(TestGateway::wages);
    }

    @Test
    void aLoginIsAsRecorded() {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            client.c2b().charge(TestGateway::tea);

            SeenRequest login = gateway.logins().get(0);
            assertEquals(
                    List.of(AUTH + "EventID"), List.copyOf(Soap.headers(login).keySet()), "no token");
            assertEquals(
                    List.of(string("Username", TestGateway.USERNAME), string("Password", TestGateway.PASSWORD)),
                    Soap.items(login));
        }
    }

    @Test
    void aPaymentOfACustomerIsAsRecorded() {
        Clock clock = Clock.fixed(Instant.parse("2026-03-14T08:24:08Z"), ZoneOffset.UTC);
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client(settings -> settings.clock(clock))) {
            client.c2b().charge(charge -> TestGateway.tea(charge).id("order-17"));

            SeenRequest payment = gateway.payments().get(0);
            assertEquals(
                    List.of(AUTH + "Token", AUTH + "EventID"),
                    List.copyOf(Soap.headers(payment).keySet()));
            assertEquals(TestGateway.SESSION, Soap.token(payment));
            assertEquals("80049", Soap.event(payment));
            assertEquals(
                    List.of(
                            string("CustomerMSISDN", TestGateway.MSISDN),
                            string("ServiceProviderCode", "8337"),
                            string("Currency", "CDF"),
                            string("Amount", "2500"),
                            string("Date", "20260314092408"),
                            string("ThirdPartyReference", "order-17"),
                            string("CommandId", "InitTrans_testC2B"),
                            string("Language", "FR"),
                            string("CallBackChannel", "2"),
                            string("CallBackDestination", gateway.callbackAddress(0)),
                            string("Surname", "Kabila Shop"),
                            string("Initials", "Tea of Order 17")),
                    Soap.items(payment));
        }
    }

    @Test
    void aPaymentToACustomerIsAsRecorded() {
        Clock clock = Clock.fixed(Instant.parse("2026-03-14T08:24:08Z"), ZoneOffset.UTC);
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client =
                        gateway.client(settings -> settings.clock(clock).language(DrcLanguage.EN))) {
            client.b2c().pay(payout -> TestGateway.wages(payout)
                    .amount(new BigDecimal("5.50"))
                    .id("wages-3"));

            SeenRequest payment = gateway.payments().get(0);
            assertEquals(TestGateway.SESSION, Soap.token(payment));
            assertEquals("12001", Soap.event(payment));
            assertEquals(
                    List.of(
                            string("ServiceProviderName", "SHOP"),
                            string("CustomerMSISDN", TestGateway.MSISDN),
                            string("Currency", "USD"),
                            string("Amount", "5.50"),
                            new Soap.Item("TransactionDateTime", "Date", "20260314092408"),
                            string("Shortcode", "15058"),
                            string("Language", "EN"),
                            string("ThirdPartyReference", "wages-3"),
                            string("CallBackChannel", "2"),
                            string("CallBackDestination", gateway.callbackAddress(0)),
                            string("CommandID", "InitTrans_testB2C")),
                    Soap.items(payment));
        }
    }

    @Test
    void everyRequestIsSoap11() {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            everyCall(client);

            assertEquals(4, gateway.all().size());
            for (SeenRequest request : gateway.all()) {
                assertEquals("POST", request.method());
                assertEquals(
                        "text/xml; charset=UTF-8",
                        request.header("Content-Type").orElseThrow());
                assertEquals("\"\"", request.header("SOAPAction").orElseThrow());
                assertTrue(request.header("Authorization").isEmpty());
                assertTrue(request.body().startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
                assertFalse(request.body().contains("xsi"), "no types and no nil");
                assertEquals(
                        1,
                        Soap.parse(request.body())
                                .getElementsByTagNameNS(Soap.GENERIC, "getGenericResult")
                                .getLength());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Épicerie Noël & Fils <Kin> \"Gombe\" l'été",
                "]]> &amp; <!-- x -->",
                "\uD83D\uDE00 emoji",
                "line\nbreak and\ttab",
                " blanks around ",
                "</value></dataItem><dataItem><name>Amount</name><value>1</value>"
            })
    void freeTextArrivesAsItWasWritten(String text) {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            client.c2b().charge(charge -> TestGateway.tea(charge).surname(text));

            assertEquals(12, Soap.items(gateway.payments().get(0)).size());
            assertEquals(text, Soap.item(gateway.payments().get(0), "Surname"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0008b", "a\u001Fb", "a\uFFFFb", "a\uD83Db", "a\uDE00b"})
    void whatXmlCannotWriteIsRefusedBeforeAnythingIsSent(String text) {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            InvalidInputException error = assertThrows(InvalidInputException.class, () -> client.c2b()
                    .charge(charge -> TestGateway.tea(charge).initials(text)));

            assertTrue(error.getMessage().contains("Initials"), error.getMessage());
            JsonObject input = new JsonObject();
            input.addProperty("CustomerMSISDN", TestGateway.MSISDN);
            input.addProperty("Currency", "CDF");
            input.addProperty("Amount", "1");
            input.addProperty("CallBackDestination", "https://shop.example/" + text);
            assertThrows(InvalidInputException.class, () -> client.call("b2cPayment", input));
            assertEquals(List.of(), gateway.all());
        }
    }

    @Test
    void atIsForAllOperationsAndKeepsItsPath() {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client =
                        gateway.client(settings -> settings.at(URI.create(gateway.address() + "/proxy/")))) {
            everyCall(client);

            assertEquals(
                    List.of(
                            "/proxy/insight/SOAPIn",
                            "/proxy/insight/SOAPIn",
                            "/proxy/insight/SOAPIn",
                            "/proxy/iPG/B2C"),
                    gateway.all().stream().map(SeenRequest::path).toList());
        }
    }

    @Test
    void eachOperationCanHaveAnAddressOfItsOwn() {
        try (DyingServer login = DyingServer.start(Fates.answer("200 OK", Soap.session(TestGateway.SESSION)));
                DyingServer c2b = DyingServer.start(Fates.answer("200 OK", Soap.acceptedC2b()));
                DyingServer b2c = DyingServer.start(Fates.answer("200 OK", Soap.acceptedB2c()));
                DrcGateway client = TestGateway.settings()
                        .loginAt(URI.create(login.baseUrl() + "/in/login"))
                        .c2bAt(URI.create(c2b.baseUrl() + "/in/c2b"))
                        .b2cAt(URI.create(b2c.baseUrl() + "/in/b2c"))
                        .at(DyingServer.nobody())
                        .build()) {
            everyCall(client);

            assertEquals(List.of("/in/login", "/in/login"), paths(login));
            assertEquals(List.of("/in/c2b"), paths(c2b));
            assertEquals(List.of("/in/b2c"), paths(b2c));
        }
    }

    private static List<String> paths(DyingServer server) {
        return server.requests().stream().map(SeenRequest::path).toList();
    }

    @Test
    void testAndProductionHaveTheHostsPortsAndPathsOfTheSpec() {
        assertEquals(ofTheSpec("uatipg.m-pesa.vodacom.cd"), addresses(DrcGatewayBuilder::test));
        assertEquals(ofTheSpec("ipg.m-pesa.vodacom.cd"), addresses(DrcGatewayBuilder::production));
        assertEquals(
                ofTheSpec("ipg.m-pesa.vodacom.cd"),
                addresses(settings ->
                        settings.at(URI.create("http://localhost:1")).production()),
                "the last one said counts");
        assertEquals(
                List.of(
                        "https://proxy.example/insight/SOAPIn",
                        "https://proxy.example/insight/SOAPIn",
                        "https://proxy.example/insight/SOAPIn",
                        "https://proxy.example/iPG/B2C"),
                addresses(settings -> settings.test().at(URI.create("https://proxy.example"))));
        assertEquals(
                "http://10.0.0.1:8097/insight/SOAPIn",
                addresses(settings -> settings.atInsecure(URI.create("http://10.0.0.1:8097")))
                        .get(0));
    }

    private static List<String> ofTheSpec(String host) {
        return List.of(
                "https://" + host + ":8091/insight/SOAPIn",
                "https://" + host + ":8091/insight/SOAPIn",
                "https://" + host + ":8091/insight/SOAPIn",
                "https://" + host + ":8094/iPG/B2C");
    }

    // The interceptor answers in place of the network.
    private static List<String> addresses(UnaryOperator<DrcGatewayBuilder> there) {
        List<String> addresses = new CopyOnWriteArrayList<>();
        OkHttpClient noNetwork = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    addresses.add(chain.request().url().toString());
                    return new Response.Builder()
                            .request(chain.request())
                            .protocol(Protocol.HTTP_1_1)
                            .code(200)
                            .message("OK")
                            .body(ResponseBody.create(answerTo(chain.request()), null))
                            .build();
                })
                .build();
        try (DrcGateway client = there.apply(
                        TestGateway.settings().httpClient(noNetwork).riskAnswersOfOtherRequests())
                .build()) {
            everyCall(client);
        }
        return addresses;
    }

    private static String answerTo(Request request) throws java.io.IOException {
        Buffer body = new Buffer();
        request.body().writeTo(body);
        return body.readUtf8().contains("EventID>2500<") ? Soap.session(TestGateway.SESSION) : Soap.acceptedC2b();
    }

    @Test
    void clearHttpIsRefusedUnlessSaidOutLoud() {
        URI clear = URI.create("http://gateway.example:8097/insight/SOAPIn");
        assertThrows(InvalidInputException.class, () -> DrcGateway.builder().at(clear));
        for (UnaryOperator<DrcGatewayBuilder> whole : List.<UnaryOperator<DrcGatewayBuilder>>of(
                settings -> settings.loginAt(clear),
                settings -> settings.c2bAt(clear),
                settings -> settings.b2cAt(clear))) {
            assertThrows(
                    InvalidInputException.class,
                    () -> whole.apply(TestGateway.settings().test()).build());
            assertThrows(InvalidInputException.class, () -> whole.apply(TestGateway.settings())
                    .atInsecure(clear)
                    .test()
                    .build());
            whole.apply(TestGateway.settings()).atInsecure(clear).build().close();
        }
    }
}
