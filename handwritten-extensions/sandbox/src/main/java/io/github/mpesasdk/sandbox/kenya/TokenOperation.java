package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.kenya.DarajaErrors.Refusal;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.MarketRequest;
import java.util.Optional;

/** Issues access tokens. It stands apart from the other operations: it checks an app where they check a token. */
final class TokenOperation {

    /** The samples have 28 characters; some clients came to rely on it. */
    private static final int TOKEN_LENGTH = 28;

    private final KenyaState state;

    TokenOperation(KenyaState state) {
        this.state = state;
    }

    /** The app that a request proves to be. */
    Optional<App> caller(MarketRequest request) {
        Optional<App> claimed = request.authorization("basic").map(App::claimed);
        return claimed.flatMap(app -> state.tokens.byKey(app.consumerKey()).filter(app::equals));
    }

    MarketAnswer handle(MarketRequest request) {
        if (request.authorization("basic").isEmpty()) {
            return state.errors.say(Refusal.NOT_BASIC);
        }
        if (!"client_credentials".equals(request.query().get("grant_type"))) {
            return state.errors.say(Refusal.INVALID_GRANT);
        }
        // The real gateway says nothing at all to an app that it does not know.
        return caller(request).map(this::token).orElseGet(() -> MarketAnswer.empty(400));
    }

    private MarketAnswer token(App app) {
        String token = state.tokens.open(app, KenyaState.MARKET, state.ids.secret(TOKEN_LENGTH));
        String seconds = String.valueOf(state.context.tokenLifetime().toSeconds());
        return JsonFields.with("access_token", token).and("expires_in", seconds).answer(200);
    }
}
