package io.github.mpesasdk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What no parser reads is refused like anything else: in the market's words, in the journal, in one line of the log.
 */
class UnreadableRequestTest {

    private static final String PUSH = "/mpesa/stkpush/v1/processrequest";

    private final List<String> log = new CopyOnWriteArrayList<>();
    private Sandbox sandbox;
    private Receiver receiver;
    private Merchant merchant;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.builder().log(log::add).start();
        receiver = new Receiver();
        merchant = new Merchant(sandbox.kenya(), receiver);
    }

    @AfterEach
    void stop() {
        receiver.close();
        sandbox.close();
    }

    @Test
    void aCharsetThatThereIsNotIsAnInvalidPayload() throws Exception {
        assertInvalid(push("application/json; charset=nonsense", "identity", bytes(merchant.push())), "nonsense");
        assertInvalid(push("application/json; charset=\"%&/\"", "identity", bytes(merchant.push())), "charset");
    }

    @Test
    void aBodyThatIsNotPackedAsItSaysIsAnInvalidPayload() throws Exception {
        assertInvalid(push("application/json", "gzip", bytes(merchant.push())), "gzip");
        byte[] packed = packed(bytes(merchant.push()));
        assertInvalid(push("application/json", "gzip", Arrays.copyOf(packed, packed.length / 2)), "gzip");
        assertEquals(200, push("application/json", "gzip", packed).statusCode());
    }

    @Test
    void aBodyThatUnpacksWithoutEndIsNotUnpackedToTheEnd() throws Exception {
        byte[] bomb = packed(new byte[50_000_000]);
        assertTrue(bomb.length < 100_000);

        assertEquals(413, push("application/json", "gzip", bomb).statusCode());

        Exchange refused = lastPush();
        assertEquals(413, refused.status());
        assertEquals("", refused.body());
        assertTrue(log.get(log.size() - 1).contains("stkPush -> 413"), log.toString());
    }

    @Test
    void aBodyWithoutEndIsNotReadToTheEnd() throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), sandbox.baseUrl().getPort())) {
            socket.setSoTimeout(30_000);
            String head = "POST " + PUSH + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4000000000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            for (int written = 0; written <= 1_000_000; written += 100_000) {
                socket.getOutputStream().write(new byte[100_000]);
            }
            byte[] answer = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
            assertEquals("HTTP/1.1 413", new String(answer, StandardCharsets.US_ASCII));
        }
    }

    /** The tree of such a body takes a hundred times the room of its text. */
    @ParameterizedTest
    @ValueSource(strings = {PUSH, "/insight/SOAPIn", "/_sandbox/kenya/answers"})
    void aBodyOfManySmallValuesIsTooLong(String path) throws Exception {
        String values =
                path.equals("/insight/SOAPIn") ? "<b/>".repeat(100_000) : "{\"a\":[" + "[],".repeat(300_000) + "0]}";
        HttpResponse<String> answer = merchant.send(
                merchant.at(path).POST(BodyPublishers.ofString(values)).build());
        assertEquals(413, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("more than 20000 values"), answer.body());
    }

    @Test
    void longBodiesThatDoNotEndKeepNoUsualRequestWaiting() throws Exception {
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), sandbox.baseUrl().getPort());
                open.add(socket);
                String head = "POST " + PUSH + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 990000\r\n\r\n";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(new byte[989_999]);
            }
            assertEquals(
                    200,
                    push("application/json", "identity", bytes(merchant.push())).statusCode());

            assertEquals("HTTP/1.1 503", firstAnswer(open), "there is no room for all of them");
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    private static String firstAnswer(List<Socket> open) throws Exception {
        for (int tries = 0; tries < 3_000; tries++) {
            for (Socket socket : open) {
                if (socket.getInputStream().available() > 0) {
                    byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 503".length());
                    return new String(start, StandardCharsets.US_ASCII);
                }
            }
            Thread.sleep(10);
        }
        return "none";
    }

    @Test
    void everyMarketRefusesInItsOwnWords() throws Exception {
        HttpResponse<String> drc = merchant.send(merchant.at("/insight/SOAPIn")
                .header("Content-Type", "text/xml; charset=nonsense")
                .POST(BodyPublishers.ofString("<a/>"))
                .build());
        assertTrue(drc.body().contains("Couldn't create SOAP message"), drc.body());
        assertEquals(1, sandbox.drc().journal().refused().size());

        HttpResponse<String> mozambique = merchant.send(merchant.at("/ipg/v1x/c2bPayment/singleStage/")
                .header("Content-Type", "application/json; charset=nonsense")
                .header("Origin", "*")
                .POST(BodyPublishers.ofString("{}"))
                .build());
        assertEquals(401, mozambique.statusCode());
        assertTrue(sandbox.mozambique().journal().refused().toString().contains("nonsense"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mpesa/%zz",
                "/mpesa/a%",
                "/mpesa/a%00b",
                "/mpesa/x?a=%zz",
                "/mpesa/x?%",
                "/mpesa/x?a=%c3%28",
                "http://[/mpesa/x",
                "/mpesa/x;a=%",
                "/mpesa/../%2e%2e/__admin"
            })
    void aStrayPerCentSignIsOneMoreAddressWithNothingThere(String target) throws Exception {
        String answer = raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 404") && answer.contains("404.001.01"), answer);
        assertEquals(1, sandbox.kenya().journal().exchanges().size());
        assertEquals(1, log.size());
    }

    @Test
    void aStrayPerCentSignInAParameterIsItsValue() throws Exception {
        String target = "/oauth/v1/generate?grant_type=%zz";
        String answer = raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic YTpi\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 400") && answer.contains("400.008.02"), answer);
        assertEquals("%zz", sandbox.kenya().journal().exchanges().get(0).query().get("grant_type"));
    }

    @Test
    void aFormOfStrayPerCentSignsIsNoJson() throws Exception {
        assertEquals(
                400,
                push("application/x-www-form-urlencoded", "identity", "a=%zz&%".getBytes(StandardCharsets.US_ASCII))
                        .statusCode());
    }

    @Test
    void theLogHasTheCodeAndTheIdOfARefusal() throws Exception {
        HttpResponse<String> answer = merchant.post("/mpesa/stkpush/v9/none", merchant.push());
        String id = Merchant.json(answer).get("requestId").getAsString();
        String line = log.get(log.size() - 1);
        assertTrue(line.contains("\"requestId\":\"" + id + "\",\"errorCode\":\"404.001.01\""), line);
    }

    @Test
    void theControlsSayWhatTheyCannotRead() throws Exception {
        HttpResponse<String> answer = merchant.send(merchant.at("/_sandbox/kenya/faults")
                .header("Content-Type", "application/json; charset=nonsense")
                .POST(BodyPublishers.ofString("{}"))
                .build());
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("charset"), answer.body());
    }

    @Test
    void aBodyThatBreaksOffIsRefusedWithoutAStackTrace() throws Exception {
        String answer =
                raw("POST " + PUSH + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 400") && !answer.contains("Exception"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/__admin", "/__admin/", "/__admin/mappings", "/__admin/swagger-ui/", "/__files/x"})
    void theEnginesOwnAddressesAreNobodys(String path) throws Exception {
        HttpResponse<String> answer = merchant.send(merchant.at(path).build());
        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("no market of this sandbox has this path"), answer.body());
    }

    @Test
    void noHeaderTellsTheEngine() throws Exception {
        for (String path : List.of("/", "/_sandbox", "/mpesa/x", "/nowhere", "/oauth/v1/generate")) {
            String headers =
                    merchant.send(merchant.at(path).build()).headers().map().toString();
            assertFalse(headers.toLowerCase(Locale.ROOT).matches(".*(stub|jetty|wiremock).*"), headers);
        }
    }

    private void assertInvalid(HttpResponse<String> answer, String why) throws Exception {
        assertTrue(Merchant.error(answer).startsWith("400 400.002.05"), answer.body());
        Exchange refused = lastPush();
        assertEquals(1, refused.refused().size());
        assertTrue(refused.refused().get(0).contains(why), refused.refused().toString());
        assertTrue(log.get(log.size() - 1).contains("stkPush -> 400"), log.toString());
    }

    private Exchange lastPush() {
        List<Exchange> pushes = sandbox.kenya().journal().of("stkPush");
        return pushes.get(pushes.size() - 1);
    }

    private HttpResponse<String> push(String type, String encoding, byte[] body) throws Exception {
        return merchant.send(merchant.at(PUSH)
                .header("Authorization", "Bearer " + merchant.token())
                .header("Content-Type", type)
                .header("Content-Encoding", encoding)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    private String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), sandbox.baseUrl().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new RawConnection(socket).read(RawConnection::hasAnAnswer);
        }
    }

    private static byte[] bytes(Object json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
