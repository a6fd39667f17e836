package io.github.mpesasdk.benchmarks.calls;

import io.github.mpesasdk.benchmarks.Sample;
import io.github.mpesasdk.benchmarks.server.Gateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The JDK's own client with prepared bytes. It keeps its connections; there is no way to ask for anything else. */
final class JavaNet implements Variant {

    private final HttpClient client;
    private final URI url;

    JavaNet(Gateway gateway, Condition condition) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(condition == Condition.HTTP2 ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1);
        if (condition.isSecure()) {
            builder.sslContext(gateway.trust().sslContext());
        }
        this.client = builder.build();
        this.url = condition.place(gateway).resolve("/mpesa/stkpush/v1/processrequest");
    }

    @Override
    public String title() {
        return "java.net.http, prepared bytes";
    }

    @Override
    public void push(int number) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + Sample.TOKEN)
                .POST(HttpRequest.BodyPublishers.ofString(Sample.body()))
                .build();
        if (sent(request).length < 100) {
            throw new IOException("no acknowledgement");
        }
    }

    // It writes into kept connections that have ended, and who uses it so sends again; for a payment, twice.
    private byte[] sent(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException ended) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        }
    }

    @Override
    public void close() {
        // It ends with its last reference.
    }
}
