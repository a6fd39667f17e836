package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.MarketRequest;

/** Issues access tokens. It stands apart from the other operations: it checks an app where they check a token. */
final class TokenOperation {

    private final KenyaState state;

    TokenOperation(KenyaState state) {
        this.state = state;
    }

    MarketAnswer handle(MarketRequest request) {
        String authorization = request.header("Authorization");
        if (Tokens.credentials(authorization, "basic").isEmpty()) {
            return state.errors.notBasic();
        }
        if (!"client_credentials".equals(request.query().get("grant_type"))) {
            return state.errors.invalidGrant();
        }
        return state.tokens
                .basic(authorization)
                .map(app -> MarketAnswer.json(
                        200,
                        JsonFields.with("access_token", state.tokens.issue(app))
                                .and(
                                        "expires_in",
                                        String.valueOf(state.tokens.lifetime().toSeconds()))
                                .json()))
                // The real gateway says nothing at all here.
                .orElseGet(() -> MarketAnswer.empty(400));
    }
}
