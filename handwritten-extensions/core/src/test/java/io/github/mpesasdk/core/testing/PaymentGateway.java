package io.github.mpesasdk.core.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.client.ClientBuilder;
import io.github.mpesasdk.core.testing.DyingServer.Fate;
import io.github.mpesasdk.core.testing.MarketPayment.Client;
import io.github.mpesasdk.core.testing.MarketPayment.Posted;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;

/** A gateway for one {@link MarketPayment}: hands out tokens, lets status queries drop, and treats payments as told. */
final class PaymentGateway implements AutoCloseable {

    static final String KEY = "a callback key of the contract tests";
    static final String OTHER_KEY = "another callback key of the contracts";
    static final String ORDER = "order-17";
    static final String GATEWAY_ID = "GW-0001";

    private static final Duration AT_ONCE = Duration.ofMillis(60);

    private final MarketPayment market;
    private final DyingServer server;
    private volatile Fate onPayment;

    PaymentGateway(MarketPayment market) {
        this.market = market;
        this.onPayment = accepting();
        Fate others = Fates.when(
                request -> market.tokenAnswer(request).isPresent(),
                Fates.answer("200 OK", request -> market.tokenAnswer(request).orElseThrow()),
                Fates.drop());
        this.server = DyingServer.start(Fates.when(
                request -> request.path().equals(market.path()),
                (request, connection) -> onPayment.befall(request, connection),
                others));
    }

    Fate accepting() {
        return Fates.answer("200 OK", request -> market.acceptance(request, GATEWAY_ID));
    }

    Fate refusing() {
        return (request, connection) -> {
            MarketPayment.Answer refusal = market.refusal(request);
            Fates.answer(refusal.statusLine(), refusal.body()).befall(request, connection);
        };
    }

    static String http(String statusLine, String body) {
        return "HTTP/1.1 " + statusLine + "\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length
                + "\r\n\r\n" + body;
    }

    /** From now on, payments meet this. */
    void onPayment(Fate fate) {
        onPayment = fate;
    }

    /** The first payment meets one fate, all others another. */
    void onPayments(Fate first, Fate others) {
        onPayment((request, connection) -> (payments().size() == 1 ? first : others).befall(request, connection));
    }

    Client open(String... callbackKeys) {
        return open(StubbornClients.PLAIN, callbackKeys);
    }

    Client open(OkHttpClient shared, String... callbackKeys) {
        return market.open(new MarketPayment.Setup(server.baseUrl(), shared, List.of(callbackKeys), builder -> {}));
    }

    /** A client with the usual key and some settings of its own. */
    Client open(Consumer<ClientBuilder<?>> more) {
        return market.open(new MarketPayment.Setup(server.baseUrl(), StubbornClients.PLAIN, List.of(KEY), more));
    }

    List<SeenRequest> payments() {
        return server.requests().stream()
                .filter(request -> request.path().equals(market.path()))
                .toList();
    }

    SeenRequest last() {
        List<SeenRequest> payments = payments();
        return payments.get(payments.size() - 1);
    }

    /**
     * A payment that was sent and is not settled.
     *
     * @param outcome what its client knows of it
     */
    record Open(Reference reference, Supplier<Outcome> outcome) {}

    /** Sends a payment and leaves it open: by accepting it or, where that settles it, by losing the answer. */
    Open start(Client client) {
        if (!market.isSettledByItsAnswer()) {
            Payment<?> payment = client.pay(ORDER);
            return new Open(payment.reference(), payment::outcome);
        }
        onPayment(Fates.drop());
        Reference reference = assertThrows(UnknownOutcomeException.class, () -> client.pay(ORDER))
                .reference()
                .orElseThrow();
        return new Open(reference, () -> client.find(reference, AT_ONCE));
    }

    /** The callback of the last payment. */
    Posted callback(String code) {
        return market.callback(last(), GATEWAY_ID, code);
    }

    static Received<?> hear(Client client, Posted callback) {
        return client.receive(callback.path(), callback.body());
    }

    /** The payment was sent once, and its outcome is not known. */
    UnknownOutcomeException proveUnknown(Client client, String what) {
        int before = payments().size();
        UnknownOutcomeException error = assertThrows(UnknownOutcomeException.class, () -> client.pay(ORDER), what);
        assertEquals(1, payments().size() - before, "payments sent: " + what);
        return error;
    }

    @Override
    public void close() {
        server.close();
    }
}
