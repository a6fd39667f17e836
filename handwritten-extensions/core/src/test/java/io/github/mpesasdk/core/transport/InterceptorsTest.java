package io.github.mpesasdk.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.Wire;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What interceptors and time-outs of the caller's own client may do, and may not. */
class InterceptorsTest {

    private static final DyingServer.Fate ACCEPT = Fates.answer("200 OK", "{\"Code\":\"0\"}");

    static Stream<Throwable> mistakes() {
        return Stream.of(
                new IllegalStateException("no"),
                new AssertionError("no"),
                new StackOverflowError(),
                new Exception("checked, as Kotlin throws them"));
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private static OkHttpClient with(Interceptor interceptor) {
        return new OkHttpClient.Builder().addInterceptor(interceptor).build();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void oneThatThrowsBehindTheWireLeavesAnUnknownOutcome(Throwable mistake) {
        OkHttpClient shared = with(chain -> {
            Response answer = chain.proceed(chain.request());
            if (chain.request().url().encodedPath().equals("/pay")) {
                throw sneaky(mistake);
            }
            return answer;
        });
        try (Gateway gateway = Gateway.playing(ACCEPT);
                Post post = Post.to(gateway.address()).shared(shared).open()) {
            assertThrows(UnknownOutcomeException.class, () -> post.send(Post.PAY, "Id", "1"));
            assertInstanceOf(
                    UnknownOutcomeException.class,
                    assertThrows(ExecutionException.class, () -> post.sendAsync(Post.PAY, "Id", "2")
                                    .get())
                            .getCause());

            assertEquals(2, gateway.count(Post.PAY));
        }
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void oneThatThrowsBeforeTheWireSendsNothing(Throwable mistake) {
        OkHttpClient shared = with(chain -> {
            throw sneaky(mistake);
        });
        try (Gateway gateway = Gateway.playing(ACCEPT);
                Post post = Post.to(gateway.address()).shared(shared).open()) {
            assertThrows(NotConnectedException.class, () -> post.send(Post.PAY, "Id", "1"));
            assertInstanceOf(
                    NotConnectedException.class,
                    assertThrows(ExecutionException.class, () -> post.sendAsync(Post.PAY, "Id", "2")
                                    .get())
                            .getCause());

            assertEquals(0, gateway.count(Post.PAY));
        }
    }

    /** It may come from a connection that carried other answers; only the caller can know. */
    @Test
    void whatAnotherClientAnswersIsNotBelievedUnlessTheCallerTakesTheRisk() {
        OkHttpClient other = new OkHttpClient();
        OkHttpClient shared = with(chain -> chain.request().url().encodedPath().equals("/token")
                ? chain.proceed(chain.request())
                : other.newCall(chain.request()).execute());
        try (Gateway gateway = Gateway.playing(ACCEPT);
                Post post = Post.to(gateway.address()).shared(shared).open();
                Post bold =
                        Post.to(gateway.address()).shared(shared).keptForAll().open()) {
            assertThrows(UnknownOutcomeException.class, () -> post.send(Post.PAY, "Id", "1"));
            bold.send(Post.PAY, "Id", "2");

            assertEquals(2, gateway.count(Post.PAY));
        }
    }

    @Test
    void aSynchronousCallRunsOnTheCallersThreadAndAnAsynchronousOneDoesNot() {
        ThreadLocal<String> context = new ThreadLocal<>();
        Map<String, String> seen = new ConcurrentHashMap<>();
        Map<String, Thread> threads = new ConcurrentHashMap<>();
        OkHttpClient shared = with(chain -> {
            String path = chain.request().url().encodedPath();
            seen.put(path, String.valueOf(context.get()));
            threads.put(path, Thread.currentThread());
            return chain.proceed(chain.request());
        });
        try (Gateway gateway = Gateway.playing(ACCEPT);
                Post post = Post.to(gateway.address()).shared(shared).open()) {
            context.set("trace-1");
            post.send(Post.PAY, "Id", "1");
            CompletableFuture<Wire> later = post.sendAsync(Post.ASK, "Id", "2");
            later.join();

            assertEquals("trace-1", seen.get("/pay"));
            assertEquals(Thread.currentThread(), threads.get("/pay"));
            assertEquals("null", seen.get("/ask"));
            assertNotEquals(Thread.currentThread(), threads.get("/ask"));
        }
    }

    @Test
    void anAsynchronousCallDoesNotWaitForTheAnswer() {
        try (Gateway gateway = Gateway.playing(Fates.stall());
                Post post = Post.at(gateway.address())) {
            assertTrue(!post.sendAsync(Post.PAY, "Id", "1").isDone());
        }
    }

    @Test
    void timeOutsAreOursWhateverTheCallersClientHas() {
        OkHttpClient hasty = new OkHttpClient.Builder()
                .readTimeout(Duration.ofMillis(1))
                .connectTimeout(Duration.ofMillis(1))
                .callTimeout(Duration.ofMillis(1))
                .build();
        OkHttpClient patient = new OkHttpClient.Builder()
                .readTimeout(Duration.ZERO)
                .callTimeout(Duration.ZERO)
                .build();
        for (OkHttpClient shared : new OkHttpClient[] {hasty, patient}) {
            try (Connections connections = Connections.of(shared, null, false)) {
                for (SendGuard.Route route : SendGuard.Route.values()) {
                    OkHttpClient client = connections.client(route);
                    assertEquals(10_000, client.connectTimeoutMillis());
                    assertEquals(0, client.readTimeoutMillis(), "the whole call is bounded");
                    assertEquals(0, client.writeTimeoutMillis(), "the whole call is bounded");
                    assertEquals(90_000, client.callTimeoutMillis());
                }
            }
        }
    }

    @Test
    void anAnswerThatTakesItsTimeIsWaitedFor() {
        DyingServer.Fate slow = (request, connection) -> {
            quietly(Duration.ofMillis(300));
            ACCEPT.befall(request, connection);
        };
        OkHttpClient hasty = new OkHttpClient.Builder()
                .readTimeout(Duration.ofMillis(20))
                .callTimeout(Duration.ofMillis(20))
                .build();
        try (Gateway gateway = Gateway.playing(slow);
                Post post = Post.to(gateway.address()).shared(hasty).open()) {
            post.send(Post.PAY, "Id", "1");
        }
    }

    private static void quietly(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
