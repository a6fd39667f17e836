package io.github.mpesasdk.core.flow;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.Draft;
import io.github.mpesasdk.MpesaListener;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.core.callback.CallbackKeys;
import io.github.mpesasdk.core.flow.KioskMarket.KioskDraft;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.core.testing.Wire;
import io.github.mpesasdk.core.transport.Authorizer;
import io.github.mpesasdk.core.transport.BaseUrl;
import io.github.mpesasdk.core.transport.Connections;
import io.github.mpesasdk.core.transport.HttpInvoker;
import io.github.mpesasdk.journal.Journal;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Operation;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** A client of the {@link KioskMarket} with its gateway, which is a real server that a test can reprogram. */
final class Kiosk implements AutoCloseable {

    static final String KEY = "0123456789abcdef0123456789abcdef";
    static final Duration LONG = Duration.ofSeconds(20);
    static final URI ADDRESS = URI.create("https://shop.example/pay");

    /** How a client is set up; what is not said is as usual. */
    record Setup(
            KioskMarket market,
            CallbackKeys keys,
            Clock clock,
            Duration pollAfter,
            MpesaListener listener,
            Authorizer authorizer,
            Journal journal,
            Listeners listeners,
            Reconciling reconciling) {

        Setup() {
            this(
                    new KioskMarket(Market.Proof.ADDRESS, false),
                    CallbackKeys.of(List.of(KEY)),
                    Clock.systemUTC(),
                    Duration.ofMillis(50),
                    new MpesaListener() {},
                    twoTokens(),
                    Journal.inMemory(),
                    new Listeners(null, null, null),
                    Reconciling.STANDARD);
        }

        Setup byId() {
            return market(new KioskMarket(Market.Proof.ID, false));
        }

        Setup hearingUnasked() {
            return market(new KioskMarket(Market.Proof.ADDRESS, true));
        }

        private Setup market(KioskMarket other) {
            return new Setup(other, keys, clock, pollAfter, listener, authorizer, journal, listeners, reconciling);
        }

        Setup keys(CallbackKeys other) {
            return new Setup(market, other, clock, pollAfter, listener, authorizer, journal, listeners, reconciling);
        }

        Setup clock(Clock other) {
            return new Setup(market, keys, other, pollAfter, listener, authorizer, journal, listeners, reconciling);
        }

        Setup pollAfter(Duration pause) {
            return new Setup(market, keys, clock, pause, listener, authorizer, journal, listeners, reconciling);
        }

        Setup listener(MpesaListener ear) {
            return new Setup(market, keys, clock, pollAfter, ear, authorizer, journal, listeners, reconciling);
        }

        Setup authorizer(Authorizer other) {
            return new Setup(market, keys, clock, pollAfter, listener, other, journal, listeners, reconciling);
        }

        Setup journal(Journal other) {
            return new Setup(market, keys, clock, pollAfter, listener, authorizer, other, listeners, reconciling);
        }

        Setup listeners(Listeners other) {
            return new Setup(market, keys, clock, pollAfter, listener, authorizer, journal, other, reconciling);
        }

        Setup reconciling(Reconciling other) {
            return new Setup(market, keys, clock, pollAfter, listener, authorizer, journal, listeners, other);
        }
    }

    private final DyingServer server;
    private final Connections connections;
    private final KioskMarket market;
    private final PaymentFlow<Wire> flow;
    private volatile DyingServer.Fate pushes = accepting("P-1");
    private volatile DyingServer.Fate questions = Fates.drop();

    private Kiosk(Setup setup) {
        server = DyingServer.start((request, connection) ->
                (request.path().equals("/status") ? questions : pushes).befall(request, connection));
        connections = Connections.of(null, LONG, false);
        market = setup.market();
        RetryPolicy once = RetryPolicy.NONE;
        HttpInvoker transport = new HttpInvoker(
                connections, BaseUrl.of(server.baseUrl()), market, setup.authorizer(), once, setup.listener());
        flow = new PaymentFlow<>(
                market,
                transport,
                connections,
                new FlowSettings(
                        ADDRESS,
                        address -> {},
                        setup.keys(),
                        setup.clock(),
                        setup.pollAfter(),
                        once,
                        Duration.ofSeconds(2),
                        setup.listener(),
                        setup.journal(),
                        null,
                        setup.listeners(),
                        setup.reconciling()));
    }

