package io.github.mpesasdk.runtime;

import io.github.mpesasdk.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a spec, as a constant: where it goes, what it carries, and the money rules that come with it.
 * Immutable and thread-safe.
 *
 * @param <Q> the request record
 * @param <A> the answer record
 */
public final class Operation<Q extends WireRecord, A extends WireRecord> {

    /** Where the fields of the request travel. */
    public enum Input {
        /** As one JSON object in the body. */
        BODY,
        /** As query parameters of the URL. */
        QUERY
    }

    private final String api;
    private final String id;
    private final String method;
    private final String path;
    private final String summary;
    private final Input input;
    private final RecordAdapter<Q> requestAdapter;
    private final RecordAdapter<A> answerAdapter;
    private final Effect effect;
    private final Success success;
    private final Repeats repeats;
    private final Security security;
    private final Evidence evidence;
    private final @Nullable String callback;
    private final @Nullable String query;
    private final @Nullable String reference;
    private final boolean sandboxOnly;
    private final @Nullable Integer port;
    private final @Nullable String outcomeField;
    private final @Nullable Event event;
    private final List<Fill> fills;

    private Operation(Builder<Q, A> builder) {
        this.api = builder.api;
        this.id = builder.id;
        this.method = builder.method;
        this.path = builder.path;
        this.summary = builder.summary;
        this.input = builder.input;
        this.requestAdapter = builder.requestAdapter;
        this.answerAdapter = builder.answerAdapter;
        this.effect = Objects.requireNonNull(builder.effect, "effect");
        this.success = Objects.requireNonNull(builder.success, "success");
        this.repeats = builder.repeats;
        this.security = builder.security;
        this.evidence = Objects.requireNonNull(builder.evidence, "evidence");
        this.callback = builder.callback;
        this.query = builder.query;
        this.reference = builder.reference;
        this.sandboxOnly = builder.sandboxOnly;
        this.port = builder.port;
        this.outcomeField = builder.outcomeField;
        this.event = builder.event;
        this.fills = List.copyOf(builder.fills);
    }

    /** Starts the descriptor of an operation. Called by generated code. */
    public static <Q extends WireRecord, A extends WireRecord> Builder<Q, A> of(
            String api, String id, Input input, RecordAdapter<Q> requestAdapter, RecordAdapter<A> answerAdapter) {
        return new Builder<>(api, id, input, requestAdapter, answerAdapter);
    }

    /** The spec it comes from, for example {@code daraja}. */
    public String api() {
        return api;
    }

    /** The operation id of the spec, for example {@code stkPush}. */
    public String id() {
        return id;
    }

    /** HTTP method, in capitals. */
    public String method() {
        return method;
    }

    /** Path below the base URL, with its leading slash. */
    public String path() {
        return path;
    }

    /** One line of the spec that says what it is for. */
    public String summary() {
        return summary;
    }

    public Input input() {
        return input;
    }

    public RecordAdapter<Q> requestAdapter() {
        return requestAdapter;
    }

    public RecordAdapter<A> answerAdapter() {
        return answerAdapter;
    }

    public Effect effect() {
        return effect;
    }

    public Success success() {
        return success;
    }

    /** Which fields of its answer and its callback repeat what was sent or acknowledged. */
    public Repeats repeats() {
        return repeats;
    }

    public Security security() {
        return security;
    }

    public Evidence evidence() {
        return evidence;
    }

    /**
     * The answer field that makes the answer the outcome itself; an answer without it, or with {@code N/A} in it, is
     * only an acknowledgement. Empty for an API whose answers are always one or always the other.
     */
    public Optional<String> outcomeField() {
        return Optional.ofNullable(outcomeField);
    }

    /** The number of the call, for the gateway that has one address for all of them. */
    public Optional<Event> event() {
        return Optional.ofNullable(event);
    }

    /** The schema that the gateway posts later, if the answer only says "accepted". */
    public Optional<String> callback() {
        return Optional.ofNullable(callback);
    }

    /** The id of the operation that asks for the outcome, if there is one. */
    public Optional<String> query() {
        return Optional.ofNullable(query);
    }

