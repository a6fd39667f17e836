package io.github.mpesasdk.conformance;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A gateway on loopback that answers what a case says, one answer after the other and the last one again and again. A
 * bare socket, because servers are too well behaved to break off in the middle.
 */
final class CannedGateway implements AutoCloseable {

    /** Stands for the value of a field as it was sent, where an answer repeats what a client chose. */
    static final String SENT = "$sent";

    private final ServerSocket socket;
    private final Setup setup;
    private final Optional<SpecOperation> tokenOperation;
    private final boolean isTokenCase;
    private final Predicate<WireRequest> isProbe;
    private final List<JsonObject> answers;
    private final List<JsonObject> tokenAnswers;
    private final List<JsonObject> probeAnswers;
    private final AtomicInteger probes = new AtomicInteger();
    private final List<WireRequest> requests = new CopyOnWriteArrayList<>();
    private final List<WireRequest> tokenRequests = new CopyOnWriteArrayList<>();

    private CannedGateway(ServerSocket socket, MarketCases market, ConformanceCase played) {
        this.socket = socket;
        this.setup = market.setup();
        this.tokenOperation = setup.tokenOperation().map(market.spec()::operation);
        this.isTokenCase =
                setup.tokenOperation().filter(played.subject()::equals).isPresent();
        this.isProbe = probeOf(market, played);
        this.answers = played.answers();
        this.tokenAnswers = played.tokenAnswers();
        this.probeAnswers = played.probeAnswers();
    }

    private static Predicate<WireRequest> probeOf(MarketCases market, ConformanceCase played) {
        return market.setup()
                .probe()
                .<Predicate<WireRequest>>map(probe -> {
                    SpecOperation operation = market.spec().operation(probe.operation());
                    boolean isAskedByCase = played.subject().equals(probe.operation());
                    return request -> request.isFor(operation, market.setup().base())
                            && !(isAskedByCase && request.asks(played, probe.field()));
                })
                .orElse(request -> false);
    }

    /** Starts a gateway for one case. */
    static CannedGateway start(MarketCases market, ConformanceCase played) throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        CannedGateway gateway = new CannedGateway(socket, market, played);
        if (played.answers().stream().anyMatch(answer -> isFault(answer, "unreachable"))) {
            // The port was free a moment ago, and nobody listens there any more.
            socket.close();
        } else {
            Thread thread = new Thread(gateway::serve, "canned-gateway");
            thread.setDaemon(true);
            thread.start();
        }
        return gateway;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** What arrived for the operation of the case. */
    List<WireRequest> requests() {
        return requests;
    }

    /** How often a token was asked for. */
    int tokenRequests() {
        return isTokenCase ? requests.size() : tokenRequests.size();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                answer(connection);
            } catch (IOException expected) {
                // The client hung up, or the test is over.
            }
        }
    }

    private void answer(Socket connection) throws IOException {
        WireRequest request = WireRequest.read(connection.getInputStream());
        if (isProbe.test(request)) {
            send(connection, probeAnswer());
            return;
        }
        boolean asksForToken = !isTokenCase
                && tokenOperation
                        .filter(operation -> request.isFor(operation, setup.base()))
                        .isPresent();
        List<WireRequest> heard = asksForToken ? tokenRequests : requests;
        heard.add(request);
        JsonObject answer = asksForToken ? tokenAnswer(heard.size()) : next(answers, heard.size());
        if (!isFault(answer, "dropped")) {
            send(connection, repeating(answer, request));
        }
    }

    /** The answer with what it repeats of the request. */
    private static JsonObject repeating(JsonObject answer, WireRequest request) {
        JsonObject copy = answer.deepCopy();
        if (copy.has("body")) {
            JsonObject body = copy.getAsJsonObject("body");
            List.copyOf(body.entrySet()).forEach(field -> {
                if (field.getValue() instanceof JsonObject repeated && repeated.has(SENT)) {
                    body.addProperty(
                            field.getKey(),
                            request.field(repeated.get(SENT).getAsString()).orElseThrow());
                }
            });
        }
        return copy;
    }

    private JsonObject probeAnswer() {
        return probeAnswers.isEmpty()
                ? setup.probe().orElseThrow().answer()
                : next(probeAnswers, probes.incrementAndGet());
    }

    private JsonObject tokenAnswer(int number) {
        return tokenAnswers.isEmpty() ? setup.tokenAnswer(number) : next(tokenAnswers, number);
    }

    private static JsonObject next(List<JsonObject> answers, int number) {
        return answers.get(Math.min(number, answers.size()) - 1);
    }

    private static boolean isFault(JsonObject answer, String fault) {
        return answer.has("fault") && answer.get("fault").getAsString().equals(fault);
    }

    private static void send(Socket connection, JsonObject answer) throws IOException {
        byte[] body = Payload.text(answer).orElseThrow().getBytes(StandardCharsets.UTF_8);
        JsonObject headers = answer.has("headers") ? answer.getAsJsonObject("headers") : new JsonObject();
        if (!headers.has("Content-Type")) {
            headers.addProperty("Content-Type", Payload.contentType(answer));
        }
        String head = headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue().getAsString() + "\r\n")
                .collect(Collectors.joining(
                        "",
                        "HTTP/1.1 " + answer.get("status").getAsInt() + " -\r\n",
                        "Content-Length: " + body.length + "\r\nConnection: close\r\n\r\n"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        boolean truncated = ConformanceCase.isTrue(answer, "truncated");
        out.write(body, 0, truncated ? body.length / 2 : body.length);
        connection.getOutputStream().write(out.toByteArray());
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }
}