    static Kiosk open() {
        return open(setup -> setup);
    }

    static Kiosk open(UnaryOperator<Setup> adjust) {
        return new Kiosk(adjust.apply(new Setup()));
    }

    private static Authorizer twoTokens() {
        return new Authorizer() {
            @Override
            public CompletableFuture<AccessToken> token(Effect effect) {
                return CompletableFuture.completedFuture(new AccessToken("token-1", Instant.MAX));
            }

            @Override
            public Optional<CompletableFuture<AccessToken>> afterRejection(AccessToken rejected, int rejections) {
                return rejections > 1
                        ? Optional.empty()
                        : Optional.of(CompletableFuture.completedFuture(new AccessToken("token-2", Instant.MAX)));
            }
        };
    }

    /** Accepts; repeats the id of the request, if it has one. */
    static DyingServer.Fate accepting(String pushId) {
        return Fates.answer("200 OK", request -> {
            JsonObject answer = new JsonObject();
            answer.addProperty("Code", "0");
            answer.addProperty("PushId", pushId);
            field(request, "Id").ifPresent(id -> answer.addProperty("Id", id));
            return answer.toString();
        });
    }

    /** Answers a status query about the push that was asked for. */
    static DyingServer.Fate telling(String result, String words) {
        return Fates.answer("200 OK", request -> {
            JsonObject answer = new JsonObject();
            answer.addProperty("Code", "0");
            answer.addProperty("Result", result);
            answer.addProperty("words", words);
            field(request, "PushId").ifPresent(id -> answer.addProperty("PushId", id));
            return answer.toString();
        });
    }

    static Optional<String> field(SeenRequest request, String name) {
        return Optional.ofNullable(
                        JsonParser.parseString(request.body()).getAsJsonObject().get(name))
                .map(value -> value.getAsString());
    }

    /** From now on, payments meet this. */
    Kiosk onPayments(DyingServer.Fate fate) {
        pushes = fate;
        return this;
    }

    /** From now on, status queries meet this. */
    Kiosk onQuestions(DyingServer.Fate fate) {
        questions = fate;
        return this;
    }

    PaymentFlow<Wire> flow() {
        return flow;
    }

    KioskMarket market() {
        return market;
    }

    DyingServer server() {
        return server;
    }

    Payment<Wire> push() {
        return push(draft -> draft.order("order-17"));
    }

    Payment<Wire> push(UnaryOperator<KioskDraft> more) {
        return pay(KioskMarket.PUSH, more);
    }

    Payment<Wire> pay(Operation<Wire, Wire> operation, UnaryOperator<KioskDraft> more) {
        return flow.pay(operation.id(), operation, draft(more));
    }

    static Draft.Content draft(UnaryOperator<KioskDraft> more) {
        return more.apply(new KioskDraft().amount("1")).content();
    }

    /** What was sent last to this path. */
    SeenRequest last(String path) {
        List<SeenRequest> seen = server.requests().stream()
                .filter(request -> request.path().equals(path))
                .toList();
        return seen.get(seen.size() - 1);
    }

    /** The callback address of the last push. */
    String address() {
        return field(last("/push"), "CallBackURL").orElseThrow();
    }

    /** Names and values of a callback in turn, under this address. */
    Received<Wire> hear(String address, String... namesAndValues) {
        return flow.receive(address, body(namesAndValues));
    }

    static String body(String... namesAndValues) {
        JsonObject body = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.addProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        return body.toString();
    }

    @Override
    public void close() {
        flow.close();
        server.close();
    }
}
