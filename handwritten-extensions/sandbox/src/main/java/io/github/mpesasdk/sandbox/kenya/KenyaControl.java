package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.market.JsonFields;
import java.util.Optional;

/** What another process may see and ask of this gateway. */
final class KenyaControl {

    private final KenyaState state;

    KenyaControl(KenyaState state) {
        this.state = state;
    }

    JsonObject describe(String baseUrl) {
        Organisation organisation = state.organisation;
        return JsonFields.with("baseUrl", baseUrl)
                .and("consumerKey", state.defaultApp.consumerKey())
                .and("consumerSecret", state.defaultApp.consumerSecret())
                .and("payBill", organisation.payBill())
                .and("passkey", organisation.passkey())
                .and("storeNumber", organisation.storeNumber())
                .and("tillNumber", organisation.tillNumber())
                .and("businessShortCode", organisation.businessShortCode())
                .and("initiatorName", state.initiator.name())
                .and("initiatorPassword", state.initiator.password())
                .and("certificate", state.initiator.certificatePem())
                .json();
    }

    JsonElement ledger() {
        JsonArray entries = new JsonArray();
        for (LedgerEntry entry : state.ledger.entries()) {
            JsonObject json = JsonFields.with("receipt", entry.receipt())
                    .and("kind", entry.kind().name())
                    .and("status", entry.status().name())
                    .and("amount", entry.amount())
                    .and("debitParty", entry.debitParty())
                    .and("creditParty", entry.creditParty())
                    .and("reference", entry.reference())
                    .and("originatorConversationId", entry.originatorConversationId())
                    .and("conversationId", entry.conversationId())
                    .and("initiatedAt", entry.initiatedAt().toString())
                    .json();
            entries.add(json);
        }
        return JsonFields.with("entries", entries).json();
    }

    void command(String name, JsonObject argument) {
        switch (name) {
            case "phone" -> state.phone.obey(argument);
            case "expire-tokens" -> state.tokens.expireAll();
            case "pending" ->
                state.pendingForm = PendingForm.valueOf(argument.get("form").getAsString());
            case "payer" ->
                state.payerForm =
                        Optional.of(PayerForm.valueOf(argument.get("form").getAsString()));
            case "fail-next" ->
                state.endings.next(
                        argument.get("operation").getAsString(),
                        argument.get("code").getAsString());
            default -> throw new IllegalArgumentException("no command " + name);
        }
    }
}
