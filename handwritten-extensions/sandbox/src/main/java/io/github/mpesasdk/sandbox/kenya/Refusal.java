package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.market.Catalogue;
import io.github.mpesasdk.sandbox.market.Code;
import io.github.mpesasdk.sandbox.market.Violation;
import java.util.Set;

/** What the gateway has against a request, with the status and the words that the catalogue has for it. */
enum Refusal {
    INVALID_FIELD("400.002.02"),
    INVALID_PAYLOAD("400.002.05"),
    NOT_YOUR_SHORT_CODE("400.003.02", "use your own ShortCode"),
    FORBIDDEN_WORD("400.003.02", "URL has the word"),
    FOREIGN_SHORT_CODE("400", "can only be what was issued for this application"),
    NOT_BASIC("400.008.01"),
    INVALID_GRANT("400.008.02"),
    NO_SUCH_PATH("404.001.01"),
    NO_AUTHENTICATION("404.001.04"),
    WRONG_METHOD("405.001"),
    NO_SUCH_MERCHANT("500.001.1001", "Merchant does not exist"),
    WRONG_CREDENTIALS("500.001.1001", "Wrong credentials"),
    SUBSCRIBER_LOCKED("500.001.1001", "Unable to lock subscriber"),
    STILL_PROCESSED("500.001.1001", "The transaction is being processed"),
    DUPLICATE("500.002.1001", "Duplicate OriginatorConversationID"),
    SPIKE_ARREST("500.003.02", "Spike Arrest"),
    BUSY("500.003.02", "System is busy"),
    INTERNAL("500.003.1001");

    private static final Catalogue CATALOGUE = KenyaMarket.catalogue("x-errors");
    private static final Set<String> BAD_TOKEN_IS_404 = Set.of("stkPush", "stkQuery", "reversal");
    private static final Set<String> BAD_TOKEN_IS_400 =
            Set.of("c2bRegisterUrlV1", "c2bRegisterUrlV2", "c2bSimulateV1", "c2bSimulateV2", "transactionStatus");

    private final String code;
    private final String particular;

    Refusal(String code) {
        this(code, "");
    }

    Refusal(String code, String particular) {
        this.code = code;
        this.particular = particular;
    }

    Code code() {
        return CATALOGUE.of(code, "", particular);
    }

    /** What is said to a request that breaks a rule. */
    static Code of(Violation violation) {
        if (violation.field().isEmpty()) {
            return INVALID_PAYLOAD.code();
        }
        Refusal refusal = violation.kind() == Violation.Kind.FORBIDDEN_WORD ? FORBIDDEN_WORD : INVALID_FIELD;
        return naming(refusal.code(), violation.field(), violation.why());
    }

    static Code invalid(String field) {
        return naming(INVALID_FIELD.code(), field, "");
    }

    private static Code naming(Code code, String field, String why) {
        // The gateway's name for this one field is its own.
        String name = field.equals("TransactionDesc") ? "Remarks" : field;
        return code.saying(code.words().replace("{field}", name).replace("{reason}", why));
    }

    /** A bad token is refused in several ways, depending on the operation; some of them repeat the token. */
    static Code badToken(String operationId, String token) {
        Code code = CATALOGUE.of(badToken(operationId), operationId);
        return code.saying(code.words().replace("{token}", token));
    }

    private static String badToken(String operationId) {
        if (BAD_TOKEN_IS_404.contains(operationId)) {
            return "404.001.03";
        }
        if (BAD_TOKEN_IS_400.contains(operationId)) {
            return "400.003.01";
        }
        if (operationId.equals("b2bExpressCheckout")) {
            return "401";
        }
        return operationId.startsWith("pull") ? "401.001" : "401.002.01";
    }
}
