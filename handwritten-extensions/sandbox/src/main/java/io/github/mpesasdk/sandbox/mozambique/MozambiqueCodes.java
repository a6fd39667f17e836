package io.github.mpesasdk.sandbox.mozambique;

import io.github.mpesasdk.sandbox.ipg.Call;
import io.github.mpesasdk.sandbox.ipg.Codes;
import io.github.mpesasdk.sandbox.ipg.InsCode;
import io.github.mpesasdk.sandbox.ipg.Reason;
import io.github.mpesasdk.sandbox.market.Violation;
import java.util.Map;

/** The codes of Mozambique's own API. The OpenAPI gives other meanings to some of them. */
final class MozambiqueCodes implements Codes {

    static final InsCode WRONG_KEY = code(401, "INS-2", "Invalid API Key");
    static final InsCode INITIATOR = code("INS-24", "Invalid InitiatorIdentifier Used");
    static final InsCode CREDENTIAL = code("INS-25", "Invalid SecurityCredential Used");

    private static final InsCode SUCCESS = code(201, "INS-0", "Request processed successfully");
    private static final InsCode INTERNAL = code(500, "INS-1", "Internal Error");
    private static final InsCode CANCELLED = code(401, "INS-5", "Transaction cancelled by customer");
    private static final InsCode FAILED = code(401, "INS-6", "Transaction Failed");
    private static final InsCode TIMEOUT = code(408, "INS-9", "Request timeout");
    private static final InsCode DUPLICATE = code(409, "INS-10", "Duplicate Transaction");
    private static final InsCode SHORT_CODE = code("INS-13", "Invalid Shortcode Used");
    private static final InsCode AMOUNT = code("INS-15", "Invalid Amount Used");
    private static final InsCode OVERLOADED =
            code(503, "INS-16", "Unable to handle the request due to a temporary overloading");
    private static final InsCode TRANSACTION_ID = code("INS-18", "Invalid TransactionID Used");
    private static final InsCode MISSING = code("INS-20", "Not All Parameters Provided. Please try again.");
    private static final InsCode INVALID = code("INS-21", "Parameter validations failed. Please try again.");
    private static final InsCode UNKNOWN_STATUS = code("INS-23", "Unknown Status. Contact M-Pesa Support");
    private static final InsCode RECEIVER = code("INS-2002", "Receiver invalid.");
    private static final InsCode LITTLE_MONEY = code(422, "INS-2006", "Insufficient balance");

    private static final Map<String, InsCode> FIELDS = Map.ofEntries(
            Map.entry("input_Amount", AMOUNT),
            Map.entry("input_ReversalAmount", AMOUNT),
            Map.entry("input_CustomerMSISDN", code("INS-2051", "MSISDN invalid.")),
            Map.entry("input_ServiceProviderCode", SHORT_CODE),
            Map.entry("input_PrimaryPartyCode", SHORT_CODE),
            Map.entry("input_ReceiverPartyCode", SHORT_CODE),
            Map.entry("input_QueryReference", code("INS-14", "Invalid Reference Used")),
            Map.entry(
                    "input_TransactionReference",
                    code("INS-17", "Invalid Transaction Reference. Length Should Be Between 1 and 20.")),
            Map.entry("input_TransactionID", TRANSACTION_ID),
            Map.entry("input_ThirdPartyReference", code("INS-19", "Invalid ThirdPartyReference Used")),
            Map.entry("input_InitiatorIdentifier", INITIATOR),
            Map.entry("input_SecurityCredential", CREDENTIAL));

    @Override
    public InsCode success(Call call) {
        return call.operation().method().equals("GET") ? SUCCESS.with(200) : SUCCESS;
    }

    @Override
    public InsCode accepted(Call call) {
        return success(call).saying("Successfully Accepted Request");
    }

    @Override
    public InsCode announced(Call call) {
        return new InsCode(SUCCESS.http(), "0", SUCCESS.description());
    }

    @Override
    public InsCode violation(String operationId, Violation violation) {
        return violation.missing() ? MISSING : FIELDS.getOrDefault(violation.field(), INVALID);
    }

    @Override
    public InsCode internal(String operationId) {
        return INTERNAL;
    }

    @Override
    public InsCode of(Reason reason) {
        return switch (reason) {
            case TIMEOUT -> TIMEOUT;
            case OVERLOADED -> OVERLOADED;
            case DUPLICATE -> DUPLICATE;
            case FAILED, WRONG_PIN -> FAILED;
            case CANCELLED -> CANCELLED;
            case TOO_LITTLE_MONEY -> LITTLE_MONEY;
            case WRONG_SHORT_CODE -> SHORT_CODE;
            case NO_SUCH_RECEIVER -> RECEIVER;
            case WRONG_AMOUNT -> AMOUNT;
            case WRONG_TRANSACTION_ID -> TRANSACTION_ID;
            // Inferred: no source shows the answer for a reference that the gateway does not know.
            case NOT_FOUND -> UNKNOWN_STATUS;
        };
    }

    private static InsCode code(String code, String description) {
        return code(400, code, description);
    }

    private static InsCode code(int http, String code, String description) {
        return new InsCode(http, code, description);
    }
}
