package io.github.mpesasdk.sandbox;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.mpesasdk.sandbox.tls.PortException;
import java.io.IOException;
import java.net.BindException;

/** One open port of this machine. */
final class Listener {

    /** Callers wait on them for a customer, of whom a hundred may be asked at a time. */
    private static final int THREADS = 256;

    private static final long IDLE_MILLIS = 10_000;

    static final String LOOPBACK = "127.0.0.1";

    private final WireMockServer server;
    /** Kept, because a server that was stopped does not tell it. */
    private volatile int port;

    /**
     * Opens a port; 0 takes a free one.
     *
     * @param host the address of this machine to open it at
     * @throws PortException if it is taken
     */
    Listener(String host, int wanted, Router router) {
        WireMockConfiguration configuration = WireMockConfiguration.options()
                .bindAddress(host)
                .port(wanted)
                // Faults of the connection are faults of HTTP/1.1.
                .http2PlainDisabled(true)
                .containerThreads(THREADS)
                // Who has begun a request and says no more is not waited for.
                .jettyIdleTimeout(IDLE_MILLIS)
                .gzipDisabled(true)
                // Our journal keeps the requests.
                .disableRequestJournal()
                .mappingSource(new EmptyMappings())
                // Nothing is forwarded, so nobody waits for a client with trust stores.
                .httpClientFactory((options, trustAll, trusted, reuse) -> request -> {
                    throw new IOException("the sandbox forwards nothing");
                })
                .templatingEnabled(false)
                .httpServerFactory(EmbeddedServer::new)
                .extensions(router);
        server = new WireMockServer(configuration);
        start(wanted);
        port = server.port();
        server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse()));
    }

    private void start(int wanted) {
        try {
            server.start();
        } catch (RuntimeException noServer) {
            for (Throwable cause = noServer; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindException noPort) {
                    throw new PortException(wanted, noPort);
                }
            }
            throw noServer;
        }
    }

    int port() {
        return port;
    }

    void close() {
        server.stop();
    }
}
