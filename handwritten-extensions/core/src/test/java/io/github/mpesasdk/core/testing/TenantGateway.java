package io.github.mpesasdk.core.testing;

import io.github.mpesasdk.core.testing.DyingServer.Fate;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;

/**
 * A gateway of {@link TenancyContract}: it hands out a new token at each request for one, and remembers which client
 * got it. Clients are told apart by a header that the HTTP client of each adds, so nothing depends on what the SDK
 * sends.
 */
final class TenantGateway implements AutoCloseable {

    private static final String CLIENT = "Test-Client";
    // Unlike those of any other gateway too: what strays there must be noticed.
    private static final AtomicInteger TOKENS = new AtomicInteger();

    private final TenancyContract market;
    private final DyingServer server;
    private final Map<String, String> clientByToken = new ConcurrentHashMap<>();
    private final Set<String> rejected = ConcurrentHashMap.newKeySet();
    private volatile Fate beforeEachAnswer = (request, connection) -> {};

    TenantGateway(TenancyContract market) {
        this.market = market;
        Fate calls = Fates.when(
                request -> rejected.contains(market.credentialSeen(request)), market.rejection(), market.acceptance());
        Fate answer = Fates.when(this::isFetch, Fates.answer("200 OK", this::newToken), calls);
        this.server = DyingServer.start((request, connection) -> {
            beforeEachAnswer.befall(request, connection);
            answer.befall(request, connection);
        });
    }

    /** A caller's HTTP client whose requests this gateway takes for those of one client of the SDK. */
    static OkHttpClient httpClientOf(String client) {
        return StubbornClients.PLAIN
                .newBuilder()
                .addInterceptor(chain -> chain.proceed(
                        chain.request().newBuilder().header(CLIENT, client).build()))
                .build();
    }

    URI baseUrl() {
        return server.baseUrl();
    }

    /** From now on, this happens before anything is answered. */
    void beforeEachAnswer(Fate fate) {
        beforeEachAnswer = fate;
    }

    /** From now on, calls that prove themselves with one of these are turned away. */
    void reject(Set<String> proofs) {
        rejected.addAll(proofs);
    }

    /** The tokens that a client was given. */
    Set<String> tokensOf(String client) {
        return clientByToken.entrySet().stream()
                .filter(given -> given.getValue().equals(client))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a client asked for tokens with, request by request. */
    List<String> credentialsOf(String client) {
        return seen(client).filter(this::isFetch).map(market::credentialSeen).toList();
    }

    /** What a client called with, call by call. */
    List<String> proofsOf(String client) {
        return seen(client)
                .filter(request -> !isFetch(request))
                .map(market::credentialSeen)
                .toList();
    }

    private Stream<SeenRequest> seen(String client) {
        return server.requests().stream().filter(request -> clientOf(request).equals(client));
    }

    private static String clientOf(SeenRequest request) {
        return request.header(CLIENT).orElse("");
    }

    private boolean isFetch(SeenRequest request) {
        return market.tokenAnswer(request, "").isPresent();
    }

    private String newToken(SeenRequest request) {
        String token = "tokenOfTheTest" + TOKENS.incrementAndGet();
        clientByToken.put(token, clientOf(request));
        return market.tokenAnswer(request, token).orElseThrow();
    }

    @Override
    public void close() {
        server.close();
    }
}
