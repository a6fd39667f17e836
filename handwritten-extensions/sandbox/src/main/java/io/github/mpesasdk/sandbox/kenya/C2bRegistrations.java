package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Reason;
import io.github.mpesasdk.sandbox.market.Result;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which addresses hear of customer payments to which short code. A new registration replaces the old one. Inferred:
 * what is registered for one number of a till is so for the other.
 */
final class C2bRegistrations {

    private final KenyaMarket market;
    private final Map<String, Registration> registrations = new ConcurrentHashMap<>();

    C2bRegistrations(KenyaMarket market) {
        this.market = market;
    }

    Result register(Call call) {
        String shortCode = call.text("ShortCode");
        if (!market.organisation.owns(shortCode)) {
            return Result.of(market.refusal(Reason.WRONG_SHORT_CODE, call));
        }
        boolean versionOne = call.id().endsWith("V1");
        registrations.put(
                market.organisation.party(shortCode),
                new Registration(
                        versionOne ? "V1" : "V2",
                        call.text("ConfirmationURL"),
                        call.text("ValidationURL"),
                        versionOne ? PayerForm.HASHED : PayerForm.MASKED,
                        call.text("ResponseType").equals("Completed")));
        return Result.of(KenyaMarket.ACCEPTED)
                .with("OriginatorCoversationID", market.ids.request())
                // Not "0", unlike every other operation.
                .with("ResponseCode", "00000000")
                .with("ResponseDescription", versionOne ? "success" : "Success");
    }

    Optional<Registration> find(String shortCode) {
        return Optional.ofNullable(registrations.get(market.organisation.party(shortCode)));
    }

    void reset() {
        registrations.clear();
    }

    /**
     * One registration.
     *
     * @param version of the call that made it
     * @param payerForm how the payer is told, unless {@link KenyaSandbox#payerForm} says otherwise
     * @param completes whether a payment completes when the validation address stays silent
     */
    record Registration(
            String version, String confirmationUrl, String validationUrl, PayerForm payerForm, boolean completes) {

        @Override
        public String toString() {
            return "Registration[***]";
        }
    }
}
