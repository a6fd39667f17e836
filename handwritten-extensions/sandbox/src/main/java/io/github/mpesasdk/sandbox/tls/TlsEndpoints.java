package io.github.mpesasdk.sandbox.tls;

import com.google.gson.JsonObject;
import java.net.URI;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox behind TLS: its HTTPS port, its proxy, and the authority of both. Each is made when somebody first asks
 * for it, because keys and specs take longer than starting the server. Safe for use by several threads.
 */
public final class TlsEndpoints implements AutoCloseable {

    private final TlsSettings settings;
    private final String host;
    private final IntSupplier port;
    private final Supplier<Map<String, IntSupplier>> operators;

    private @Nullable Authority authority;
    private @Nullable Acceptor https;
    private @Nullable Acceptor proxy;
    private boolean closed;

    /**
     * Endpoints that are not open yet.
     *
     * @param host where the sandbox listens, and these shall too
     * @param port the port of the sandbox
     * @param operators the port of the sandbox for each {@code host:port} of an operator
     */
    public TlsEndpoints(
            TlsSettings settings, String host, IntSupplier port, Supplier<Map<String, IntSupplier>> operators) {
        this.settings = settings;
        this.host = host;
        this.port = port;
        this.operators = operators;
    }

    /** Opens what the settings ask for. */
    public void open() {
        settings.httpsPort().ifPresent(asked -> https());
        settings.proxyPort().ifPresent(asked -> proxy());
    }

    /**
     * The address of the sandbox behind TLS.
     *
     * @throws IllegalStateException if the sandbox is closed, and this was not open before
     */
    public URI httpsUrl() {
        return url("https", https());
    }

    /**
     * The address of the proxy.
     *
     * @throws IllegalStateException if the sandbox is closed, and this was not open before
     */
    public URI proxyUrl() {
        return url("http", proxy());
    }

    /** The base address of the sandbox for somebody who reached it under this name and port. */
    public synchronized String baseUrl(String hostAndPort) {
        boolean secure = https != null && hostAndPort.endsWith(":" + https.port());
        return (secure ? "https://" : "http://") + hostAndPort;
    }

    /** The authority. */
    public synchronized Authority authority() {
        if (authority == null) {
            var hosts =
                    operators.get().keySet().stream().map(ConnectProxy::host).collect(Collectors.toUnmodifiableSet());
            authority = settings.authority()
                    .map(folder -> Authority.in(folder, hosts, host))
                    .orElseGet(() -> Authority.inMemory(hosts, host));
        }
        return authority;
    }

    /**
     * The context of a server that has a certificate of the authority.
     *
     * @throws IllegalArgumentException if the authority does not sign for the host
     */
    public SSLContext server(String host) {
        return HostKeys.of(authority(), authority().covered(host));
    }

    /** The context of a client that trusts the authority, and what this machine trusts. */
    public SSLContext client() {
        return Trust.in(authority());
    }

    /** The context of a client that trusts everybody. */
    public static SSLContext trustfulClient() {
        return Trust.anything();
    }

    /** Adds what is open, and what its clients have to trust. */
    public synchronized void describe(JsonObject description) {
        if (https != null) {
            description.addProperty("httpsUrl", httpsUrl().toString());
        }
        if (proxy != null) {
            description.addProperty("proxy", proxyUrl().toString());
        }
        if (authority != null) {
            description.addProperty("certificateAuthority", authority.pem());
            authority.file().ifPresent(file -> description.addProperty("certificateAuthorityFile", file.toString()));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (https != null) {
            https.close();
        }
        if (proxy != null) {
            proxy.close();
        }
    }

    private synchronized Acceptor https() {
        if (https == null) {
            refuseIfClosed();
            https = new Acceptor(
                    host, settings.httpsPort().orElse(0), "https", new HttpsPort(authority(), port.getAsInt()));
        }
        return https;
    }

    private synchronized Acceptor proxy() {
        if (proxy == null) {
            refuseIfClosed();
            proxy = new Acceptor(
                    host, settings.proxyPort().orElse(0), "proxy", new ConnectProxy(authority(), operators.get()));
        }
        return proxy;
    }

    /** Nobody would close what is opened after that. */
    private void refuseIfClosed() {
        if (closed) {
            throw new IllegalStateException("the sandbox is closed");
        }
    }

    private URI url(String scheme, Acceptor acceptor) {
        return URI.create(scheme + "://" + ReachableHost.inUrl(host) + ":" + acceptor.port());
    }
}
