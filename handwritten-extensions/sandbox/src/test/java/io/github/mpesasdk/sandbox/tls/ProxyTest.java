package io.github.mpesasdk.sandbox.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.EncryptedCaller;
import io.github.mpesasdk.sandbox.Merchant;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.mozambique.MozambiqueSandbox;
import io.github.mpesasdk.sandbox.vodacom.VodacomSandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that have the operator's address built in. */
class ProxyTest extends TlsTest {

    ProxyTest(Sandbox sandbox) throws IOException {
        super(sandbox);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://sandbox.safaricom.co.ke", "https://api.safaricom.co.ke"})
    void safaricom(String address) throws Exception {
        Merchant merchant = new Merchant(sandbox.kenya(), receiver, URI.create(address), client());
        assertEquals(200, merchant.stkPush(merchant.push()).statusCode());
        assertTrue(receiver.next("/stk").toString().contains("MpesaReceiptNumber"));
    }

    @Test
    void openApi() throws Exception {
        VodacomSandbox vodacom = sandbox.vodacom();
        EncryptedCaller caller = new EncryptedCaller(vodacom.publicKeyBase64(), client());
        HttpResponse<String> session = caller.send(caller.request(
                        "GET",
                        "https://openapi.m-pesa.com/sandbox/ipg/v2/vodacomTZN/getSession/",
                        caller.bearer(vodacom.apiKey()),
                        new JsonObject())
                .build());
        assertEquals("200 INS-0", EncryptedCaller.code(session));
    }

    @Test
    void mozambiqueHasAPortForEachOperation() throws Exception {
        MozambiqueSandbox mozambique = sandbox.mozambique();
        EncryptedCaller caller = new EncryptedCaller(mozambique.publicKeyBase64(), client());
        JsonObject payment = JsonFields.with("input_TransactionReference", "T12344C")
                .and("input_CustomerMSISDN", "258843330333")
                .and("input_Amount", "10")
                .and("input_ThirdPartyReference", "111PA2D")
                .and("input_ServiceProviderCode", "171717")
                .json();
        String bearer = caller.bearer(mozambique.apiKey());
        String path = "/ipg/v1x/c2bPayment/singleStage/";
        HttpResponse<String> paid =
                caller.send(caller.request("POST", "https://api.sandbox.vm.co.mz:18352" + path, bearer, payment)
                        .build());
        assertEquals("201 INS-0", EncryptedCaller.code(paid));
        HttpResponse<String> atAnother =
                caller.send(caller.request("POST", "https://api.sandbox.vm.co.mz:18345" + path, bearer, payment)
                        .build());
        assertEquals(404, atAnother.statusCode());
        assertThrows(
                IOException.class,
                () -> caller.send(caller.request("POST", "https://api.sandbox.vm.co.mz" + path, bearer, payment)
                        .build()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://uatipg.m-pesa.vodacom.cd:8091/insight/SOAPIn",
                "https://ipg.m-pesa.vodacom.cd:8094/iPG/B2C"
            })
    void drc(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString("<none/>"))
                .build();
        String answer =
                client().send(request, HttpResponse.BodyHandlers.ofString()).body();
        assertTrue(answer.contains("Envelope"), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONNECT shop.example:443 HTTP/1.1",
                "CONNECT 127.0.0.1:22 HTTP/1.1",
                "CONNECT sandbox.safaricom.co.ke:80 HTTP/1.1",
                "CONNECT sandbox.safaricom.co.ke HTTP/1.1",
                "CONNECT sandbox.safaricom.co.ke:443@shop.example:443 HTTP/1.1",
                "CONNECT openapi.m-pesa.com.shop.example:443 HTTP/1.1",
                "GET http://shop.example/ HTTP/1.1",
                "GET http://sandbox.safaricom.co.ke/ HTTP/1.1",
                "GET https://shop.example/ HTTP/1.1",
                "GET https://sandbox.safaricom.co.ke@shop.example/ HTTP/1.1",
                "GET / HTTP/1.1",
                "POST nonsense:// HTTP/1.1",
            })
    void everythingElseIsRefusedAndToldWhatThereIs(String line) throws Exception {
        String answer = say(line + "\r\nHost: whatever\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 403 Forbidden\r\n"), answer);
        assertTrue(answer.contains("forwards nothing") && answer.contains("sandbox.safaricom.co.ke:443"), answer);
        assertFalse(answer.substring(answer.indexOf("\r\n\r\n") + 4).contains("\r"), "what was asked is shown cleaned");
    }

    @Test
    void whatIsNoRequestIsTold() throws Exception {
        assertTrue(say("\u0016\u0003\u0001 hello\r\n\r\n").startsWith("HTTP/1.1 400 "));
        assertTrue(say("\r\n\r\n").startsWith("HTTP/1.1 400 "));
        assertTrue(say("CONNECT a:1 HTTP/1.1\r\nX: " + "x".repeat(20_000)).startsWith("HTTP/1.1 431 "));
    }

    @Test
    void aRequestWithAWholeHttpsAddressIsAnsweredOnce() throws Exception {
        String basic = Base64.getEncoder()
                .encodeToString(
                        (sandbox.kenya().consumerKey() + ":" + sandbox.kenya().consumerSecret())
                                .getBytes(StandardCharsets.UTF_8));
        String request =
                "GET https://sandbox.safaricom.co.ke/oauth/v1/generate?grant_type=client_credentials HTTP/1.1\r\n"
                        + "Host: sandbox.safaricom.co.ke\r\nProxy-Connection: keep-alive\r\nConnection: keep-alive\r\n"
                        + "Authorization: Basic " + basic + "\r\n\r\n";
        String answer = say(request + request.replace("safaricom.co.ke", "shop.example"));
        assertTrue(answer.startsWith("HTTP/1.1 200 ") && answer.contains("access_token"), answer);
        assertEquals(2, answer.split("HTTP/1.1 ", -1).length, "the second is not for the sandbox to answer");
    }

    private HttpClient client() throws Exception {
        return Trusting.client(sandbox.certificateAuthority(), sandbox.proxyUrl());
    }

    private String say(String text) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), sandbox.proxyUrl().getPort())) {
            socket.setSoTimeout((int) SOON.toMillis());
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
