package io.github.mpesasdk.sandbox.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.sandbox.Eventually;
import io.github.mpesasdk.sandbox.Merchant;
import io.github.mpesasdk.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpsTest extends TlsTest {

    private static final int SILENT = 8;
    private static final int BEGUN = 16;

    /** Longer than the port gives a client for its next request. */
    private static final int MOMENT_MILLIS = (int) Activity.MOMENT.toMillis() + 150;

    HttpsTest(Sandbox sandbox) throws IOException {
        super(sandbox);
    }

    @Test
    void aPushBehindTlsIsAPush() throws Exception {
        HttpClient client = Trusting.client(sandbox.certificateAuthority());
        Merchant merchant = new Merchant(sandbox.kenya(), receiver, sandbox.httpsUrl(), client);
        HttpResponse<String> answer = merchant.stkPush(merchant.push());
        assertEquals(200, answer.statusCode());
        assertEquals(HttpClient.Version.HTTP_1_1, answer.version(), "although the client would rather have the other");
        assertTrue(receiver.next("/stk").toString().contains("MpesaReceiptNumber"));
        assertEquals(List.of(), sandbox.kenya().journal().violations());
    }

    @Test
    void itIsToldWhereTheSandboxIsAndWhomToTrust() throws Exception {
        URI https = sandbox.httpsUrl();
        URI proxy = sandbox.proxyUrl();
        JsonObject description = JsonParser.parseString(sandbox.describe()).getAsJsonObject();
        assertEquals(https.toString(), description.get("httpsUrl").getAsString());
        assertEquals(proxy.toString(), description.get("proxy").getAsString());
        String authority = description.get("certificateAuthority").getAsString();
        assertEquals(sandbox.certificateAuthority(), authority);
        assertFalse(description.has("certificateAuthorityFile"), "nothing is written unless a folder is given");
        JsonObject behindTls = JsonParser.parseString(
                        get(Trusting.client(authority), https + "/_sandbox").body())
                .getAsJsonObject();
        assertEquals(https.toString(), behindTls.get("baseUrl").getAsString());
    }

    @Test
    void nothingIsOpenedUnasked() {
        try (Sandbox quiet = Sandbox.start()) {
            String description = quiet.describe();
            assertFalse(description.contains("httpsUrl") || description.contains("certificateAuthority"));
        }
    }

    @Test
    void whoDoesNotTrustTheAuthorityGetsNoFurther() {
        assertThrows(SSLHandshakeException.class, () -> get(HttpClient.newHttpClient(), sandbox.httpsUrl() + "/"));
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, localhost",
        "checkout.test, checkout.test",
        "mpesa.internal, mpesa.internal",
        "sandbox.safaricom.co.ke, sandbox.safaricom.co.ke",
        "API.Safaricom.co.ke, api.safaricom.co.ke",
        "api.sandbox.vm.co.mz, api.sandbox.vm.co.mz",
        "shop.example, localhost",
        "notlocalhost, localhost",
    })
    void theCertificateIsThatOfTheHostIfTheAuthoritySignsForIt(String asked, String name) throws Exception {
        try (SSLSocket socket = connect(asked, "http/1.1")) {
            assertEquals(
                    name,
                    names((X509Certificate) socket.getSession().getPeerCertificates()[0])
                            .get(0));
        }
    }

    @Test
    void thisMachineIsFoundByItsAddressesToo() throws Exception {
        HttpClient client = Trusting.client(sandbox.certificateAuthority());
        int port = sandbox.httpsUrl().getPort();
        for (String host : List.of("127.0.0.1", "localhost")) {
            assertEquals(
                    200,
                    get(client, "https://" + host + ":" + port + "/_sandbox").statusCode());
        }
    }

    @Test
    void onlyHttp1IsSpoken() {
        assertThrows(SSLException.class, () -> connect("localhost", "h2").close());
    }

    @Test
    void theConnectionIsKeptBetweenRequests() throws Exception {
        try (SSLSocket socket = connect("localhost", "http/1.1")) {
            for (int i = 0; i < 3; i++) {
                ask(socket);
            }
        }
    }

    private static void ask(SSLSocket socket) throws IOException {
        write(socket, "GET /_sandbox/kenya/ledger HTTP/1.1\r\nHost: localhost\r\n\r\n");
        String answer = "";
        byte[] some = new byte[4096];
        while (!answer.endsWith("\r\n0\r\n\r\n")) {
            int n = socket.getInputStream().read(some);
            assertTrue(n > 0, answer);
            answer += new String(some, 0, n, StandardCharsets.UTF_8);
        }
        assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
    }

    @Test
    void idleConnectionsKeepNobodyOut() throws Exception {
        List<Socket> many = new ArrayList<>();
        try {
            many.add(connect("localhost", "http/1.1"));
            // Those that open side by side may be ready in any order.
            Thread.sleep(MOMENT_MILLIS);
            while (many.size() < Acceptor.MOST_CONNECTIONS - SILENT) {
                many.add(connect("localhost", "http/1.1"));
            }
            while (many.size() < Acceptor.MOST_CONNECTIONS) {
                many.add(silent(sandbox));
            }
            Thread.sleep(MOMENT_MILLIS);
            HttpClient client = Trusting.client(sandbox.certificateAuthority());
            assertEquals(200, get(client, sandbox.httpsUrl() + "/_sandbox").statusCode());
            assertEquals(-1, many.get(0).getInputStream().read(), "the one that was idle for longest made room");
        } finally {
            close(many);
        }
    }

    @Test
    void moreConnectionsThanItTakesAreToldSo() throws Exception {
        HttpClient client = Trusting.client(sandbox.certificateAuthority());
        List<Socket> many = busy(sandbox);
        try {
            HttpResponse<String> answer = get(client, sandbox.httpsUrl() + "/_sandbox");
            assertEquals(503, answer.statusCode());
            assertTrue(answer.body().contains("128 connections"), answer.body());
        } finally {
            close(many);
        }
    }

    @Test
    void whoIsRefusedAndSaysNothingKeepsNobodyElseOut() throws Exception {
        // Each of them is given a second to speak, so one after the other would end a second apart. Where the machine
        // pauses, those that end together seem to as well, but not time after time.
        Duration oneAfterTheOther = Duration.ofMillis((SILENT - 1) * 900L);
        Duration span = spanOfRefusals();
        for (int more = 2; more > 0 && span.compareTo(oneAfterTheOther) >= 0; more--) {
            span = spanOfRefusals();
        }
        assertTrue(span.compareTo(oneAfterTheOther) < 0, "one after the other: " + span);
    }

    /** From the end of the first to that of the last of those that are refused and say nothing. */
    private static Duration spanOfRefusals() throws Exception {
        try (Sandbox full = Sandbox.start()) {
            List<Socket> many = busy(full);
            try {
                List<Socket> silent = new ArrayList<>();
                for (int i = 0; i < SILENT; i++) {
                    silent.add(silent(full));
                }
                many.addAll(silent);
                Instant first = end(silent.get(0));
                Instant last = first;
                for (Socket socket : silent) {
                    last = end(socket);
                }
                many.get(0).close();
                HttpClient client = Trusting.client(full.certificateAuthority());
                Eventually.is(() -> get(client, full.httpsUrl() + "/_sandbox").statusCode() == 200);
                return Duration.between(first, last);
            } finally {
                close(many);
            }
        }
    }

    private static Instant end(Socket socket) throws IOException {
        assertEquals(-1, socket.getInputStream().read());
        return Instant.now();
    }

    @Test
    void aSandboxThatIsClosedOpensNoPort() {
        Sandbox closed = Sandbox.start();
        closed.close();
        assertThrows(IllegalStateException.class, closed::httpsUrl);
        assertThrows(IllegalStateException.class, closed::proxyUrl);
    }

    /**
     * As many connections as there may be: over some a request has begun, and the others are about to speak TLS,
     * because so many handshakes can take longer than a request may take to end.
     */
    private static List<Socket> busy(Sandbox sandbox) throws Exception {
        List<Socket> many = new ArrayList<>();
        while (many.size() < BEGUN) {
            SSLSocket socket = connect(sandbox, "localhost", "http/1.1");
            many.add(socket);
            // After an answer the port takes ten seconds, not a moment, to notice that there is another request.
            ask(socket);
            write(socket, "POST /_sandbox");
        }
        while (many.size() < Acceptor.MOST_CONNECTIONS) {
            many.add(silent(sandbox));
        }
        return many;
    }

    /** A connection without a handshake. */
    private static Socket silent(Sandbox sandbox) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), sandbox.httpsUrl().getPort());
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void close(List<Socket> many) throws IOException {
        for (Socket socket : many) {
            socket.close();
        }
    }

    private SSLSocket connect(String host, String protocol) throws Exception {
        return connect(sandbox, host, protocol);
    }

    private static SSLSocket connect(Sandbox sandbox, String host, String protocol) throws Exception {
        SSLSocket socket = (SSLSocket) Trusting.context(sandbox.certificateAuthority())
                .getSocketFactory()
                .createSocket(
                        InetAddress.getLoopbackAddress(), sandbox.httpsUrl().getPort());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(host)));
        parameters.setApplicationProtocols(new String[] {protocol});
        socket.setSSLParameters(parameters);
        socket.setSoTimeout((int) SOON.toMillis());
        socket.startHandshake();
        return socket;
    }

    private static List<String> names(X509Certificate certificate) throws Exception {
        return certificate.getSubjectAlternativeNames().stream()
                .map(name -> String.valueOf(name.get(1)))
                .toList();
    }
}
