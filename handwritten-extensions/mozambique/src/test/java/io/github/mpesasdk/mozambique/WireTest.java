package io.github.mpesasdk.mozambique;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.mozambiqueapi.MozambiqueApi;
import io.github.mpesasdk.runtime.Operation;
import java.math.BigDecimal;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;

/** What leaves the process: addresses, ports, headers, bodies. */
class WireTest {

    private static final String DONE =
            "{\"output_ResponseCode\":\"INS-0\",\"output_TransactionID\":\"TST1\",\"output_CustomerName\":\"Ex*mp*e\","
                    + "\"output_ResponseTransactionStatus\":\"Completed\"}";

    private static void everyCall(Mozambique mozambique) {
        mozambique.c2b().charge(charge -> charge.amount(15).from(TestGateway.CUSTOMER));
        mozambique.b2c().pay(pay -> pay.amount(15).to(TestGateway.CUSTOMER));
        mozambique.b2b().pay(pay -> pay.amount(15).to("979797"));
        mozambique.transactions().reverse(undo -> undo.receipt("TST1").amount(new BigDecimal("4.25")));
        mozambique.transactions().status("TST1").await(TestGateway.SOON);
        mozambique.customers().name(TestGateway.CUSTOMER).await(TestGateway.SOON);
    }

    @Test
    void everyCallCarriesTheThreeHeadersAndOneCiphertext() {
        try (TestGateway gateway = TestGateway.repeating(DONE)) {
            everyCall(gateway.client());

            Set<String> bearers = new HashSet<>();
            assertEquals(6, gateway.requests().size());
            for (SeenRequest request : gateway.requests()) {
                assertEquals(
                        "developer.mpesa.vm.co.mz", request.header("Origin").orElse(""));
                assertTrue(request.header("Content-Type").orElse("").startsWith("application/json"), request.method());
                bearers.add(request.header("Authorization").orElse(""));
            }
            assertEquals(1, bearers.size());
            String bearer = bearers.iterator().next();
            assertTrue(bearer.startsWith("Bearer "));
            assertEquals(TestGateway.API_KEY, TestGateway.decrypted(bearer.substring("Bearer ".length())));
        }
    }

    @Test
    void theOriginCanBeSet() {
        try (TestGateway gateway = TestGateway.answering("200 OK", request -> DONE, settings -> settings.origin("*"))) {
            gateway.client().transactions().status("TST1").await(TestGateway.SOON);

            assertEquals("*", gateway.requests().get(0).header("Origin").orElse(""));
        }
    }

    @Test
    void methodsPathsAndFieldsAreThoseOfTheSpec() {
        try (TestGateway gateway = TestGateway.repeating(DONE)) {
            everyCall(gateway.client());

            List<SeenRequest> sent = gateway.requests();
            assertEquals(
                    List.of(
                            "POST /ipg/v1x/c2bPayment/singleStage/",
                            "POST /ipg/v1x/b2cPayment/",
                            "POST /ipg/v1x/b2bPayment/",
                            "PUT /ipg/v1x/reversal/",
                            "GET /ipg/v1x/queryTransactionStatus/",
                            "GET /ipg/v1x/queryCustomerName/"),
                    sent.stream()
                            .map(request -> request.method() + " " + request.path())
                            .toList());
            assertEquals("15", TestGateway.field(sent.get(0), "input_Amount"));
            assertEquals(TestGateway.CUSTOMER_DIGITS, TestGateway.field(sent.get(0), "input_CustomerMSISDN"));
            assertEquals("171717", TestGateway.field(sent.get(2), "input_PrimaryPartyCode"));
            assertEquals("4.25", TestGateway.field(sent.get(3), "input_ReversalAmount"));
            assertEquals(TestGateway.CREDENTIAL, TestGateway.field(sent.get(3), "input_SecurityCredential"));
            assertEquals("TST1", TestGateway.field(sent.get(4), "input_QueryReference"));
            assertEquals(TestGateway.CUSTOMER_DIGITS, TestGateway.field(sent.get(5), "input_CustomerMSISDN"));
        }
    }

    @Test
    void eachOperationGoesToItsPort() {
        Map<String, DyingServer> servers = new HashMap<>();
        MozambiqueApi.OPERATIONS.forEach(
                operation -> servers.put(operation.id(), DyingServer.start(Fates.answer("200 OK", DONE))));
        Map<String, Integer> ports = servers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, server -> server.getValue().baseUrl().getPort()));
        URI elsewhere = TestGateway.base(DyingServer.nobody());
        try (Mozambique mozambique =
                TestGateway.settings().at(elsewhere).ports(ports).build()) {
            everyCall(mozambique);

            for (Operation<?, ?> operation : MozambiqueApi.OPERATIONS) {
                DyingServer server = servers.get(operation.id());
                assertEquals(
                        List.of("/ipg/v1x" + operation.path()),
                        server == null
                                ? List.of()
                                : server.requests().stream()
                                        .map(SeenRequest::path)
                                        .toList());
            }
        } finally {
            servers.values().forEach(DyingServer::close);
        }
    }

    @Test
    void sandboxAndProductionHaveTheHostsAndPortsOfTheSpec() {
        assertEquals(
                Set.of(18352, 18345, 18349, 18353, 18354, 19323),
                portsAt("api.sandbox.vm.co.mz", TestGateway.settings().sandbox()));
        assertEquals(
                Set.of(18352, 18345, 18349, 18353, 18354, 19323),
                portsAt("api.vm.co.mz", TestGateway.settings().production()));
        assertEquals(
                Set.of(18352, 18345, 18349, 18353, 18354, 19323),
                portsAt(
                        "gateway.example",
                        TestGateway.settings().portsOfTheSpec().at(URI.create("https://gateway.example/ipg/v1x"))));
    }

    // The interceptor answers in place of the network.
    private static Set<Integer> portsAt(String host, MozambiqueBuilder settings) {
        Set<Integer> ports = new HashSet<>();
        OkHttpClient noNetwork = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    HttpUrl url = chain.request().url();
                    assertEquals(host, url.host());
                    assertTrue(url.isHttps());
                    ports.add(url.port());
                    return new Response.Builder()
                            .request(chain.request())
                            .protocol(Protocol.HTTP_1_1)
                            .code(200)
                            .message("OK")
                            .body(ResponseBody.create(DONE, null))
                            .build();
                })
                .build();
        try (Mozambique mozambique =
                settings.httpClient(noNetwork).riskAnswersOfOtherRequests().build()) {
            everyCall(mozambique);
        }
        return ports;
    }

    @Test
    void callFillsInWhatIsMissing() {
        try (TestGateway gateway = TestGateway.repeating(DONE)) {
            JsonObject input = new JsonObject();
            input.addProperty("input_TransactionID", "TST1");
            JsonObject answer = gateway.client().call("reversal", input);

            SeenRequest sent = gateway.requests().get(0);
            assertEquals("TST1", answer.get("output_TransactionID").getAsString());
            assertEquals(TestGateway.INITIATOR, TestGateway.field(sent, "input_InitiatorIdentifier"));
            assertEquals("171717", TestGateway.field(sent, "input_ServiceProviderCode"));
            assertEquals(
                    32, TestGateway.field(sent, "input_ThirdPartyReference").length());

            input.addProperty("input_Ammount", "1");
            assertThrows(InvalidInputException.class, () -> gateway.client().call("reversal", input));
            assertThrows(InvalidInputException.class, () -> gateway.client().call("token", input));
            assertEquals(1, gateway.requests().size());
        }
    }
}