    /**
     * Wire name of the request field that names the payment when its answer is lost; the spec's {@code x-reference}.
     */
    public Optional<String> reference() {
        return Optional.ofNullable(reference);
    }

    /** The port of this operation alone, for the API that has one port a call. */
    public OptionalInt port() {
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }

    /** What the client fills in where the caller left it out, in the order of the spec. */
    public List<Fill> fills() {
        return fills;
    }

    /** Whether only the operator's sandbox offers it. */
    public boolean isSandboxOnly() {
        return sandboxOnly;
    }

    @Override
    public String toString() {
        return api + "." + id;
    }

    /** Collects what the spec says of an operation. */
    public static final class Builder<Q extends WireRecord, A extends WireRecord> {
        private final String api;
        private final String id;
        private final Input input;
        private final RecordAdapter<Q> requestAdapter;
        private final RecordAdapter<A> answerAdapter;
        private String method = "POST";
        private String path = "/";
        private String summary = "";
        private @Nullable Effect effect;
        private @Nullable Success success;
        private Repeats repeats = Repeats.NONE;
        private Security security = Security.NONE;
        private @Nullable Evidence evidence;
        private @Nullable String callback;
        private @Nullable String query;
        private @Nullable String reference;
        private boolean sandboxOnly;
        private @Nullable Integer port;
        private @Nullable String outcomeField;
        private @Nullable Event event;
        private final List<Fill> fills = new ArrayList<>();

        private Builder(
                String api, String id, Input input, RecordAdapter<Q> requestAdapter, RecordAdapter<A> answerAdapter) {
            this.api = api;
            this.id = id;
            this.input = input;
            this.requestAdapter = requestAdapter;
            this.answerAdapter = answerAdapter;
        }

        public Builder<Q, A> at(String httpMethod, String pathBelowBase) {
            this.method = httpMethod;
            this.path = pathBelowBase;
            return this;
        }

        public Builder<Q, A> summary(String line) {
            this.summary = line;
            return this;
        }

        public Builder<Q, A> effect(Effect value) {
            this.effect = value;
            return this;
        }

        public Builder<Q, A> success(Success rule) {
            this.success = rule;
            return this;
        }

        /** A field of the answer repeats a field of the request. */
        public Builder<Q, A> answerRepeats(String field, String requestField) {
            this.repeats = repeats.inAnswer(field, requestField);
            return this;
        }

        /** Refusals repeat what answers repeat. */
        public Builder<Q, A> refusalsRepeatToo() {
            this.repeats = repeats.inRefusalsToo();
            return this;
        }

        /** A name in the callback repeats {@code request.Field} or {@code answer.Field}. */
        public Builder<Q, A> callbackRepeats(String name, String source) {
            this.repeats = repeats.inCallback(Repeat.of(name, source, requestAdapter, answerAdapter));
            return this;
        }

        public Builder<Q, A> outcomeIn(String answerField) {
            this.outcomeField = answerField;
            return this;
        }

        public Builder<Q, A> security(Security value) {
            this.security = value;
            return this;
        }

        public Builder<Q, A> evidence(Evidence value) {
            this.evidence = value;
            return this;
        }

        public Builder<Q, A> event(String number, String... dates) {
            this.event = new Event(number, Set.of(dates));
            return this;
        }

        public Builder<Q, A> callback(String schema) {
            this.callback = schema;
            return this;
        }

        public Builder<Q, A> query(String operationId) {
            this.query = operationId;
            return this;
        }

        public Builder<Q, A> reference(String field) {
            this.reference = field;
            return this;
        }

        public Builder<Q, A> port(int number) {
            this.port = number;
            return this;
        }

        public Builder<Q, A> fill(Fill value) {
            this.fills.add(value);
            return this;
        }

        public Builder<Q, A> sandboxOnly() {
            this.sandboxOnly = true;
            return this;
        }

        /** The finished constant; fails when the spec left out an extension that the money rules need. */
        public Operation<Q, A> build() {
            return new Operation<>(this);
        }
    }
}
