package io.github.mpesasdk.core.transport;

import com.google.gson.JsonObject;
import io.github.mpesasdk.runtime.Code;
import io.github.mpesasdk.runtime.Operation;
import java.util.Optional;

/** Reads an answer with the eyes of one gateway. Pure: no state, no side effect. */
final class Judge {

    private final Dialect dialect;

    Judge(Dialect dialect) {
        this.dialect = dialect;
    }

    Judgement judge(Operation<?, ?> operation, Answer answer) {
        Optional<JsonObject> json = answer.json();
        if (json.isEmpty()) {
            return unreadable(operation, answer);
        }
        Optional<GatewayError> error = dialect.error(json.get());
        if (error.isPresent()) {
            // Gateways put errors into HTTP 200 as well, so the body is asked before the status.
            return coded(operation, answer, error.get());
        }
        return answer.isSuccessful() ? accepted(operation, json.get()) : unreadable(operation, answer);
    }

    private Judgement accepted(Operation<?, ?> operation, JsonObject json) {
        return switch (operation.success().judge(json)) {
            case ACCEPTED -> new Judgement.Accepted(json);
            case SILENT -> new Judgement.Unreadable(null);
            case REFUSED -> {
                String code = json.get(operation.success().field()).getAsString();
                String words = dialect.description(json).orElse(null);
                yield new Judgement.Coded(
                        dialect.catalogue().result(operation.id(), code), new GatewayError(code, words, null));
            }
        };
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
