package io.github.mpesasdk.sandbox.ipg;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.market.JsonFields;
import java.net.URI;

/** What another process may see and ask of either gateway. */
public final class GatewayControl {

    private final GatewayState state;

    /** Steers one gateway. */
    public GatewayControl(GatewayState state) {
        this.state = state;
    }

    /** The transactions. */
    public JsonElement ledger() {
        JsonArray entries = new JsonArray();
        for (LedgerEntry entry : state.ledger().entries()) {
            entries.add(json(entry).json());
        }
        return JsonFields.with("entries", entries).json();
    }

    /** One transaction, to be continued. */
    public static JsonFields json(LedgerEntry entry) {
        return JsonFields.with("transactionId", entry.transactionId())
                .and("kind", entry.kind().name())
                .and("status", entry.status().name())
                .and("amount", entry.amount())
                .and("debitParty", entry.debitParty())
                .and("creditParty", entry.creditParty())
                .and("reference", entry.reference())
                .and("conversationId", entry.conversationId())
                .and("callerReference", entry.callerReference())
                .and("market", entry.market())
                .and("initiatedAt", entry.initiatedAt().toString());
    }

    /**
     * Answers the phone, or sets how the gateway answers.
     *
     * @throws IllegalArgumentException if there is no such command, or the argument is wrong
     */
    public void command(String name, JsonObject argument) {
        switch (name) {
            case "phone" -> state.phone().obey(argument);
            case "mode" -> mode(argument);
            default -> throw new IllegalArgumentException("no command " + name);
        }
    }

    private void mode(JsonObject argument) {
        if (!argument.has("asynchronous")) {
            throw new IllegalArgumentException("asynchronous, or not?");
        }
        if (argument.has("responseUrl")) {
            state.responseUrl(URI.create(argument.get("responseUrl").getAsString()));
        }
        state.asynchronous(argument.get("asynchronous").getAsBoolean());
    }
}
