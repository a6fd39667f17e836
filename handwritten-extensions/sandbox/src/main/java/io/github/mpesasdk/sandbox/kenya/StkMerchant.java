package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.kenya.DarajaErrors.Refusal;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Checks that a push or its query comes from the merchant it names. */
final class StkMerchant {

    private final KenyaState state;

    StkMerchant(KenyaState state) {
        this.state = state;
    }

    Optional<MarketAnswer> refusal(DarajaCall call) {
        String shortCode = call.text("BusinessShortCode");
        if (!state.organisation.collects(shortCode)) {
            return Optional.of(state.errors.say(Refusal.NO_SUCH_MERCHANT));
        }
        String expected = shortCode + state.organisation.passkey() + call.text("Timestamp");
        String password = Base64.getEncoder().encodeToString(expected.getBytes(StandardCharsets.UTF_8));
        if (!password.equals(call.text("Password"))) {
            return Optional.of(state.errors.say(Refusal.WRONG_CREDENTIALS));
        }
        return Optional.empty();
    }
}
