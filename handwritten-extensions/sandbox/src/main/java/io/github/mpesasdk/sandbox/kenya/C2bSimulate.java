package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.sandbox.kenya.C2bRegistrations.Registration;
import io.github.mpesasdk.sandbox.kenya.DarajaErrors.Refusal;
import io.github.mpesasdk.sandbox.ledger.Account;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.ledger.Purse;
import io.github.mpesasdk.sandbox.market.Callbacks;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.JsonObjects;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import java.util.Optional;

/** Lets a customer pay: asks the validation address, moves the money, tells the confirmation address. */
final class C2bSimulate implements DarajaOperation {

    private final KenyaState state;

    C2bSimulate(KenyaState state) {
        this.state = state;
    }

    @Override
    public MarketAnswer handle(DarajaCall call) {
        String shortCode = call.text("ShortCode");
        Optional<Registration> registration = state.c2bRegistrations.find(shortCode);
        // Inferred for a short code of ours that is not registered; documented for one that is not ours.
        if (!state.organisation.owns(shortCode) || registration.isEmpty()) {
            return state.errors.say(Refusal.NOT_YOUR_SHORT_CODE);
        }
        String originatorId = state.ids.request();
        LedgerEntry entry = state.ledger.open(state.entry(
                LedgerEntry.Kind.C2B,
                call.amount(),
                Purse.of(call.text("Msisdn")),
                new Purse(shortCode, Account.UTILITY),
                call.text("BillRefNumber"),
                state.conversation(originatorId)));
        state.context
                .callbacks()
                .settle(call.faults(), state.context.callbackDelay(), () -> settle(call, entry, registration.get()));
        return JsonFields.with("OriginatorCoversationID", originatorId)
                .and("ResponseCode", "0")
                .and("ResponseDescription", "Accept the service request successfully.")
                .answer(200);
    }

    private void settle(DarajaCall call, LedgerEntry entry, Registration registration) {
        Callbacks callbacks = state.context.callbacks();
        C2bNotification notification = new C2bNotification(call, entry, registration, state);
        Optional<JsonObject> answer = callbacks
                .ask(
                        "c2bValidation" + registration.version(),
                        registration.validationUrl(),
                        notification.validation(),
                        state.context.validationTimeout())
                .flatMap(JsonObjects::read);
        // Silence is no refusal: the registration says what it means.
        boolean accepted = answer.map(C2bSimulate::accepts).orElse(registration.completes());
        if (!accepted) {
            state.ledger.end(entry, LedgerEntry.Status.FAILED);
            return;
        }
        if (state.ledger.settle(entry)) {
            String thirdParty =
                    answer.map(said -> text(said, "ThirdPartyTransID")).orElse("");
            callbacks.post(
                    "c2bConfirmation" + registration.version(),
                    registration.confirmationUrl(),
                    notification.confirmation(thirdParty),
                    call.faults());
        }
    }

    private static boolean accepts(JsonObject answer) {
        return text(answer, "ResultCode").equals("0");
    }

    private static String text(JsonObject answer, String field) {
        JsonElement value = answer.get(field);
        return value instanceof JsonPrimitive primitive ? primitive.getAsString() : "";
    }
}
