package io.github.mpesasdk.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Cache;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a client that the caller brings along. */
class SharedClientTest {

    private static final DyingServer.Fate ACCEPT = Fates.answer("200 OK", "{\"Code\":\"0\"}");

    private static Post post(Gateway gateway, OkHttpClient shared) {
        return Post.to(gateway.address()).shared(shared).open();
    }

    @Test
    void itsInterceptorsListenersAndConnectionsAreUsed() {
        List<String> seen = new CopyOnWriteArrayList<>();
        Interceptor spy = chain -> {
            seen.add(chain.request().url().encodedPath());
            return chain.proceed(chain.request());
        };
        AtomicInteger calls = new AtomicInteger();
        OkHttpClient shared = new OkHttpClient.Builder()
                .addInterceptor(spy)
                .addNetworkInterceptor(spy)
                .eventListener(new EventListener() {
                    @Override
                    public void callStart(Call call) {
                        calls.incrementAndGet();
                    }
                })
                .build();
        try (Gateway gateway = Gateway.playing(ACCEPT);
                Post post = post(gateway, shared)) {
            post.send(Post.PAY, "Id", "1");

            assertEquals(List.of("/token", "/token", "/pay", "/pay"), seen);
            assertEquals(2, calls.get());
        }
    }

    @Test
    void itsSocketsAreUsedAndHoldNothingBack() {
        List<Boolean> prompt = new CopyOnWriteArrayList<>();
        OkHttpClient shared = new OkHttpClient.Builder()
                .socketFactory(new SocketsOfTheCaller(() -> new Socket() {
                    @Override
                    public void setTcpNoDelay(boolean on) throws SocketException {
                        super.setTcpNoDelay(on);
                        prompt.add(on);
                    }
                }))
                .build();
        try (Gateway gateway = Gateway.playing(ACCEPT);
                Post post = post(gateway, shared)) {
            post.send(Post.PAY, "Id", "1");

            assertEquals(List.of(true, true), prompt, "of the token and of the payment");
        }
    }

    @Test
    void socketsThatKnowNoDelayAreUsedAllTheSame() {
        OkHttpClient shared = new OkHttpClient.Builder()
                .socketFactory(new SocketsOfTheCaller(() -> new Socket() {
                    @Override
                    public void setTcpNoDelay(boolean on) throws SocketException {
                        throw new SocketException("not of TCP");
                    }
                }))
                .build();
        try (Gateway gateway = Gateway.playing(ACCEPT);
                Post post = post(gateway, shared)) {
            post.send(Post.PAY, "Id", "1");

            assertEquals(1, gateway.count(Post.PAY));
        }
    }

    @Test
    void itStaysOpenWhenTheSdkClientIsClosed() throws IOException {
        OkHttpClient shared = new OkHttpClient();
        try (Gateway gateway = Gateway.playing(ACCEPT)) {
            Post post = post(gateway, shared);
            post.send(Post.PAY, "Id", "1");
            post.close();

            Request request =
                    new Request.Builder().url(gateway.address().toString()).build();
            try (Response response = shared.newCall(request).execute()) {
                assertEquals(200, response.code());
            }
            assertFalse(shared.dispatcher().executorService().isShutdown());
            assertTrue(shared.retryOnConnectionFailure(), "its own calls go on as they did");
        }
    }

    @Test
    void itsCacheNeverHoldsAToken(@TempDir Path folder) throws IOException {
        DyingServer.Fate cacheable =
                Fates.answer("200 OK", "{\"token\":\"t\",\"Code\":\"0\"}", "Cache-Control: max-age=600");
        try (Cache cache = new Cache(folder.toFile(), 1_000_000);
                DyingServer server = DyingServer.start(cacheable);
                Post post = Post.to(server.baseUrl())
                        .shared(new OkHttpClient.Builder().cache(cache).build())
                        .open()) {
            post.send(Post.PAY, "Id", "1");

            for (SendGuard.Route route : SendGuard.Route.values()) {
                assertNull(post.connections().client(route).cache());
            }
            assertEquals(0, cache.size());
        }
    }

