package io.github.mpesasdk.core.transport;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.Code;
import io.github.mpesasdk.Evidence;
import io.github.mpesasdk.MpesaListener;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.TokenStore;
import io.github.mpesasdk.core.testing.Wire;
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

/** A small market of the tests' own: one operation of each effect, and those whose answers repeat their id. */
final class Post implements AutoCloseable {

    private static final Success CODE_ZERO = Success.whenField("Code").is("0").tracedBy("Receipt");

    static final Operation<Wire, Wire> TOKEN = operation("token", Operation.Input.QUERY)
            .at("GET", "/token")
            .effect(Effect.SESSION)
            .success(Success.whenField("token"))
            .security(Security.BASIC)
            .build();
    /** Its answers repeat nothing. */
    static final Operation<Wire, Wire> PAY = operation("pay", Operation.Input.BODY)
            .at("POST", "/pay")
            .effect(Effect.MONEY)
            .success(CODE_ZERO)
            .security(Security.BEARER)
            .reference("Id")
            .query("ask")
            .build();
    /** Its answers and refusals repeat the id. */
    static final Operation<Wire, Wire> PAY_BY_ID = operation("payById", Operation.Input.BODY)
            .at("POST", "/payById")
            .effect(Effect.MONEY)
            .success(CODE_ZERO)
            .answerRepeats("Id", "Id")
            .refusalsRepeatToo()
            .security(Security.BEARER)
            .reference("Id")
            .query("ask")
            .build();

    static final Operation<Wire, Wire> ASK = operation("ask", Operation.Input.BODY)
            .at("POST", "/ask")
            .effect(Effect.QUERY)
            .success(CODE_ZERO)
            .security(Security.BEARER)
            .build();
    /** Its answers repeat the id. */
    static final Operation<Wire, Wire> ASK_BY_ID = operation("askById", Operation.Input.BODY)
            .at("POST", "/askById")
            .effect(Effect.QUERY)
            .success(CODE_ZERO)
            .answerRepeats("Id", "Id")
            .security(Security.BEARER)
            .build();

    static final Operation<Wire, Wire> SET_UP = operation("setUp", Operation.Input.BODY)
            .at("POST", "/setup")
            .effect(Effect.SETUP)
            .success(Success.whenField("Code").is("0").orElseField("Id"))
            .security(Security.BEARER)
            .build();
    static final String SECRET = "consumer-secret-1";
    static final String BASIC = "Basic Y29uc3VtZXItc2VjcmV0LTE=";
    private static final Catalogue CATALOGUE = Catalogue.of(
            List.of(
                    code("bad-token", List.of(404), "token", true),
                    code("wrong", List.of(), "caller", true),
                    code("seen", List.of(), "duplicate", true),
                    code("busy", List.of(), "gateway", false),
                    code("slow-down", List.of(), "throttled", true),
                    code("not-yet", List.of(), "pending", false),
                    code("", List.of(429), "throttled", true),
                    code("", List.of(503), "gateway", false)),
            List.of(),
            List.of(code("7", List.of(), "customer", true)),
            List.of());
    static final Dialect DIALECT = new PostDialect();

    private final Connections connections;
    private final HttpInvoker invoker;

    private Post(Connections connections, HttpInvoker invoker) {
        this.connections = connections;
        this.invoker = invoker;
    }

    static Post at(URI address) {
        return to(address).open();
    }

    static Post at(URI address, RetryPolicy retries) {
        return to(address).retries(retries).open();
    }

    static Settings to(URI address) {
        return new Settings(address);
    }

    /** How a client is opened; what is not said is as usual. */
    static final class Settings {

        private final URI address;
        private @Nullable OkHttpClient shared;
        private @Nullable Duration timeout = Duration.ofSeconds(20);
        private boolean keptForAll;
        private RetryPolicy retries = RetryPolicy.NONE;
        private TokenStore store = TokenStore.inMemory();
        private MpesaListener listener = new MpesaListener() {};

        private Settings(URI address) {
            this.address = address;
        }

        Settings shared(OkHttpClient client) {
            this.shared = client;
            return this;
        }

        Settings timeout(@Nullable Duration limit) {
            this.timeout = limit;
            return this;
        }

        Settings keptForAll() {
            this.keptForAll = true;
            return this;
        }

        Settings retries(RetryPolicy policy) {
            this.retries = policy;
            return this;
        }

        Settings store(TokenStore tokens) {
            this.store = tokens;
            return this;
        }

        Settings listener(MpesaListener hears) {
            this.listener = hears;
            return this;
        }

        Post open() {
            Connections connections = Connections.of(shared, timeout, keptForAll);
            BaseUrl base = BaseUrl.of(address);
            HttpInvoker tokens = new HttpInvoker(
                    connections, base, DIALECT, Authorizer.basicOnly(BASIC), retries, new MpesaListener() {});
            return new Post(
                    connections,
                    new HttpInvoker(connections, base, DIALECT, new PostAuthorizer(tokens, store), retries, listener));
        }
    }

    Wire send(Operation<Wire, Wire> operation, String... namesAndValues) {
        return invoker.invoke(operation, Wire.of(namesAndValues));
    }

    CompletableFuture<Wire> sendAsync(Operation<Wire, Wire> operation, String... namesAndValues) {
        return invoker.invokeAsync(operation, Wire.of(namesAndValues));
    }

    HttpInvoker invoker() {
        return invoker;
    }

    Connections connections() {
        return connections;
    }

    @Override
    public void close() {
        connections.close();
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
        public Set<String> rejectionFields() {
            return Set.of("error");
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
        public CompletableFuture<AccessToken> token(Effect effect) {
            return cache.current();
        }

        @Override
        public void distrust(AccessToken token) {
            cache.drop(token);
        }

        @Override
        public Optional<CompletableFuture<AccessToken>> afterRejection(AccessToken rejected, int rejections) {
            return rejections > 1 ? Optional.empty() : Optional.of(cache.replace(rejected));
        }
    }
}
