package io.github.mpesasdk.core.transport;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.runtime.Operation;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import okhttp3.HttpUrl;

/** Where a gateway is. Clear HTTP is refused unless the host is this machine, or the caller says insecure out loud. */
public final class BaseUrl {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    private final HttpUrl url;
    private final ToIntFunction<Operation<?, ?>> port;
    private final Map<String, BaseUrl> wholeAddresses;
    // A handful of operations, asked for at every call.
    private final Map<Operation<?, ?>, HttpUrl> addresses = new ConcurrentHashMap<>();

    private BaseUrl(HttpUrl url, ToIntFunction<Operation<?, ?>> port, Map<String, BaseUrl> wholeAddresses) {
        this.url = url;
        this.port = port;
        this.wholeAddresses = wholeAddresses;
    }

    private static BaseUrl onePort(HttpUrl url) {
        return new BaseUrl(url, operation -> url.port(), Map.of());
    }

    /** The same host, with the port that the spec gives each operation. */
    public BaseUrl withPortsOfTheSpec() {
        return new BaseUrl(url, operation -> operation.port().orElse(url.port()), wholeAddresses);
    }

    /** The same host, with these ports by operation id; the others have the port of the address. */
    public BaseUrl withPorts(Map<String, Integer> ports) {
        Map<String, Integer> copy = Map.copyOf(ports);
        return new BaseUrl(url, operation -> copy.getOrDefault(operation.id(), url.port()), wholeAddresses);
    }

    /** The same, but for these operations, by id, whose whole address is given. */
    public BaseUrl withWholeAddresses(Map<String, BaseUrl> addresses) {
        return new BaseUrl(url, port, Map.copyOf(addresses));
    }

    /**
     * An HTTPS address, or an HTTP address of this machine.
     *
     * @throws InvalidInputException for any other address
     */
    public static BaseUrl of(URI uri) {
        HttpUrl url = parse(uri);
        if (!url.isHttps() && !LOOPBACK.contains(url.host())) {
            throw refused("must be https://; clear http:// is only for this machine");
        }
        return onePort(url);
    }

    /**
     * Any HTTP address, unencrypted. Everybody on the way can read and change payments: for closed test networks only.
     */
    public static BaseUrl insecure(URI uri) {
        return onePort(parse(uri));
    }

    private static HttpUrl parse(URI uri) {
        // OkHttp would take the path of https:///path for a host.
        HttpUrl url = uri.getRawAuthority() == null ? null : HttpUrl.parse(uri.toString());
        if (url == null) {
            throw refused("must be an http or https address with a host");
        }
        boolean plain = url.encodedUsername().isEmpty()
                && url.encodedPassword().isEmpty()
                && url.encodedQuery() == null
                && url.encodedFragment() == null;
        if (!plain) {
            throw refused("must have no user, password, query or fragment");
        }
        return url;
    }

    private static InvalidInputException refused(String rule) {
        return new InvalidInputException("The base URL", "base URL", rule);
    }

    /** Whether this is an address of the machine itself. */
    public boolean isLoopback() {
        return LOOPBACK.contains(url.host());
    }

    /** Host and port, for naming credentials. */
    public String authority() {
        return url.host() + ":" + url.port();
    }

    /** The whole address in one spelling: scheme, host, port and path, without a slash behind it. */
    public String canonical() {
        return url.scheme() + "://" + authority() + withoutSlash(url.encodedPath());
    }

    /** The whole address of one operation, as a base of its own, for naming credentials that it deals with. */
    public BaseUrl of(Operation<?, ?> operation) {
        return onePort(resolve(operation));
    }

    /** The address of an operation. */
    HttpUrl resolve(Operation<?, ?> operation) {
        HttpUrl known = addresses.get(operation);
        // Two threads that ask at once make the same.
        if (known == null) {
            known = address(operation);
            addresses.put(operation, known);
        }
        return known;
    }

    private HttpUrl address(Operation<?, ?> operation) {
        BaseUrl whole = wholeAddresses.get(operation.id());
        if (whole != null) {
            return whole.url;
        }
        return url.newBuilder()
                .port(port.applyAsInt(operation))
                .encodedPath(withoutSlash(url.encodedPath()) + operation.path())
                .build();
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
