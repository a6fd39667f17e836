package io.github.mpesasdk.portalsdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.DyingServer.Fate;
import io.github.mpesasdk.core.testing.Fates;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class APIResponseTest {

    @Test
    void tellsStatusAndFields() {
        APIResponse response = answered(Fates.answer(
                "409 Conflict",
                "{\"output_ResponseCode\":\"INS-10\",\"count\":1.50,\"flag\":true,\"none\":null,\"in\":{\"a\":[1]}}",
                "X-Robots-Tag: none"));

        assertEquals(409, response.getStatusCode());
        assertEquals("Conflict", response.getReason());
        assertEquals("HTTP/1.1 409 Conflict", response.getStatusLine());
        assertEquals(List.of("none"), response.getHeaders().get("x-robots-tag"));
        assertEquals(
                Map.of("output_ResponseCode", "INS-10", "count", "1.50", "flag", "true", "in", "{\"a\":[1]}"),
                response.getParameters());
        assertEquals("INS-10", response.getParameter("output_ResponseCode"));
        assertNull(response.getParameter("output_TransactionID"));
        assertEquals("APIResponse[409]", response.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>Bad Gateway</body></html>",
                "INS-0",
                "[1,2]",
                "{\"output_ResponseCode\":",
                "{} and more",
                "null"
            })
    void aBodyThatIsNoJsonObjectSurvivesAsText(String body) {
        APIResponse response = answered(Fates.answer("502 Bad Gateway", body));

        assertEquals(502, response.getStatusCode());
        assertEquals(body, response.getBody());
        assertEquals(body, response.getResult());
        assertEquals(Map.of(), response.getParameters());
    }

    @Test
    void aBodyInAnotherCharsetIsReadInIt() {
        Fate fate = (request, connection) -> connection
                .getOutputStream()
                .write(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=ISO-8859-1\r\nContent-Length: 4\r\n\r\nN\u00e3o!"
                                .getBytes(StandardCharsets.ISO_8859_1));

        assertEquals("N\u00e3o!", answered(fate).getBody());
    }

    @Test
    void aStatusWithoutReasonIsNoTrouble() {
        APIResponse response = answered(Fates.answer("200", "{}"));

        assertEquals("", response.getReason());
        assertEquals("HTTP/1.1 200", response.getStatusLine());
    }

    @Test
    void aBodyWithoutEndIsNotKept() {
        Fate endless = Fates.answer("200 OK", "x".repeat((1 << 20) + 1));

        assertThrows(UnknownOutcomeException.class, () -> answered(endless));
    }

    private static APIResponse answered(Fate fate) {
        try (DyingServer server = DyingServer.start(fate)) {
            return new APIRequest(Portal.context(APIMethodType.POST, server)).execute();
        }
    }
}
