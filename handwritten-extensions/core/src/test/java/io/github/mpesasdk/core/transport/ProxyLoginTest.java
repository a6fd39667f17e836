package io.github.mpesasdk.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.TestCertificate;
import io.github.mpesasdk.core.testing.Wire;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.Protocol;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.Test;

/**
 * A proxy that asks for a password ends the connection on which it asked. OkHttp then takes one from the pool if one
 * has become free meanwhile: not a connection of this request alone, so what it brings is believed only if it is tied.
 */
class ProxyLoginTest {

    private static final String STRAY = "HTTP/1.1 400 No\r\nContent-Length: 17\r\n\r\n{\"error\":\"wrong\"}";

    private final CountDownLatch firstArrived = new CountDownLatch(1);
    private final CountDownLatch secondAsks = new CountDownLatch(1);
    private final CountDownLatch firstEnds = new CountDownLatch(1);
    private final CountDownLatch secondIsAsked = new CountDownLatch(1);

    private static void await(CountDownLatch event) throws IOException {
        try {
            assertTrue(event.await(30, TimeUnit.SECONDS), "what the test waits for did not happen");
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    /** To the first payment an answer with another one behind it, in one piece, once the second has met the proxy. */
    private DyingServer.Fate twoAnswersToTheFirst() {
        DyingServer.Fate twoAnswers = (request, connection) -> {
            firstArrived.countDown();
            await(firstEnds);
            String mine = "{\"Code\":\"0\",\"Id\":\"1\"}";
            Fates.raw("HTTP/1.1 200 OK\r\nContent-Length: " + mine.length() + "\r\n\r\n" + mine + STRAY)
                    .befall(request, connection);
        };
        return Fates.when(
                request -> request.path().equals("/token"),
                Fates.answer("200 OK", "{\"token\":\"t\"}"),
                Fates.when(request -> Gateway.idIn(request).equals("1"), twoAnswers, Gateway.acceptById()));
    }

    @Test
    void aConnectionFromThePoolIsNotTakenForAFreshOne() throws Exception {
        TestCertificate certificate = TestCertificate.of(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
        try (DyingServer gateway = DyingServer.startTls(certificate.serverSockets(), twoAnswersToTheFirst());
                PasswordProxy proxy = PasswordProxy.before(gateway.baseUrl().getPort());
                Post post = Post.to(gateway.baseUrl())
                        .shared(certificate
                                .client()
                                .protocols(List.of(Protocol.HTTP_1_1))
                                .proxy(proxy.address())
                                .proxyAuthenticator(onlyIfAsked())
                                .build())
                        .open()) {
            post.send(Post.PAY_BY_ID, "Id", "0");
            // It takes the kept connection of that payment, so the second finds none that is free.
            CompletableFuture<Wire> first = post.sendAsync(Post.PAY_BY_ID, "Id", "1");
            await(firstArrived);
            proxy.onNextQuestion(() -> {
                secondAsks.countDown();
                await(secondIsAsked);
            });
            CompletableFuture<Wire> second = post.sendAsync(Post.PAY_BY_ID, "Id", "2");
            await(secondAsks);
            firstEnds.countDown();
            assertEquals("1", first.get(30, TimeUnit.SECONDS).text("Id"));
            secondIsAsked.countDown();

            ExecutionException lost = assertThrows(ExecutionException.class, () -> second.get(30, TimeUnit.SECONDS));

            UnknownOutcomeException unknown = (UnknownOutcomeException) lost.getCause();
            assertEquals("2", unknown.reference().orElseThrow().value());
        }
    }

    // OkHttp asks it beforehand as well, in a challenge of its own.
    private static Authenticator onlyIfAsked() {
        return (route, response) -> response.challenges().stream()
                        .anyMatch(challenge -> challenge.scheme().equals("Basic"))
                ? response.request()
                        .newBuilder()
                        .header("Proxy-Authorization", "Basic eDp5")
                        .build()
                : null;
    }
}
