package io.github.mpesasdk.core.transport;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.Code;
import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.Success;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer as one gateway writes it, and believes it only if it is tied to its request. Pure: no state, no side
 * effect.
 */
final class AnswerReader {

    private static final String UNTIED = "It does not repeat the id that was sent, and came over a connection that"
            + " may have carried other answers, so it may belong to another request.";
    private static final String CONTRADICTION = "It accepts and refuses at once.";

    private final Dialect dialect;

    AnswerReader(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Reads one answer.
     *
     * @param sent the fields of the request
     * @param link what the connection tells about whose answer it is
     */
    Reading read(Operation<?, ?> operation, JsonObject sent, Answer answer, Link link) {
        Optional<JsonObject> json = dialect.bodies().read(operation, answer.body());
        if (json.isEmpty()) {
            return withoutCode(
                    operation,
                    answer,
                    link != Link.OPEN,
                    "The answer cannot be used: " + dialect.bodies().whatItIs(answer.body()) + ".");
        }
        Tie tie = Tie.of(operation.repeats(), sent, json.get());
        if (tie instanceof Tie.Foreign foreign) {
            return Reading.Unusable.untied(
                    "It answers another request: its " + foreign.field() + " is not the one that was sent.", null);
        }
        return read(operation, answer, json.get(), tie instanceof Tie.Repeated ? Link.PROVEN : link);
    }

    private Reading read(Operation<?, ?> operation, Answer answer, JsonObject json, Link link) {
        boolean isTied = link != Link.OPEN;
        // Gateways put errors into HTTP 200 as well, so the body is asked before the status.
        Success.Verdict verdict = operation.success().judge(json);
        Optional<GatewayError> error = dialect.error(json);
        // Some gateways refuse with the success field itself, whatever the HTTP status.
        if (error.isEmpty() && verdict == Success.Verdict.REFUSED) {
            error = refusalIn(operation, json);
        }
        if (error.isPresent()) {
            if (acceptsAsWell(operation, verdict, json)) {
                return new Reading.Unusable(CONTRADICTION, harmless(operation, answer, json, error.get()), error.get());
            }
            // A question that is refused settles nothing, whomever the refusal was meant for.
            return isTied || operation.effect().isRepeatable()
                    ? coded(operation, answer, json, error.get(), link)
                    : Reading.Unusable.untied(UNTIED, error.get());
        }
        if (verdict == Success.Verdict.ACCEPTED) {
            if (!answer.isSuccessful()) {
                return new Reading.Unusable("It accepts in words, and refuses by its HTTP status.", null, null);
            }
            return isTied ? new Reading.Accepted(json) : Reading.Unusable.untied(UNTIED, null);
        }
        return withoutCode(operation, answer, isTied, "It has none of the fields that an answer must have.");
    }

    // A login moves nothing, and one gateway writes its refusal where the session would stand.
    private static boolean acceptsAsWell(Operation<?, ?> operation, Success.Verdict verdict, JsonObject json) {
        return operation.effect() != Effect.SESSION
                && (verdict == Success.Verdict.ACCEPTED || operation.success().hasTrace(json));
    }

    private Optional<GatewayError> refusalIn(Operation<?, ?> operation, JsonObject json) {
        return operation
                .success()
                .codeIn(json)
                .map(code -> new GatewayError(
                        code,
                        dialect.description(json).orElse(null),
                        dialect.requestId(json).orElse(null)));
    }

    private Reading coded(Operation<?, ?> operation, Answer answer, JsonObject json, GatewayError error, Link link) {
        boolean isBare = dialect.rejectionFields().containsAll(json.keySet())
                && json.asMap().values().stream().allMatch(JsonElement::isJsonPrimitive);
        return new Reading.Coded(code(operation, answer, json, error), error, link == Link.PROVEN, isBare);
    }

    // In an answer that contradicts itself no code settles anything; one that never does keeps its meaning.
    private Code harmless(Operation<?, ?> operation, Answer answer, JsonObject json, GatewayError error) {
        Code code = code(operation, answer, json, error);
        return code.isFinal() ? Code.unknown(error.code(), operation.effect()) : code;
    }

    private Code code(Operation<?, ?> operation, Answer answer, JsonObject json, GatewayError error) {
        Code code = dialect.error(json).isPresent()
                ? dialect.catalogue().error(operation.id(), answer.status(), error.code(), error.message())
                : dialect.catalogue().acknowledgement(operation.id(), error.code(), error.message());
        return code.isKnown() ? code : Code.unknown(error.code(), operation.effect());
    }

    // Some refusals carry no code, or no body at all; the catalogue knows those by operation and status.
    private Reading withoutCode(Operation<?, ?> operation, Answer answer, boolean isTied, String trouble) {
        if (answer.isSuccessful()) {
            return new Reading.Unusable(trouble, null, null);
        }
        Code code = dialect.catalogue().error(operation.id(), answer.status(), "", null);
        boolean mayBeAnothers = operation.effect() == Effect.MONEY && !isTied && code.isFinal();
        return new Reading.Unusable(trouble, mayBeAnothers ? null : knownOrNull(code), null);
    }

    private static @Nullable Code knownOrNull(Code code) {
        return code.isKnown() ? code : null;
    }
}
