package io.github.mpesasdk.core.transport;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.Code;
import io.github.mpesasdk.Evidence;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.TokenStore;
import io.github.mpesasdk.core.token.TokenCache;
import io.github.mpesasdk.core.token.TokenReader;
import io.github.mpesasdk.runtime.Catalogue;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.Security;
import io.github.mpesasdk.runtime.Success;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** A small market of the tests' own: one operation of each effect. */
final class Post implements AutoCloseable {

    static final Operation<Wire, Wire> TOKEN = operation("token", Operation.Input.QUERY)
            .at("GET", "/token")
            .effect(Effect.SESSION)
            .success(new Success("token"))
            .security(Security.BASIC)
            .build();
    static final Operation<Wire, Wire> PAY = operation("pay", Operation.Input.BODY)
            .at("POST", "/pay")
            .effect(Effect.MONEY)
            .success(new Success("Code", "0"))
            .security(Security.BEARER)
            .reference("Id")
            .build();
    static final Operation<Wire, Wire> ASK = operation("ask", Operation.Input.BODY)
            .at("POST", "/ask")
            .effect(Effect.QUERY)
            .success(new Success("Code", "0"))
            .security(Security.BEARER)
            .build();
    static final Operation<Wire, Wire> SET_UP = operation("setUp", Operation.Input.BODY)
            .at("POST", "/setup")
            .effect(Effect.SETUP)
            .success(new Success("Code", Set.of("0"), null, "Id", Set.of(), false, Set.of()))
            .security(Security.BEARER)
            .build();

    static final String SECRET = "consumer-secret-1";
    static final String BASIC = "Basic Y29uc3VtZXItc2VjcmV0LTE=";

    private static final Catalogue CATALOGUE = Catalogue.of(
            List.of(
                    code("bad-token", List.of(), "token", true),
                    code("wrong", List.of(), "caller", true),
                    code("busy", List.of(), "gateway", false),
                    code("slow-down", List.of(), "throttled", true),
                    code("not-yet", List.of(), "pending", false),
                    code("", List.of(429), "throttled", true),
                    code("", List.of(503), "gateway", false)),
            List.of(),
            List.of(code("7", List.of(), "customer", true)),
            List.of());

    static final Dialect DIALECT = new PostDialect();

    private final OkHttpClient client;
    private final HttpInvoker invoker;

    private Post(OkHttpClient client, HttpInvoker invoker) {
        this.client = client;
        this.invoker = invoker;
    }

    static Post at(URI address) {
        return at(address, null, Duration.ofSeconds(20), RetryPolicy.NONE, TokenStore.inMemory());
    }

    static Post at(URI address, RetryPolicy retries) {
        return at(address, null, Duration.ofSeconds(20), retries, TokenStore.inMemory());
    }

    static Post at(
            URI address, @Nullable OkHttpClient shared, Duration timeout, RetryPolicy retries, TokenStore store) {
        OkHttpClient client = HttpClients.oneSendPerCall(shared, timeout);
        BaseUrl base = BaseUrl.of(address);
        HttpInvoker tokens = new HttpInvoker(client, base, DIALECT, Authorizer.basicOnly(BASIC), retries);
        return new Post(client, new HttpInvoker(client, base, DIALECT, new PostAuthorizer(tokens, store), retries));
    }

    Wire send(Operation<Wire, Wire> operation, String... namesAndValues) {
        return invoker.invoke(operation, Wire.of(namesAndValues));
    }

    CompletableFuture<Wire> sendAsync(Operation<Wire, Wire> operation, String... namesAndValues) {
        return invoker.invokeAsync(operation, Wire.of(namesAndValues));
    }

    OkHttpClient client() {
        return client;
    }

    @Override
    public void close() {
        invoker.close();
    }

    private static Operation.Builder<Wire, Wire> operation(String id, Operation.Input input) {
        return Operation.of("post", id, input, Wire.ADAPTER, Wire.ADAPTER).evidence(Evidence.DOCUMENTED);
    }

    private static Code code(String code, List<Integer> statuses, String kind, boolean isFinal) {
        return Code.of(code, null, null, statuses, List.of(), kind, isFinal, "Meaning.", "Advice.", "documented");
    }

    /** Errors look like {@code {"error": code, "message": words, "request": id}}. */
    private static final class PostDialect implements Dialect {
        @Override
        public String market() {
            return "post";
        }

        @Override
        public Catalogue catalogue() {
            return CATALOGUE;
        }

        @Override
        public Optional<GatewayError> error(JsonObject answer) {
            return text(answer, "error")
                    .map(code -> new GatewayError(
                            code,
                            text(answer, "message").orElse(null),
                            text(answer, "request").orElse(null)));
        }

        @Override
        public Optional<String> description(JsonObject answer) {
            return text(answer, "message");
        }

        private static Optional<String> text(JsonObject answer, String field) {
            return Optional.ofNullable(answer.get(field)).map(JsonElement::getAsString);
        }
    }

    private static final class PostAuthorizer implements Authorizer {
        private final TokenCache cache;

        PostAuthorizer(HttpInvoker tokens, TokenStore store) {
            TokenReader reader = new TokenReader("test", TOKEN.id(), Duration.ofHours(1), Clock.systemUTC());
            this.cache = new TokenCache(
                    "post",
                    store,
                    reader,
                    () -> tokens.invokeAsync(TOKEN, Wire.of("grant", "yes"))
                            .thenApply(answer -> reader.token(answer.text("token"))),
                    TokenCache.LONGEST_WAIT);
        }

        @Override
        public String basic() {
            return BASIC;
        }

        @Override
        public CompletableFuture<AccessToken> token() {
            return cache.current();
        }

        @Override
        public Optional<CompletableFuture<AccessToken>> afterRejection(AccessToken rejected, int rejections) {
            return rejections > 1 ? Optional.empty() : Optional.of(cache.replace(rejected));
        }
    }
}
