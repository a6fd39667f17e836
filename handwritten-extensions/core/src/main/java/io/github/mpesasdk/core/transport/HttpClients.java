package io.github.mpesasdk.core.transport;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Authenticator;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The OkHttp client of one SDK client: shares connections and settings with the caller's, and never repeats a request
 * on its own account.
 */
public final class HttpClients {

    // One gateway, many payments: OkHttp's five per host would queue them.
    private static final int CONCURRENT_CALLS = 256;
    private static final AtomicInteger THREADS = new AtomicInteger();

    private HttpClients() {}

    /**
     * Makes the client of one SDK client.
     *
     * @param shared the caller's client, or null for one with the SDK's time-outs
     * @param timeout upper bound of a whole call, or null for the client's own
     */
    public static OkHttpClient oneSendPerCall(@Nullable OkHttpClient shared, @Nullable Duration timeout) {
        OkHttpClient.Builder builder = shared != null ? shared.newBuilder() : standard();
        if (timeout != null) {
            builder.callTimeout(timeout).readTimeout(timeout).writeTimeout(timeout);
        }
        builder.retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .authenticator(Authenticator.NONE)
                // A token that an answer allows to cache would lie on the disk.
                .cache(null)
                .dispatcher(dispatcher());
        // Last, next to the wire; and once, for a client that comes from here lets each request pass once.
        builder.networkInterceptors().remove(SendMark.INTERCEPTOR);
        builder.networkInterceptors().add(SendMark.INTERCEPTOR);
        return builder.build();
    }

    private static OkHttpClient.Builder standard() {
        return new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(Duration.ofSeconds(60))
                .writeTimeout(Duration.ofSeconds(30))
                .callTimeout(Duration.ofSeconds(90));
    }

    private static Dispatcher dispatcher() {
        ExecutorService threads =
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "mpesa-" + THREADS.incrementAndGet());
                    thread.setDaemon(true);
                    // What an interceptor of the caller's throws was told to the caller already, with the lost call.
                    thread.setUncaughtExceptionHandler((told, error) -> {});
                    return thread;
                });
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(CONCURRENT_CALLS);
        dispatcher.setMaxRequestsPerHost(CONCURRENT_CALLS);
        return dispatcher;
    }
}
