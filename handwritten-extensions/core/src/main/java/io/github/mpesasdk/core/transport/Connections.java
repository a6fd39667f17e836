package io.github.mpesasdk.core.transport;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.runtime.Operation;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one SDK client. Shares proxy, TLS and interceptors with the caller's OkHttp client, and never
 * repeats a request on its own account.
 *
 * <p>Over HTTP/1.1, whatever a server wrote behind an answer is read as the answer to the next request. So only a call
 * whose answers repeat an id of its request travels over a kept connection; every other has a connection that carries
 * nothing else, for the price of a TCP and a TLS handshake. HTTP/2 ties answers to requests, so there all calls share.
 * Thread-safe.
 */
public final class Connections implements AutoCloseable {

    /** Time-outs that hold with the caller's client as well as without. */
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private static final Duration WHOLE_CALL = Duration.ofSeconds(90);

    // One gateway, many payments: OkHttp's five per host would queue them.
    private static final int CONCURRENT_CALLS = 256;
    private static final int KEPT_CONNECTIONS = 64;
    private static final AtomicInteger THREADS = new AtomicInteger();

    private final OkHttpClient kept;
    private final OkHttpClient alone;
    private final ExecutorService threads;
    private final Duration timeout;
    private final boolean keptForAll;
    private final Set<String> speakHttp2 = ConcurrentHashMap.newKeySet();
    private final Set<String> mixUp = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private Connections(
            OkHttpClient kept, OkHttpClient alone, ExecutorService threads, Duration timeout, boolean keptForAll) {
        this.kept = kept;
        this.alone = alone;
        this.threads = threads;
        this.timeout = timeout;
        this.keptForAll = keptForAll;
    }

    /**
     * The connections of one SDK client.
     *
     * @param shared the caller's client, or null; where its dispatcher allows more than 256 asynchronous calls at once,
     *     so many are made
     * @param timeout upper bound of a whole call, or null for 90 seconds
     * @param keptForAll whether calls whose answers repeat nothing use kept connections too: faster, and at the risk
     *     that an answer of one request is taken for that of another
     */
    public static Connections of(@Nullable OkHttpClient shared, @Nullable Duration timeout, boolean keptForAll) {
        return of(shared, UnaryOperator.identity(), timeout, keptForAll);
    }

    /**
     * The same for a market that has TLS of its own.
     *
     * @param secured adds it to a client
     */
    public static Connections of(
            @Nullable OkHttpClient shared,
            UnaryOperator<OkHttpClient> secured,
            @Nullable Duration timeout,
            boolean keptForAll) {
        ExecutorService threads = threads();
        OkHttpClient client = shared != null
                ? shared
                : new OkHttpClient.Builder()
                        .connectionPool(new ConnectionPool(KEPT_CONNECTIONS, 5, TimeUnit.MINUTES))
                        .build();
        OkHttpClient own = secured.apply(client);
        OkHttpClient.Builder builder = own.newBuilder()
                .socketFactory(new PromptSockets(own.socketFactory()))
                .connectTimeout(CONNECT)
                // The limit of the whole call bounds them, and one call may have a longer limit than the others.
                // Patience has that of reading.
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .callTimeout(timeout != null ? timeout : WHOLE_CALL)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .authenticator(Authenticator.NONE)
                // A token that an answer allows to cache would lie on the disk.
                .cache(null)
                .dispatcher(dispatcher(threads, shared));
        // Last, next to the wire; and once, for a client that comes from here lets each request pass once.
        builder.interceptors().removeIf(Patience.class::isInstance);
        builder.interceptors().add(new Patience());
        builder.networkInterceptors().remove(SendGuard.INTERCEPTOR);
        builder.networkInterceptors().add(SendGuard.INTERCEPTOR);
        OkHttpClient kept = builder.build();
        // A pool that keeps no idle connection: each call opens one and ends it.
        OkHttpClient alone = kept.newBuilder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.MINUTES))
                .build();
        return new Connections(kept, alone, threads, timeout != null ? timeout : WHOLE_CALL, keptForAll);
    }

    private static ExecutorService threads() {
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "mpesa-" + THREADS.incrementAndGet());
            thread.setDaemon(true);
            // What an interceptor of the caller's throws was told to the caller already, with the lost call.
            thread.setUncaughtExceptionHandler((told, error) -> {});
            return thread;
        });
    }

    private static Dispatcher dispatcher(ExecutorService threads, @Nullable OkHttpClient shared) {
        Dispatcher allowed = shared != null ? shared.dispatcher() : new Dispatcher();
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(Math.max(CONCURRENT_CALLS, allowed.getMaxRequests()));
        dispatcher.setMaxRequestsPerHost(Math.max(CONCURRENT_CALLS, allowed.getMaxRequestsPerHost()));
        return dispatcher;
    }

    /** How the request of an operation is to travel. */
    SendGuard.Route route(Operation<?, ?> operation, HttpUrl address) {
        if (keptForAll || (isTiedByItsAnswers(operation) && !mixUp.contains(place(address)))) {
            return SendGuard.Route.KEPT;
        }
        return speakHttp2.contains(place(address)) ? SendGuard.Route.KEPT_IF_HTTP2 : SendGuard.Route.ALONE;
    }

    // Of a payment, and of whatever else is sent once, the refusals count as well: one that belongs to another request
    // invites to send twice.
    private static boolean isTiedByItsAnswers(Operation<?, ?> operation) {
        return !operation.repeats().answer().isEmpty()
                && (operation.effect().isRepeatable() || operation.repeats().inRefusals());
    }

    /** Whether the caller has accepted answers of kept connections as they come. */
    boolean keptForAll() {
        return keptForAll;
    }

    OkHttpClient client(SendGuard.Route route) {
        return route == SendGuard.Route.ALONE ? alone : kept;
    }

    /** Remembers that a gateway speaks HTTP/2, so that the next call may share a connection. */
    void learn(HttpUrl address, SendGuard guard) {
        if (guard.wasHttp2()) {
            speakHttp2.add(place(address));
        }
    }

    /**
     * A kept connection to this gateway brought something that does not belong to the request. It is not believed, but
     * the request is then a payment whose outcome nobody knows: from now on, each has a connection of its own.
     */
    void shareNoMore(HttpUrl address) {
        mixUp.add(place(address));
    }

    private static String place(HttpUrl address) {
        return address.host() + ":" + address.port();
    }

    /** The longest that a call may take. */
    Duration timeout() {
        return timeout;
    }

    /** Threads of this client, as many as are needed, for what must not hold the caller's. */
    public Executor executor() {
        return threads;
    }

    /**
     * Refuses work after {@link #close}.
     *
     * @throws InvalidInputException if the client was closed
     */
    public void requireOpen() {
        if (closed) {
            throw new InvalidInputException("The client", "client", "is closed; build another one");
        }
    }

    /** Whether {@link #close} was called. */
    public boolean isClosed() {
        return closed;
    }

    /** Lets running calls end, takes no new ones, and frees the threads; the caller's connection pool stays open. */
    @Override
    public void close() {
        closed = true;
        threads.shutdown();
    }
}
