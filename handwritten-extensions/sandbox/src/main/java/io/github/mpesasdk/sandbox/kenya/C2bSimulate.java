package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.sandbox.kenya.C2bRegistrations.Registration;
import io.github.mpesasdk.sandbox.ledger.Account;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.ledger.Purse;
import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Callbacks;
import io.github.mpesasdk.sandbox.market.Code;
import io.github.mpesasdk.sandbox.market.Delay;
import io.github.mpesasdk.sandbox.market.JsonObjects;
import io.github.mpesasdk.sandbox.market.Operation;
import io.github.mpesasdk.sandbox.market.Reason;
import io.github.mpesasdk.sandbox.market.Result;
import io.github.mpesasdk.sandbox.market.Task;
import java.util.Optional;

/** Lets a customer pay: asks the validation address, moves the money, tells the confirmation address. */
final class C2bSimulate implements Operation {

    private final KenyaMarket market;

    C2bSimulate(KenyaMarket market) {
        this.market = market;
    }

    /** Inferred for a short code of this gateway that is not registered; documented for one that it does not have. */
    @Override
    public Optional<Code> check(Call call) {
        return market.registrations.find(call.text("ShortCode")).isPresent()
                ? Optional.empty()
                : Optional.of(market.refusal(Reason.WRONG_SHORT_CODE, call));
    }

    @Override
    public boolean postsLater() {
        return true;
    }

    @Override
    public Task begin(Call call) {
        String shortCode = call.text("ShortCode");
        Registration registration = market.registrations.find(shortCode).orElseThrow();
        LedgerEntry entry = market.ledger.open(market.entry(
                LedgerEntry.Kind.C2B,
                call,
                Purse.of(call.text("Msisdn")),
                new Purse(shortCode, Account.UTILITY),
                call.text("BillRefNumber")));
        market.context()
                .callbacks()
                .settle(
                        call.faults(),
                        Delay.of(market.context().callbackDelay()),
                        call.length(),
                        () -> settle(call, entry, registration));
        return Task.answer(Result.of(KenyaMarket.ACCEPTED)
                .with("OriginatorCoversationID", call.conversation().senderId())
                .with("ResponseCode", "0")
                .with("ResponseDescription", KenyaMarket.ACCEPTED.words()));
    }

    private void settle(Call call, LedgerEntry entry, Registration registration) {
        Callbacks callbacks = market.context().callbacks();
        C2bNotification notification = new C2bNotification(call, entry, registration, market);
        Optional<JsonObject> answer = callbacks
                .ask(
                        "c2bValidation" + registration.version(),
                        registration.validationUrl(),
                        notification.validation(),
                        market.context().validationTimeout())
                .flatMap(JsonObjects::read);
        // Silence is no refusal: the registration says what it means.
        boolean accepted = answer.map(C2bSimulate::accepts).orElse(registration.completes());
        if (!accepted) {
            market.ledger.end(entry, LedgerEntry.Status.FAILED);
            return;
        }
        if (market.ledger.settle(entry)) {
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
