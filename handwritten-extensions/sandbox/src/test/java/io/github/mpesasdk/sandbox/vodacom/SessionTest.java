package io.github.mpesasdk.sandbox.vodacom;

import static io.github.mpesasdk.sandbox.EncryptedCaller.code;
import static io.github.mpesasdk.sandbox.EncryptedCaller.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.Eventually;
import io.github.mpesasdk.sandbox.Exchange;
import io.github.mpesasdk.sandbox.market.OpenApiSpec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SessionTest extends VodacomTest {

    private static final String NOT_AUTHORIZED = "401 API or Session key is not authorized";

    SessionTest(VodacomSandbox vodacom) throws IOException {
        super(vodacom);
    }

    @Test
    void aKeyOpensASession() throws Exception {
        HttpResponse<String> answer = openSession("vodacomTZN", vodacom.apiKey());
        assertEquals("200 INS-0", code(answer));
        assertEquals(32, json(answer).get("output_SessionID").getAsString().length());
        assertNotEquals(session("vodacomTZN"), session("vodacomTZN"));
        assertEquals(List.of(), vodacom.journal().violations());
        assertEquals("default", vodacom.journal().exchanges().get(0).caller());
    }

    @Test
    void aWrongKeyOpensNothing() throws Exception {
        assertEquals(NOT_AUTHORIZED, code(openSession("vodacomTZN", "0".repeat(32))));
        HttpRequest plain = caller.request(
                        "GET", url("vodacomTZN", "/getSession/"), "Bearer " + vodacom.apiKey(), new JsonObject())
                .build();
        assertEquals(NOT_AUTHORIZED, code(caller.send(plain)), "a key must be encrypted");
    }

    @Test
    void aSessionMustBeEncryptedAndIsNoKey() throws Exception {
        String session = session("vodacomTZN");
        for (String bearer : List.of("Bearer " + session, caller.bearer(vodacom.apiKey()), "Basic x", "Bearer")) {
            HttpRequest request = caller.request("POST", url("vodacomTZN", C2B), bearer, c2b())
                    .build();
            assertEquals(NOT_AUTHORIZED, code(caller.send(request)));
        }
        assertEquals(List.of(), vodacom.ledger().entries());
    }

    @Test
    void aSessionIsForOneMarket() throws Exception {
        String bearer = caller.bearer(session("vodafoneGHA"));
        assertEquals(
                NOT_AUTHORIZED,
                code(caller.send(caller.request("POST", url("vodacomTZN", C2B), bearer, c2b())
                        .build())));
    }

    @Test
    void aSessionBecomesLiveAndEnds() throws Exception {
        vodacom.activationDelay(Duration.ofHours(1));
        String early = caller.bearer(session("vodacomTZN"));
        assertEquals(
                NOT_AUTHORIZED,
                code(caller.send(caller.request("POST", url("vodacomTZN", C2B), early, c2b())
                        .build())));

        vodacom.activationDelay(Duration.ofMillis(200));
        String bearer = caller.bearer(session("vodacomTZN"));
        HttpRequest.Builder request = caller.request("POST", url("vodacomTZN", C2B), bearer, c2b());
        Eventually.is(() -> code(caller.send(request.build())).equals("201 INS-0"));
        vodacom.expireSessions();
        assertEquals(NOT_AUTHORIZED, code(caller.send(request.build())));

        vodacom.activationDelay(Duration.ZERO);
        vodacom.sessionLifetime(Duration.ofMillis(1));
        String brief = caller.bearer(session("vodacomTZN"));
        Thread.sleep(5);
        assertEquals(
                NOT_AUTHORIZED,
                code(caller.send(caller.request("POST", url("vodacomTZN", C2B), brief, c2b())
                        .build())));
    }

    @Test
    void originIsAskedForFirst() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url("vodacomTZN", "/getSession/")))
                .header("Content-Type", "application/json")
                .build();
        assertEquals("400 Origin header is missing", code(caller.send(request)));
        assertEquals(List.of("Origin is missing (captured)"), vodacom.journal().violations());
    }

    @Test
    void aBodyOfAnotherTypeIsReadWithARemark() throws Exception {
        HttpRequest request = caller.request(
                        "POST", url("vodacomTZN", C2B), caller.bearer(session("vodacomTZN")), c2b())
                .setHeader("Content-Type", "text/plain")
                .build();
        assertEquals("201 INS-0", code(caller.send(request)));
        assertEquals(
                List.of("Content-Type is not application/json (documented)"),
                vodacom.journal().remarks());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /c2bPayment/singleStage, 404",
        "POST, /b2cPayment/singleStage/, 404",
        "POST, /reversal/, 405",
        "PUT, /c2bPayment/singleStage/, 405",
        "POST, /queryTransactionStatus/, 405",
        "POST, /getSession/, 405",
    })
    void methodsAndPathsAreExact(String method, String path, int status) throws Exception {
        assertEquals(status, send(method, path, c2b()).statusCode());
        assertEquals(
                1,
                vodacom.journal().exchanges().stream()
                        .filter(exchange -> exchange.operationId() == null)
                        .count());
    }

    @ParameterizedTest
    @MethodSource
    void everyCountryOfTheSpecIsServed(String market) throws Exception {
        assertEquals("200 INS-0", code(openSession(market, vodacom.apiKey())));
    }

    static Stream<Object> everyCountryOfTheSpecIsServed() {
        return OpenApiSpec.of("io/github/mpesasdk/specs/vodacom/openapi.yaml").markets().stream()
                .map(row -> row.get("path"));
    }

    @Test
    void thereIsNoOtherMarketAndNoProduction() throws Exception {
        assertEquals("400 INS-998", code(openSession("vodafoneEGY", vodacom.apiKey())));
        String production = vodacom.baseUrl() + "/openapi/ipg/v2/vodacomTZN/getSession/";
        HttpRequest request = caller.request("GET", production, caller.bearer(vodacom.apiKey()), new JsonObject())
                .build();
        assertEquals(NOT_AUTHORIZED, code(caller.send(request)));
    }

    @Test
    void tenantsAreToldApart() throws Exception {
        VodacomApp other = vodacom.addApp("other");
        String id = json(openSession("vodacomTZN", other.apiKey()))
                .get("output_SessionID")
                .getAsString();
        HttpRequest request = caller.request("POST", url("vodacomTZN", C2B), caller.bearer(id), c2b())
                .build();
        assertEquals("201 INS-0", code(caller.send(request)));
        assertEquals(
                List.of("other"),
                vodacom.journal().of("c2bPayment").stream()
                        .map(Exchange::caller)
                        .toList());
        assertFalse(other.toString().contains(other.apiKey()));
    }
}
