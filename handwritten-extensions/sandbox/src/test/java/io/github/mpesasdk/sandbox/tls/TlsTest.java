package io.github.mpesasdk.sandbox.tls;

import io.github.mpesasdk.sandbox.Receiver;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.SandboxExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The base of the tests through TLS. */
@Timeout(120)
abstract class TlsTest {

    @RegisterExtension
    static final SandboxExtension SANDBOX = new SandboxExtension(() -> Sandbox.builder()
            .callbackDelay(Duration.ofMillis(20))
            .slowness(Duration.ofMillis(300))
            .start());

    protected static final Duration SOON = Duration.ofSeconds(30);

    protected final Sandbox sandbox;
    protected final Receiver receiver = new Receiver();

    protected TlsTest(Sandbox sandbox) throws IOException {
        this.sandbox = sandbox;
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    protected static HttpResponse<String> get(HttpClient client, String url) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).timeout(SOON).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
