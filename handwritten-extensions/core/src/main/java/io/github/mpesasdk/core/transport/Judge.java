package io.github.mpesasdk.core.transport;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Code;
import io.github.mpesasdk.runtime.Operation;
import java.util.Optional;

/** Reads an answer with the eyes of one gateway. Pure: no state, no side effect. */
final class Judge {

    private final Dialect dialect;

    Judge(Dialect dialect) {
        this.dialect = dialect;
    }

    Judgement judge(Operation<?, ?> operation, Answer answer) {
        Optional<JsonObject> json = dialect.bodies().read(operation, answer.body());
        if (json.isEmpty()) {
            return unreadable(operation, answer);
        }
        Optional<GatewayError> error = dialect.error(json.get());
        if (error.isPresent()) {
            // Gateways put errors into HTTP 200 as well, so the body is asked before the status.
            return coded(operation, answer, error.get());
        }
        return switch (operation.success().judge(json.get())) {
            // Accepted in words and an error by its status: whoever says both says nothing.
            case ACCEPTED ->
                answer.isSuccessful() ? new Judgement.Accepted(json.get()) : new Judgement.Unreadable(null);
            case REFUSED -> refused(operation, json.get());
            case SILENT -> answer.isSuccessful() ? new Judgement.Unreadable(null) : unreadable(operation, answer);
        };
    }

    // Some gateways refuse with the success field itself, whatever the HTTP status.
    private Judgement refused(Operation<?, ?> operation, JsonObject json) {
        String code = json.get(operation.success().nameIn(json)).getAsString();
        String words = dialect.description(json).orElse(null);
        return new Judgement.Coded(
                dialect.catalogue().acknowledgement(operation.id(), code, words), new GatewayError(code, words, null));
    }

    private Judgement coded(Operation<?, ?> operation, Answer answer, GatewayError error) {
        Code code = dialect.catalogue().error(operation.id(), answer.status(), error.code(), error.message());
        return new Judgement.Coded(code, error);
    }

    // Some refusals carry no code, or no body at all; the catalogue knows those by operation and status.
    private Judgement unreadable(Operation<?, ?> operation, Answer answer) {
        Code code = dialect.catalogue().error(operation.id(), answer.status(), "", null);
        return new Judgement.Unreadable(code.isKnown() ? code : null);
    }
}
