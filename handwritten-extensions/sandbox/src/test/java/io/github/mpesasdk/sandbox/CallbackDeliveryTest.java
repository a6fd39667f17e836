package io.github.mpesasdk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where callbacks go, what becomes of them, and why. */
@Timeout(120)
class CallbackDeliveryTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    static final SandboxExtension SANDBOX = new SandboxExtension(() -> Sandbox.builder()
            .callbackDelay(Duration.ofMillis(20))
            .callbackHosts("nobody.invalid", "App")
            .callbackAttempts(3)
            .callbackPause(Duration.ofMillis(10))
            .start());

    private final Sandbox sandbox;
    private final KenyaSandbox kenya;
    private final Receiver receiver = new Receiver();
    private final Merchant merchant;

    CallbackDeliveryTest(Sandbox sandbox) throws IOException {
        this.sandbox = sandbox;
        this.kenya = sandbox.kenya();
        this.merchant = new Merchant(kenya, receiver);
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void aDeliveryThatSucceedsHasNoReasonAndOneAttempt() throws Exception {
        List<Delivery> deliveries = pushTo(kenya, receiver.url("/stk"));
        assertEquals(1, deliveries.size());
        assertEquals("DELIVERED 200 1 ", told(deliveries.get(0)));
    }

    @Test
    void nobodyListens() throws Exception {
        // Taken, so nobody else gets it while other tests open ports.
        try (Socket holder = new Socket()) {
            holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            assertEquals(
                    List.of(
                            "UNREACHABLE 0 1 the connection was refused: nothing listens there",
                            "UNREACHABLE 0 2 the connection was refused: nothing listens there",
                            "UNREACHABLE 0 3 the connection was refused: nothing listens there"),
                    told(pushTo(kenya, "http://127.0.0.1:" + holder.getLocalPort() + "/stk")));
        }
    }

    @Test
    void theReceiverIsSlow() throws Exception {
        receiver.answer("/validate", new Receiver.Reply(200, "{}", Duration.ofMinutes(1)));
        Duration patience = Duration.ofMillis(150);
        Delivery validation = validation(patience);
        while (receiver.isUntouched("/validate") && patience.compareTo(SOON) < 0) {
            // The machine is so slow that the time was over before the receiver was asked.
            patience = patience.multipliedBy(2);
            validation = validation(patience);
        }
        assertEquals(Delivery.Outcome.UNREACHABLE, validation.outcome());
        assertEquals("the receiver did not answer within " + patience.toMillis() + " ms", validation.reason());
    }

    private Delivery validation(Duration patience) throws Exception {
        try (Sandbox impatient = Sandbox.builder().validationTimeout(patience).start()) {
            Merchant paid = new Merchant(impatient.kenya(), receiver);
            paid.post("/mpesa/c2b/v1/registerurl", paid.registration("Completed"));
            paid.post("/mpesa/c2b/v1/simulate", paid.simulation());
            assertTrue(impatient.kenya().awaitCallbacks(SOON));
            return impatient.kenya().journal().deliveries().stream()
                    .filter(delivery -> delivery.operationId().startsWith("c2bValidation"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void theHostIsUnknown() throws Exception {
        assertEquals(
                "UNREACHABLE 0 1 the host is not known here",
                told(pushTo(kenya, "http://nobody.invalid/stk").get(0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/stk",
                "http://app.shop.example/stk",
                "http://app@shop.example/stk",
                "http://10.0.0.1/stk",
            })
    void theHostIsNotAllowed(String url) throws Exception {
        List<Delivery> deliveries = pushTo(kenya, url);
        assertEquals(1, deliveries.size(), "trying again would change nothing");
        assertEquals(Delivery.Outcome.UNDELIVERABLE, deliveries.get(0).outcome());
        assertTrue(deliveries.get(0).reason().startsWith("nothing was called"));
    }

    @Test
    void anAllowedHostOnTheNetworkIsCalled() throws Exception {
        Optional<InetAddress> here = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
        assumeTrue(here.isPresent(), "this machine has no network");
        try (Sandbox allowing = Sandbox.builder()
                        .callbackHosts(here.get().getHostAddress())
                        .start();
                ServerSocket server = new ServerSocket(0, 0, here.get())) {
            String url = "http://" + here.get().getHostAddress() + ":" + server.getLocalPort() + "/stk";
            push(allowing.kenya(), url);
            answer(server, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            assertTrue(allowing.kenya().awaitCallbacks(SOON));
            assertEquals(
                    "DELIVERED 200 1 ",
                    told(allowing.kenya().journal().deliveries().get(0)));
            assertEquals(
                    Delivery.Outcome.UNDELIVERABLE, pushTo(kenya, url).get(0).outcome());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://app", "app:80", "app/pay", ""})
    void anAllowedHostIsANameAndNothingElse(String host) {
        assertThrows(IllegalArgumentException.class, () -> Sandbox.builder().callbackHosts(host));
    }

    @Test
    void aReceiverWithACertificateOfTheAuthorityIsTrusted() throws Exception {
        try (Receiver secure = Receiver.behindTls(sandbox.receiverContext("localhost"))) {
            assertEquals(
                    "DELIVERED 200 1 ", told(pushTo(kenya, secure.url("/stk")).get(0)));
            assertEquals(
                    "DELIVERED 200 1 ",
                    told(pushTo(kenya, secure.url("/stk").replace("127.0.0.1", "localhost"))
                            .get(1)));
        }
    }

    @Test
    void aReceiverWithTheCertificateOfAnotherHostIsNot() throws Exception {
        try (Receiver secure = Receiver.behindTls(sandbox.receiverContext("shop.test"))) {
            String told = told(pushTo(kenya, secure.url("/stk")).get(0));
            assertTrue(told.startsWith("UNREACHABLE 0 1 the receiver's certificate is not good: "), told);
        }
    }

    @Test
    void aReceiverWithAStrangersCertificateIsNotUnlessAnyIsGoodEnough() throws Exception {
        try (Sandbox other = Sandbox.start();
                Sandbox careless = Sandbox.builder().callbackAnyCertificate().start();
                Receiver secure = Receiver.behindTls(other.receiverContext("shop.test"))) {
            String told = told(pushTo(kenya, secure.url("/stk")).get(0));
            assertTrue(told.startsWith("UNREACHABLE 0 1 the receiver's certificate is not trusted"), told);
            assertEquals(
                    "DELIVERED 200 1 ",
                    told(pushTo(careless.kenya(), secure.url("/stk")).get(0)));
        }
    }

    @Test
    void aReceiverWithoutTlsIsToldSo() throws Exception {
        assertEquals(
                "UNREACHABLE 0 1 the receiver does not speak TLS",
                told(pushTo(kenya, "https", "HTTP/1.1 400 Bad Request\r\n\r\n")));
    }

    @Test
    void aReceiverThatSaysNothingOrNoHttpIsToldSo() throws Exception {
        assertEquals(
                "UNREACHABLE 0 1 the receiver closed the connection without an answer",
                told(pushTo(kenya, "http", "")));
        kenya.awaitCallbacks(SOON);
        sandbox.reset();
        assertEquals(
                "UNREACHABLE 0 1 what the receiver answered is no HTTP",
                told(pushTo(kenya, "http", "220 mail.shop.example\r\n")));
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        receiver.answer("/stk", new Receiver.Reply(302, "", Duration.ZERO));
        assertEquals(
                "DELIVERED 302 1 the receiver answered with status 302, and redirects are not followed",
                told(pushTo(kenya, receiver.url("/stk")).get(0)));
    }

    @Test
    void itIsTriedUntilTheReceiverIsContent() throws Exception {
        receiver.answerOnce("/stk", new Receiver.Reply(500, "", Duration.ZERO));
        List<Delivery> deliveries = pushTo(kenya, receiver.url("/stk"));
        assertEquals(
                List.of("DELIVERED 500 1 the receiver answered with status 500", "DELIVERED 200 2 "), told(deliveries));
        assertEquals(deliveries.get(0).id(), deliveries.get(1).id());
    }

    @Test
    void unlessItIsAskedToTheSandboxTriesOnce() throws Exception {
        receiver.answer("/stk", new Receiver.Reply(500, "", Duration.ZERO));
        try (Sandbox usual = Sandbox.start()) {
            assertEquals(1, pushTo(usual.kenya(), receiver.url("/stk")).size());
        }
    }

    @Test
    void aLostCallbackIsDeliveredOnRequest() throws Exception {
        kenya.faults().next("stkPush", Fault.LOST_CALLBACK);
        Delivery lost = pushTo(kenya, receiver.url("/stk")).get(0);
        assertEquals("LOST 0 1 it was lost on purpose, by a fault", told(lost));
        assertTrue(receiver.isUntouched("/stk"));
        kenya.redeliver(lost.id());
        assertTrue(kenya.awaitCallbacks(SOON));
        Delivery again = kenya.journal().deliveries().get(1);
        assertEquals("DELIVERED 200 2 ", told(again));
        assertEquals(lost.id(), again.id());
        assertEquals(lost.body(), again.body());
        assertEquals(lost.body(), receiver.take("/stk").body());
    }

    @Test
    void anotherProcessCanAskForItToo() throws Exception {
        String id = pushTo(kenya, receiver.url("/stk")).get(0).id();
        assertEquals(200, redeliver("{\"delivery\": \"" + id + "\"}").statusCode());
        assertTrue(kenya.awaitCallbacks(SOON));
        assertEquals(receiver.take("/stk"), receiver.take("/stk"));

        for (String wrong : List.of("{}", "{\"delivery\": \"none\"}")) {
            HttpResponse<String> refused = redeliver(wrong);
            assertEquals(400, refused.statusCode());
            assertFalse(Merchant.json(refused).get("error").getAsString().isEmpty());
        }
        sandbox.reset();
        assertThrows(IllegalArgumentException.class, () -> kenya.redeliver(id));
    }

    @Test
    void theJournalTellsAnotherProcessTheReason() throws Exception {
        pushTo(kenya, "https://shop.example/stk");
        JsonObject journal = Merchant.json(
                merchant.send(merchant.at("/_sandbox/kenya/journal").build()));
        JsonObject delivery = journal.getAsJsonArray("deliveries").get(0).getAsJsonObject();
        assertEquals(1, delivery.get("attempt").getAsInt());
        assertTrue(delivery.get("reason").getAsString().contains("callbackHosts"));
        assertEquals(
                kenya.journal().deliveries().get(0).id(), delivery.get("id").getAsString());
    }

    private HttpResponse<String> redeliver(String body) throws Exception {
        return merchant.send(merchant.at("/_sandbox/kenya/redeliver")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** To somebody who says a few words to one caller. */
    private Delivery pushTo(KenyaSandbox gateway, String scheme, String words) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            push(gateway, scheme + "://127.0.0.1:" + server.getLocalPort() + "/stk");
            answer(server, words);
        }
        assertTrue(gateway.awaitCallbacks(SOON));
        return gateway.journal().deliveries().get(0);
    }

    private static void answer(ServerSocket server, String words) throws IOException {
        try (Socket caller = server.accept()) {
            assertTrue(caller.getInputStream().read(new byte[65536]) > 0);
            caller.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private List<Delivery> pushTo(KenyaSandbox gateway, String url) throws Exception {
        push(gateway, url);
        assertTrue(gateway.awaitCallbacks(SOON));
        return gateway.journal().deliveries();
    }

    private void push(KenyaSandbox gateway, String url) throws Exception {
        Merchant sender = new Merchant(gateway, receiver);
        JsonObject push = sender.push();
        push.addProperty("CallBackURL", url);
        assertEquals(200, sender.stkPush(push).statusCode());
    }

    private static List<String> told(List<Delivery> deliveries) {
        return deliveries.stream().map(CallbackDeliveryTest::told).toList();
    }

    private static String told(Delivery delivery) {
        return delivery.outcome() + " " + delivery.status() + " " + delivery.attempt() + " " + delivery.reason();
    }
}