    @Test
    void anInterceptorThatMakesARequestOfItsOwnSendsItOnce() {
        OkHttpClient shared = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    if (!isPayment(chain.request())) {
                        return chain.proceed(chain.request());
                    }
                    Request own = remade(chain.request());
                    chain.proceed(own).close();
                    return chain.proceed(own);
                })
                .build();
        try (Gateway gateway = Gateway.playing(ACCEPT);
                Post post = post(gateway, shared)) {
            assertThrows(UnknownOutcomeException.class, () -> post.send(Post.PAY, "Id", "1"));
            assertEquals(1, gateway.count(Post.PAY));
        }
    }

    private static boolean isPayment(Request request) {
        return request.url().encodedPath().equals("/pay");
    }

    // Nothing of the old one but what goes over the wire.
    private static Request remade(Request old) throws IOException {
        Buffer bytes = new Buffer();
        old.body().writeTo(bytes);
        return new Request.Builder()
                .url(old.url())
                .headers(old.headers())
                .method(
                        old.method(),
                        RequestBody.create(bytes.readByteString(), old.body().contentType()))
                .build();
    }

    @Test
    void aCopyOfACallIsNotSent() {
        AtomicInteger copies = new AtomicInteger();
        OkHttpClient shared = new OkHttpClient.Builder()
                .addInterceptor(chain -> isPayment(chain.request()) && copies.getAndIncrement() == 0
                        ? chain.call().clone().execute()
                        : chain.proceed(chain.request()))
                .build();
        try (Gateway gateway = Gateway.playing(ACCEPT);
                Post post = post(gateway, shared)) {
            assertThrows(NotConnectedException.class, () -> post.send(Post.PAY, "Id", "1"));
            assertEquals(0, gateway.count(Post.PAY));
        }
    }

    @Test
    void aListenerThatThrowsLeavesNothingBehindAndNoOtherError() {
        List<Call> calls = new CopyOnWriteArrayList<>();
        for (boolean atTheStart : new boolean[] {true, false}) {
            OkHttpClient shared = new OkHttpClient.Builder()
                    .eventListener(new EventListener() {
                        @Override
                        public void callStart(Call call) {
                            calls.add(call);
                            if (atTheStart) {
                                throw new IllegalStateException("no");
                            }
                        }

                        @Override
                        public void callFailed(Call call, IOException failure) {
                            throw new IllegalStateException("no");
                        }
                    })
                    .addInterceptor(chain -> {
                        throw new IOException("nothing leaves");
                    })
                    .build();
            try (Gateway gateway = Gateway.playing(ACCEPT);
                    Post post = post(gateway, shared)) {
                assertThrows(NotConnectedException.class, () -> post.send(Post.PAY, "Id", "1"));
                ExecutionException later =
                        assertThrows(ExecutionException.class, () -> post.sendAsync(Post.PAY, "Id", "2")
                                .get(10, TimeUnit.SECONDS));
                assertInstanceOf(NotConnectedException.class, later.getCause());
            }
        }
        assertFalse(calls.isEmpty());
        assertTrue(calls.stream().noneMatch(SendGuard::isToPass));
    }

    @Test
    void anInterceptorThatThrowsBeforeTheSendSendsNothing() {
        OkHttpClient shared = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    throw new IllegalStateException("no");
                })
                .build();
        try (Gateway gateway = Gateway.playing(ACCEPT);
                Post post = post(gateway, shared)) {
            assertThrows(NotConnectedException.class, () -> post.send(Post.PAY, "Id", "1"));
        }
    }

    @Test
    void aClientOfTheSdkCanBeSharedInTurn() {
        try (Gateway gateway = Gateway.playing(ACCEPT);
                Post first = Post.at(gateway.address());
                Post post = post(gateway, first.connections().client(SendGuard.Route.KEPT))) {
            post.send(Post.PAY, "Id", "1");

            assertEquals(1, gateway.count(Post.PAY));
        }
    }

    @Test
    void aForgottenClientKeepsNoProgramAlive() {
        try (Gateway gateway = Gateway.playing(ACCEPT);
                Post post = Post.at(gateway.address())) {
            Thread thread = post.sendAsync(Post.PAY, "Id", "1")
                    .thenCompose(answer -> post.sendAsync(Post.PAY, "Id", "2"))
                    .thenApply(answer -> Thread.currentThread())
                    .join();

            assertTrue(thread.isDaemon() || thread == Thread.currentThread());
            assertTrue(
                    Thread.getAllStackTraces().keySet().stream()
                            .filter(any -> any.getName().startsWith("mpesa-"))
                            .allMatch(Thread::isDaemon),
                    "threads of the SDK are named and daemons");
        }
    }
}
