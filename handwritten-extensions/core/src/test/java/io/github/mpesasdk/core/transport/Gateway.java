package io.github.mpesasdk.core.transport;

import com.google.gson.JsonParser;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.core.testing.Wire;
import io.github.mpesasdk.runtime.Operation;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway that numbers its tokens and plays its fates one after the other, the last one for ever. */
final class Gateway implements AutoCloseable {

    private final Queue<DyingServer.Fate> fates;
    private final AtomicInteger tokens = new AtomicInteger();
    private final DyingServer server;
    private DyingServer.Fate last = Fates.drop();

    private Gateway(List<DyingServer.Fate> fates) {
        this.fates = new ConcurrentLinkedQueue<>(fates);
        this.server = DyingServer.start(Fates.when(
                request -> request.path().equals("/token"),
                Fates.answer("200 OK", request -> "{\"token\":\"token-" + tokens.incrementAndGet() + "\"}"),
                this::next));
    }

    static Gateway playing(DyingServer.Fate... fates) {
        return new Gateway(List.of(fates));
    }

    /** Answers everything with this body. */
    static Gateway answering(String statusLine, String body) {
        return playing(Fates.answer(statusLine, body));
    }

    /** Accepts, and repeats the id of the request. */
    static DyingServer.Fate acceptById() {
        return Fates.answer("200 OK", request -> "{\"Code\":\"0\",\"Id\":\"" + idIn(request) + "\"}");
    }

    /** The id in a request. */
    static String idIn(SeenRequest request) {
        return JsonParser.parseString(request.body())
                .getAsJsonObject()
                .get("Id")
                .getAsString();
    }

    private synchronized void next(SeenRequest request, Socket connection) throws IOException {
        DyingServer.Fate fate = fates.poll();
        last = fate == null ? last : fate;
        last.befall(request, connection);
    }

    int connectionsAccepted() {
        return server.connectionsAccepted();
    }

    URI address() {
        return server.baseUrl();
    }

    long count(Operation<Wire, Wire> operation) {
        return server.count(operation.path());
    }

    List<String> authorizations(Operation<Wire, Wire> operation) {
        return server.requests().stream()
                .filter(request -> request.path().equals(operation.path()))
                .map(request -> request.header("Authorization").orElse(""))
                .toList();
    }

    SeenRequest last() {
        List<SeenRequest> requests = server.requests();
        return requests.get(requests.size() - 1);
    }

    @Override
    public void close() {
        server.close();
    }
}
