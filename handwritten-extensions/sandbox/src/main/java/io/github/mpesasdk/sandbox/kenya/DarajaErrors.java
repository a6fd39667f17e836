package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The gateway's refusals, each with the status it really has. */
final class DarajaErrors {

    private static final Set<String> BAD_TOKEN_IS_404 = Set.of("stkPush", "stkQuery", "reversal");
    private static final Set<String> BAD_TOKEN_IS_400 =
            Set.of("c2bRegisterUrlV1", "c2bRegisterUrlV2", "c2bSimulateV1", "c2bSimulateV2", "transactionStatus");

    private final Identifiers ids;

    DarajaErrors(Identifiers ids) {
        this.ids = ids;
    }

    MarketAnswer invalid(String field) {
        // The gateway's name for this one field is its own.
        String name = field.equals("TransactionDesc") ? "Remarks" : field;
        return error(400, "400.002.02", "Bad Request - Invalid " + name);
    }

    MarketAnswer invalidPayload() {
        return error(400, "400.002.05", "Invalid Request Payload");
    }

    MarketAnswer notYourShortCode() {
        return error(400, "400.003.02", "Bad Request - Kindly use your own ShortCode");
    }

    MarketAnswer notBasic() {
        return error(400, "400.008.01", "Invalid authentication type passed");
    }

    MarketAnswer invalidGrant() {
        return error(400, "400.008.02", "Invalid grant type passed");
    }

    MarketAnswer noSuchPath() {
        return error(404, "404.001.01", "Resource not found");
    }

    MarketAnswer noAuthentication() {
        return error(404, "404.001.04", "Invalid Authentication Header");
    }

    MarketAnswer wrongMethod() {
        return error(405, "405.001", "Method Not Allowed");
    }

    /** A bad token is refused in three ways, depending on the operation; one of them repeats the token. */
    MarketAnswer badToken(String operationId, @Nullable String token) {
        if (BAD_TOKEN_IS_404.contains(operationId)) {
            return error(404, "404.001.03", "Invalid Access Token");
        }
        if (BAD_TOKEN_IS_400.contains(operationId)) {
            return error(400, "400.003.01", "Invalid Access Token");
        }
        if (operationId.equals("b2bExpressCheckout")) {
            return error(401, "401", "Unauthorized - Invalid Access Token");
        }
        String code = operationId.startsWith("pull") ? "401.001" : "401.002.01";
        return error(401, code, "Error Occurred - Invalid Access Token - " + token);
    }

    MarketAnswer stk(String message) {
        return error(500, "500.001.1001", message);
    }

    MarketAnswer duplicate() {
        return error(500, "500.002.1001", "Duplicate OriginatorConversationID.");
    }

    MarketAnswer limited(String message) {
        return error(500, "500.003.02", message);
    }

    MarketAnswer internal() {
        return error(500, "500.003.1001", "Internal Server Error");
    }

    private MarketAnswer error(int status, String code, String message) {
        return MarketAnswer.json(
                status,
                JsonFields.with("requestId", ids.request())
                        .and("errorCode", code)
                        .and("errorMessage", message)
                        .json());
    }
}
