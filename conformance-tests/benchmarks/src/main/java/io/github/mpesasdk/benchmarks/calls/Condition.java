package io.github.mpesasdk.benchmarks.calls;

import io.github.mpesasdk.benchmarks.PromptSockets;
import io.github.mpesasdk.benchmarks.server.Gateway;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** How calls travel; the same for all variants that are compared. */
public enum Condition {

    /** One kept connection a thread, in the clear. This SDK uses none that it has not tested. */
    HTTP1_KEPT("HTTP/1.1, kept connections", true, false),
    /** The same, and each is tested before it is used again. */
    HTTP1_TESTED("HTTP/1.1, kept and tested connections", true, false),
    /** A connection for each call, in the clear. */
    HTTP1_FRESH("HTTP/1.1, a connection a call", false, false),
    /** A connection and a TLS handshake for each call. */
    TLS1_FRESH("HTTP/1.1 with TLS, a connection a call", false, true),
    /** One connection for all threads. */
    HTTP2("HTTP/2 with TLS", true, true);

    private final String title;
    private final boolean kept;
    private final boolean secure;

    Condition(String title, boolean kept, boolean secure) {
        this.title = title;
        this.kept = kept;
        this.secure = secure;
    }

    /** For the table. */
    public String title() {
        return title;
    }

    boolean isKept() {
        return kept;
    }

    boolean isSecure() {
        return secure;
    }

    URI place(Gateway gateway) {
        return secure ? gateway.https() : gateway.http();
    }

    /** All that can be compared under it; the second one is the floor. */
    List<Variant> variants(Gateway gateway) {
        List<Variant> variants =
                new ArrayList<>(List.of(new BareOkHttp(gateway, this), new HandWritten(gateway, this)));
        if (this != HTTP1_KEPT) {
            variants.add(new Ours(gateway, this, false));
            variants.add(new Ours(gateway, this, true));
        }
        // The JDK's client keeps its connections and lets nobody test them.
        if (kept && this != HTTP1_TESTED) {
            variants.add(new JavaNet(gateway, this));
        }
        return variants;
    }

    /** The client of a person who chose this condition by hand. */
    OkHttpClient client(Gateway gateway) {
        OkHttpClient client = untested(gateway);
        return this == HTTP1_TESTED
                ? client.newBuilder()
                        .addNetworkInterceptor(new TestedConnections())
                        .build()
                : client;
    }

    /** The same for somebody who tests connections himself. */
    OkHttpClient untested(Gateway gateway) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(1024);
        dispatcher.setMaxRequestsPerHost(1024);
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .socketFactory(new PromptSockets())
                .connectionPool(new ConnectionPool(kept ? 64 : 0, 1, TimeUnit.MINUTES))
                .protocols(this == HTTP2 ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1) : List.of(Protocol.HTTP_1_1));
        if (secure) {
            var trust = gateway.trust();
            builder.sslSocketFactory(trust.sslSocketFactory(), trust.trustManager());
        }
        return builder.build();
    }
}
