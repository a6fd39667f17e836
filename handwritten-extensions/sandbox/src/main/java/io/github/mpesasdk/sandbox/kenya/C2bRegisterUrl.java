package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.kenya.DarajaErrors.Refusal;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.MarketAnswer;

/** Remembers where customer payments are announced. */
final class C2bRegisterUrl implements DarajaOperation {

    private final KenyaState state;
    private final boolean versionOne;

    C2bRegisterUrl(KenyaState state, boolean versionOne) {
        this.state = state;
        this.versionOne = versionOne;
    }

    @Override
    public MarketAnswer handle(DarajaCall call) {
        String shortCode = call.text("ShortCode");
        if (!state.organisation.owns(shortCode)) {
            return state.errors.say(Refusal.NOT_YOUR_SHORT_CODE);
        }
        state.c2bRegistrations.put(
                shortCode,
                new C2bRegistrations.Registration(
                        versionOne ? "V1" : "V2",
                        call.text("ConfirmationURL"),
                        call.text("ValidationURL"),
                        versionOne ? PayerForm.HASHED : PayerForm.MASKED,
                        call.text("ResponseType").equals("Completed")));
        return JsonFields.with("OriginatorCoversationID", state.ids.request())
                // Not "0", unlike every other operation.
                .and("ResponseCode", "00000000")
                .and("ResponseDescription", versionOne ? "success" : "Success")
                .answer(200);
    }
}
