package io.github.mpesasdk.kenya;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.core.crypto.PublicKeys;
import io.github.mpesasdk.daraja.api.StkCalls.StkPushDraft;
import io.github.mpesasdk.daraja.api.StkCalls.StkPushSteps.NeedsAmount;
import io.github.mpesasdk.daraja.api.StkCalls.StkPushSteps.NeedsDescription;
import io.github.mpesasdk.daraja.api.StkCalls.StkPushSteps.NeedsFrom;
import io.github.mpesasdk.daraja.api.StkCalls.StkPushSteps.NeedsReference;
import io.github.mpesasdk.daraja.model.DarajaCallback;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A shop that takes M-Pesa: a client, and a web server of its own that hears the callbacks. */
final class Shop implements AutoCloseable {

    static final String CUSTOMER = "0708 374 149";
    static final Duration SOON = Duration.ofSeconds(30);

    private final HttpServer server;
    private final Daraja daraja;
    private final List<Received<DarajaCallback>> received = new CopyOnWriteArrayList<>();

    private Shop(Function<URI, DarajaBuilder> settings) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        daraja = settings.apply(callbacks()).build();
        server.createContext("/pay", this::hear);
        server.start();
    }

    static Shop open(KenyaSandbox kenya) {
        return open(kenya, settings -> settings);
    }

    /** A shop with some settings of its own. */
    static Shop open(KenyaSandbox kenya, UnaryOperator<DarajaBuilder> adjust) {
        try {
            return new Shop(callbacks -> adjust.apply(settings(kenya, callbacks)));
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** A shop that collects by its till. */
    static Shop openTill(KenyaSandbox kenya, UnaryOperator<DarajaBuilder> adjust) {
        try {
            return new Shop(callbacks -> adjust.apply(tillSettings(kenya, callbacks)));
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** Everything the sandbox offers; questions come fast, and a question is asked twice at most. */
    static DarajaBuilder settings(KenyaSandbox kenya, URI callbacks) {
        return common(kenya, callbacks).payBill(kenya.payBill(), kenya.passkey());
    }

    /** The same for a till. */
    static DarajaBuilder tillSettings(KenyaSandbox kenya, URI callbacks) {
        return common(kenya, callbacks).till(kenya.storeNumber(), kenya.tillNumber(), kenya.passkey());
    }

    private static DarajaBuilder common(KenyaSandbox kenya, URI callbacks) {
        return Daraja.builder()
                .at(kenya.baseUrl())
                .app(kenya.consumerKey(), kenya.consumerSecret())
                .shortCode(kenya.businessShortCode())
                .initiator(kenya.initiatorName(), kenya.initiatorPassword(), PublicKeys.read(kenya.certificatePem()))
                .callbacksAt(callbacks)
                .retries(new RetryPolicy(2, Duration.ofMillis(10), Duration.ofSeconds(2)))
                .pollAfter(Duration.ofMillis(300));
    }

    static StkPushDraft tea(NeedsAmount<NeedsFrom<NeedsReference<NeedsDescription<StkPushDraft>>>> push) {
        return push.amount(1).from(CUSTOMER).reference("INV-001").description("Tea");
    }

    Daraja daraja() {
        return daraja;
    }

    URI callbacks() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/pay");
    }

    List<Received<DarajaCallback>> received() {
        return received;
    }

    private void hear(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Received<DarajaCallback> callback =
                daraja.callbacks().receive(exchange.getRequestURI().getPath(), body);
        received.add(callback);
        byte[] answer = callback.acknowledgement().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        daraja.close();
        server.stop(0);
    }
}
