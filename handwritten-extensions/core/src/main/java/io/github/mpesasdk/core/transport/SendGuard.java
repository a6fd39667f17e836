package io.github.mpesasdk.core.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Notes the moment after which a request may have reached the gateway, lets it pass once, and turns it away from a
 * connection that is not good enough for it. A network interceptor runs once the connection, TLS included, stands and
 * before the first byte is written; whatever fails earlier has sent nothing for certain. One guard serves one send.
 */
final class SendGuard {

    /** How a request is to travel. */
    enum Route {
        /** Over a kept connection: its answer repeats an id. */
        KEPT,
        /** Over a kept connection, provided that it is one of HTTP/2. */
        KEPT_IF_HTTP2,
        /** Over a connection that carries nothing else. */
        ALONE
    }

    /** How far a request is. Exactly one of leaving and giving up wins. */
    private enum State {
        WAITING,
        LEAVING,
        GIVEN_UP
    }

    static final Interceptor INTERCEPTOR = SendGuard::guard;

    static final String RETRY_AFTER = "Retry-After";

    // By the call, for an interceptor of the caller's can change a request, and no call. The one that passes is
    // taken from here. Not a tag of the call: with tags, Kotlin's reflection is loaded before the first payment.
    private static final Map<Call, SendGuard> TO_PASS = new ConcurrentHashMap<>();

    private static final Set<Connection> DISTRUSTED =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private final Route route;
    private final Executor executor;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private volatile @Nullable Call guarded;
    private volatile boolean passed;
    private volatile boolean turnedAway;
    private volatile boolean http2;
    private volatile boolean opened;
    private volatile @Nullable Connection fresh;
    private volatile @Nullable Connection connection;
    private volatile @Nullable Connection underWay;
    private volatile @Nullable String retryAfter;

    /** @param executor for what may take its time when the call is cancelled */
    SendGuard(Route route, Executor executor) {
        this.route = route;
        this.executor = executor;
    }

    Route route() {
        return route;
    }

    /** Guards a call that was not made yet: it passes once, unless it is {@link #over} before. */
    void guard(Call call) {
        guarded = call;
        TO_PASS.put(call, this);
        call.addEventListener(new EventListener() {
            // Learns whether the connection was opened for this request, for then it carried no other. Without a
            // protocol it was given up, because a proxy asked for a password, and one from the pool may come instead.
            @Override
            public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
                opened = protocol != null;
            }

            @Override
            public void connectionAcquired(Call call, Connection acquired) {
                fresh = opened ? acquired : null;
                opened = false;
            }

            @Override
            public void canceled(Call call) {
                var unused = Timer.run(StuckConnections.PATIENCE, Runnable::run, SendGuard.this::endIfStuck);
            }
        });
    }

    // Nearly always the call is over by now, and no thread is needed.
    private void endIfStuck() {
        Connection stuck = underWay;
        if (stuck != null) {
            var unused = Timer.run(Duration.ZERO, executor, () -> StuckConnections.end(stuck));
        }
    }

    /** The call is over, however it ended: what has not left yet, on another thread perhaps, leaves no more. */
    void over() {
        giveUp();
        Call call = guarded;
        if (call != null) {
            TO_PASS.remove(call);
        }
    }

    /** From here on it reads from its connection or writes there, and not in an interceptor of the caller's. */
    void onTheWire() {
        underWay = connection;
    }

    /** That is over. */
    void offTheWire() {
        underWay = null;
    }

    /** Whether a call could still pass. */
    static boolean isToPass(Call call) {
        return TO_PASS.containsKey(call);
    }

    /** Whether the gateway may have the request. */
    boolean mayHaveArrived() {
        return state.get() == State.LEAVING;
    }

    /** Sees to it that nothing leaves any more; false if it may have left already. */
    boolean giveUp() {
        return state.compareAndSet(State.WAITING, State.GIVEN_UP);
    }

    private void leave() throws IOException {
        if (!state.compareAndSet(State.WAITING, State.LEAVING) && state.get() == State.GIVEN_UP) {
            throw new IOException("it waited longer than it may, so nothing was sent");
        }
    }

    /** Whether nothing was sent only because the connection was not good enough. */
    boolean wasTurnedAway() {
        return turnedAway && !mayHaveArrived();
    }

    /** Whether the answer can belong to no other request: by its HTTP/2 stream, or for want of other requests. */
    boolean tiesAnswer() {
        return passed && (http2 || route == Route.ALONE || fresh == connection);
    }

    /** Whether the request went over a kept connection of HTTP/1.1, which may have brought something of another one. */
    boolean sharesConnection() {
        return passed && !http2 && route == Route.KEPT;
    }

    boolean wasHttp2() {
        return http2;
    }

    /** How long the gateway asks to wait, as it wrote it. */
    @Nullable
    String retryAfter() {
        return retryAfter;
    }

    // A body that is taken without passing here leaves through a client that an interceptor of the caller's brought.
    void takeBody() throws IOException {
        leave();
    }

    /**
     * No further request uses the HTTP/1.1 connection, which brought something unusable: more of it may be waiting
     * there. It is not closed: another payment may be on its way there already.
     */
    void distrustConnection() {
        Connection used = connection;
        if (used != null && !http2) {
            DISTRUSTED.add(used);
        }
    }

    private static Response guard(Interceptor.Chain chain) throws IOException {
        SendGuard guard = TO_PASS.remove(chain.call());
        if (guard == null) {
            throw new IOException(
                    "an interceptor repeated this request, or made another call of it: it is sent once, by the"
                            + " call of the SDK alone");
        }
        Connection connection = Objects.requireNonNull(chain.connection(), "a network interceptor has one");
        boolean http2 =
                connection.protocol() == Protocol.HTTP_2 || connection.protocol() == Protocol.H2_PRIOR_KNOWLEDGE;
        if (!http2 && !guard.isGoodEnough(connection)) {
            guard.turnedAway = true;
            throw new IOException("another connection is needed, so nothing was sent");
        }
        guard.leave();
        guard.http2 = http2;
        guard.connection = connection;
        guard.passed = true;
        Response response;
        try {
            guard.onTheWire();
            response = chain.proceed(chain.request());
        } finally {
            guard.offTheWire();
        }
        guard.retryAfter = response.header(RETRY_AFTER);
        // With it in sight, OkHttp answers "503, Retry-After: 0" by asking again on its own account.
        return guard.retryAfter == null
                ? response
                : response.newBuilder().removeHeader(RETRY_AFTER).build();
    }

    private static boolean isClean(Connection connection) {
        if (!DISTRUSTED.contains(connection) && !StaleConnections.hasEnded(connection)) {
            return true;
        }
        // It is this request's alone just now, and of no use to others either.
        try {
            connection.socket().close();
        } catch (IOException endedAlready) {
            // That is what was wanted.
        }
        return false;
    }

    private boolean isGoodEnough(Connection connection) {
        return switch (route) {
            case ALONE -> true;
            case KEPT -> fresh == connection || isClean(connection);
            case KEPT_IF_HTTP2 -> false;
        };
    }
}
