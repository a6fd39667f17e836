package io.github.mpesasdk.sandbox;

import io.github.mpesasdk.sandbox.market.MarketRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import wiremock.jakarta.servlet.Filter;
import wiremock.jakarta.servlet.FilterChain;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.ServletRequest;
import wiremock.jakarta.servlet.ServletResponse;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.jakarta.servlet.http.HttpServletResponseWrapper;
import wiremock.org.eclipse.jetty.http.BadMessageException;
import wiremock.org.eclipse.jetty.server.HttpConnection;

/**
 * Reads each request before WireMock can fail over it, and keeps it where {@link #current()} finds it. An answer leaves
 * without the headers that WireMock adds.
 */
final class RequestFilter implements Filter {

    /** The attribute of a request that holds its target as it was sent. */
    static final String TARGET = "sandbox.target";

    static final String METHOD = "sandbox.method";

    private static final String REQUEST = "sandbox.request";
    private static final System.Logger LOG = System.getLogger(RequestFilter.class.getName());

    private final BodyRoom room = new BodyRoom();

    /** The request that this thread answers. */
    static MarketRequest current() {
        Object read = HttpConnection.getCurrentConnection()
                .getHttpChannel()
                .getRequest()
                .getAttribute(REQUEST);
        return (MarketRequest) Objects.requireNonNull(read, "the filter has read it");
    }

    @Override
    public void doFilter(ServletRequest incoming, ServletResponse outgoing, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) incoming;
        HttpServletResponse response = (HttpServletResponse) outgoing;
        try (BodyRoom.Share share = room.share()) {
            if (isRead(request, response, share)) {
                chain.doFilter(new EmptyRequest(request), new OwnHeaders(response));
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a request made the sandbox fail", e);
            end(response, 500, "the sandbox failed; its log says how");
        }
    }

    private static boolean isRead(HttpServletRequest request, HttpServletResponse response, BodyRoom.Share share)
            throws IOException {
        try {
            request.setAttribute(REQUEST, read(request, share));
            return true;
        } catch (BodyRoom.NoRoomException e) {
            end(response, 503, String.valueOf(e.getMessage()));
        } catch (IOException | BadMessageException e) {
            // It ended too early, or its pieces are none: there is nothing to judge.
            end(response, 400, "the request cannot be read");
        }
        return false;
    }

    private static void end(HttpServletResponse response, int status, String why) throws IOException {
        if (!response.isCommitted()) {
            response.reset();
            response.setStatus(status);
            response.setHeader("Connection", "close");
            response.setContentType("application/json");
            response.getOutputStream().write(("{\"error\":\"" + why + "\"}").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static MarketRequest read(HttpServletRequest request, BodyRoom.Share share) throws IOException {
        String[] target = target((String) request.getAttribute(TARGET)).split("\\?", 2);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.putIfAbsent(name, request.getHeader(name));
        }
        RequestBody body = RequestBody.read(request.getInputStream(), headers, share);
        return new MarketRequest(
                request.getLocalPort(),
                ((String) request.getAttribute(METHOD)).toUpperCase(Locale.ROOT),
                target[0],
                query(target.length > 1 ? target[1] : ""),
                Collections.unmodifiableMap(headers),
                body.text(),
                body.fault());
    }

    /** Clients of a proxy write the whole address. */
    private static String target(String written) {
        return written.replaceFirst("^(?i:https?)://[^/?]*", "");
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        if (!raw.isEmpty()) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                query.putIfAbsent(decoded(name), decoded(equals < 0 ? "" : pair.substring(equals + 1)));
            }
        }
        return Collections.unmodifiableMap(query);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // A stray per cent sign; the judge shall see it as it came.
        }
    }

    private static final class OwnHeaders extends HttpServletResponseWrapper {

        OwnHeaders(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if (!name.startsWith("Matched-Stub-")) {
                super.addHeader(name, value);
            }
        }
    }
}
