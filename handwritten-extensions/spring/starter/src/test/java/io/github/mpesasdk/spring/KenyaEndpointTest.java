package io.github.mpesasdk.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Settled;
import io.github.mpesasdk.daraja.model.C2bResponseType;
import io.github.mpesasdk.kenya.Daraja;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** A whole application on a port, with the sandbox for a gateway. */
class KenyaEndpointTest {

    private static final String CUSTOMER = "0708 374 149";
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final Sandbox SANDBOX = Sandbox.start();
    private static final KenyaSandbox KENYA = SANDBOX.kenya();
    private static final int PORT = FreePort.find();
    private static final URI ADDRESS = URI.create("http://127.0.0.1:" + PORT + "/shop");

    private static ConfigurableApplicationContext application;
    private static Daraja daraja;
    private static Shop shop;

    @BeforeAll
    static void start() {
        application = new SpringApplicationBuilder(Shop.class)
                .properties(
                        "server.port=" + PORT,
                        "server.servlet.context-path=/shop",
                        "mpesa.callbacks.url=" + ADDRESS,
                        "mpesa.callbacks.key=0123456789abcdef0123456789abcdef",
                        "mpesa.callbacks.max-body=4KB",
                        "mpesa.kenya.url=" + KENYA.baseUrl(),
                        "mpesa.kenya.consumer-key=" + KENYA.consumerKey(),
                        "mpesa.kenya.consumer-secret=" + KENYA.consumerSecret(),
                        "mpesa.kenya.pay-bill=" + KENYA.payBill(),
                        "mpesa.kenya.passkey=" + KENYA.passkey(),
                        "mpesa.kenya.c2b-validation.timeout=500ms")
                .run();
        daraja = application.getBean(Daraja.class);
        shop = application.getBean(Shop.class);
    }

    @AfterAll
    static void stop() {
        application.close();
        SANDBOX.close();
    }

    @BeforeEach
    void beginAnew() {
        SANDBOX.reset();
        shop.settled.clear();
        shop.received.clear();
    }

    private static PayloadApplicationEvent<Settled> settled() throws InterruptedException {
        return shop.settled.poll(SOON.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void push(String order) {
        daraja.stk().push(push -> push.amount(5)
                .from(CUSTOMER)
                .reference("INV-1")
                .description("Tea")
                .order(order));
    }

    @Test
    void aCallbackSettlesThePaymentAndTheListenerHearsOfIt() throws InterruptedException {
        push("17");

        PayloadApplicationEvent<Settled> event = settled();

        assertTrue(event.getPayload().isPaid());
        assertEquals("17", event.getPayload().order().orElseThrow());
        assertEquals(new Tenant("kenya", ""), event.getSource());
        assertTrue(KENYA.awaitCallbacks(SOON));
        assertEquals(0, KENYA.journal().count("stkQuery"), "nobody had to ask");
    }

    @Test
    void aListenerThatThrowsIsToldAgain() throws InterruptedException {
        shop.mistakes.set(1);

        push("18");

        Settled settled = settled().getPayload();
        assertEquals("18", settled.order().orElseThrow());
        assertTrue(settled.isRepetition());
        assertNull(shop.settled.poll(200, TimeUnit.MILLISECONDS));
    }

    @Test
    void aCallbackThatComesTwiceIsAnsweredTwiceAndToldOnce() throws InterruptedException {
        KENYA.faults().next("stkPush", Fault.DUPLICATE_CALLBACK);

        push("19");

        assertEquals("19", settled().getPayload().order().orElseThrow());
        assertTrue(KENYA.awaitCallbacks(SOON));
        assertNull(shop.settled.poll(200, TimeUnit.MILLISECONDS));
    }

    @Test
    void moneyThatComesUnaskedIsJudgedAndToldOnce() throws InterruptedException {
        URI here = URI.create(ADDRESS + "/pay/kenya");
        daraja.c2b().register(at -> at.confirmation(here).validation(here).unanswered(C2bResponseType.CANCELLED));

        daraja.c2b().simulatePayBill(paid -> paid.amount(50).from(CUSTOMER).reference("WRONG"));
        daraja.c2b().simulatePayBill(paid -> paid.amount(51).from(CUSTOMER).reference("SLOW"));
        daraja.c2b().simulatePayBill(paid -> paid.amount(52).from(CUSTOMER).reference("INV-7"));

        assertTrue(KENYA.awaitCallbacks(SOON));
        for (int again = 0; again < 10 && !isConfirmed(); again++) {
            // On a slow machine this one can be judged too late, too.
            daraja.c2b().simulatePayBill(paid -> paid.amount(52).from(CUSTOMER).reference("INV-7"));
            assertTrue(KENYA.awaitCallbacks(SOON));
        }
        assertEquals(
                "INV-7", shop.received.poll(30, TimeUnit.SECONDS).reference().orElseThrow());
        assertNull(shop.received.poll(200, TimeUnit.MILLISECONDS), "one was refused, one was judged too late");
    }

    private static boolean isConfirmed() {
        return KENYA.journal().deliveries().stream()
                .anyMatch(delivery -> delivery.operationId().startsWith("c2bConfirmation"));
    }

    @Test
    void whatIsNoCallbackIsRefused() throws Exception {
        assertEquals(400, post("<html>", "POST").statusCode());
        assertEquals(413, post("x".repeat(4097), "POST").statusCode());
        assertEquals(405, post("", "DELETE").statusCode());
    }

    @Test
    void aCallbackThatProvesNothingIsAnsweredAllTheSame() throws Exception {
        HttpResponse<String> answer = post(
                "{\"Body\":{\"stkCallback\":{\"MerchantRequestID\":\"1\",\"CheckoutRequestID\":\"ws_CO_1\","
                        + "\"ResultCode\":0,\"ResultDesc\":\"ok\"}}}",
                "POST");

        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("Content-Type").orElseThrow().startsWith("application/json"));
        assertFalse(answer.body().isEmpty());
        assertNull(shop.settled.poll(100, TimeUnit.MILLISECONDS));
    }

    private static HttpResponse<String> post(String body, String method) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(ADDRESS + "/pay/kenya/00"))
                .method(method, BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
