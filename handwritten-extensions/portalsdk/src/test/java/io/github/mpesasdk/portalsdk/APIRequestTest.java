package io.github.mpesasdk.portalsdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.SeenRequest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Isolated("it listens to the standard output")
class APIRequestTest {

    private static final String ACCEPTANCE =
            "{\"output_ResponseCode\":\"INS-0\",\"output_TransactionID\":\"Zq4test00001\"}";

    @ParameterizedTest
    @EnumSource
    void everyMethodArrivesWithItsHeaders(APIMethodType method) throws Exception {
        try (DyingServer server = DyingServer.start(Fates.answer("201 Created", ACCEPTANCE))) {
            APIResponse response = new APIRequest(Portal.context(method, server)).execute();

            assertEquals(201, response.getStatusCode());
            assertEquals("INS-0", response.getParameter("output_ResponseCode"));
            SeenRequest only = only(server);
            assertEquals(method.name(), only.method());
            assertEquals(Portal.PATH, only.path());
            assertEquals(Optional.of("application/json"), only.header("Content-Type"));
            assertEquals(Optional.of("shop.example"), only.header("Origin"));
            assertEquals(Optional.of("127.0.0.1:" + server.baseUrl().getPort()), only.header("Host"));
            assertEquals(Portal.API_KEY, Portal.decrypted(only));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POST", "PUT"})
    void parametersTravelInTheBodyWhateverTheyContain(APIMethodType method) {
        try (DyingServer server = DyingServer.start(Fates.answer("201 Created", ACCEPTANCE))) {
            APIContext context = Portal.context(method, server);
            context.addParameter("input_PurchasedItemsDesc", "Caf\u00e9 \"two\"\n\\");
            new APIRequest(context).execute();

            JsonObject body = JsonParser.parseString(only(server).body()).getAsJsonObject();
            assertEquals(3, body.size());
            assertEquals(Portal.MSISDN, body.get("input_CustomerMSISDN").getAsString());
            assertEquals(
                    "Caf\u00e9 \"two\"\n\\",
                    body.get("input_PurchasedItemsDesc").getAsString());
            assertFalse(only(server).head().contains(Portal.MSISDN));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GET", "DELETE"})
    void parametersTravelInTheUrlWhateverTheyContain(APIMethodType method) {
        try (DyingServer server = DyingServer.start(Fates.answer("200 OK", ACCEPTANCE))) {
            APIContext context = Portal.context(method, server);
            context.addParameter("input_MsisdnToken", "a+b/c&d=");
            new APIRequest(context).execute();

            String requestLine = only(server).head().lines().findFirst().orElseThrow();
            assertTrue(
                    requestLine.contains("?input_CustomerMSISDN=" + Portal.MSISDN + "&input_ThirdPartyConversationID="
                            + Portal.CONVERSATION + "&input_MsisdnToken=a%2Bb%2Fc%26d%3D "),
                    requestLine);
            assertEquals("", only(server).body());
        }
    }

    @Test
    void aPostWithoutParametersSendsAnEmptyObject() {
        try (DyingServer server = DyingServer.start(Fates.answer("200 OK", ACCEPTANCE))) {
            APIContext context = Portal.context(APIMethodType.POST, server);
            context.setParameters(Map.of());
            new APIRequest(context).execute();

            assertEquals("{}", only(server).body());
        }
    }

    @Test
    void theCallerCannotReplaceTheBearerByAHeader() throws Exception {
        try (DyingServer server = DyingServer.start(Fates.answer("200 OK", ACCEPTANCE))) {
            APIContext context = Portal.context(APIMethodType.POST, server);
            context.addHeader("authorization", "Basic x");
            new APIRequest(context).execute();

            assertEquals(Portal.API_KEY, Portal.decrypted(only(server)));
        }
    }

    @Test
    void aRequestReadsItsContextWhenItIsExecuted() {
        try (DyingServer server = DyingServer.start(Fates.answer("200 OK", ACCEPTANCE))) {
            APIContext context = Portal.context(APIMethodType.POST, server);
            APIRequest request = new APIRequest(context);
            request.execute();
            context.setMethodType(APIMethodType.GET);
            request.execute();

            assertEquals(
                    List.of("POST", "GET"),
                    server.requests().stream().map(SeenRequest::method).toList());
        }
    }

    @Test
    void theBearerIsEncryptedAnewEachTimeAndBare() throws Exception {
        APIRequest request = new APIRequest(Portal.context(APIMethodType.GET, DyingServer.nobody()));
        String bearer = request.createBearerToken();

        assertEquals(Portal.API_KEY, Portal.decrypted(bearer));
        assertNotEquals(bearer, request.createBearerToken());
    }

    @Test
    void printsNothing() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (DyingServer server = DyingServer.start(Fates.answer("200 OK", ACCEPTANCE));
                PrintStream ear = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(ear);
            System.setErr(ear);
            new APIRequest(Portal.context(APIMethodType.POST, server)).execute();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }

    private static SeenRequest only(DyingServer server) {
        assertEquals(1, server.requests().size());
        return server.requests().get(0);
    }
}
