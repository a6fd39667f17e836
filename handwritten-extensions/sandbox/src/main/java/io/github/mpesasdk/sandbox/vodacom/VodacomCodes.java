package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.ipg.Call;
import io.github.mpesasdk.sandbox.ipg.Codes;
import io.github.mpesasdk.sandbox.ipg.InsCode;
import io.github.mpesasdk.sandbox.ipg.Reason;
import io.github.mpesasdk.sandbox.market.Violation;
import java.util.Map;

/** The codes of the OpenAPI. Mozambique's own API gives other meanings to some of them. */
final class VodacomCodes implements Codes {

    static final InsCode FAILED = code(401, "INS-6", "Transaction Failed");
    static final InsCode WRONG_PIN = FAILED.saying("Transaction Failed [Incorrect PIN]");
    static final InsCode NO_MANDATE = FAILED.saying("Mandate does not exist");
    static final InsCode TIMEOUT = code(408, "INS-9", "Request timeout");
    static final InsCode AMOUNT = code("INS-15", "Invalid Amount Used");
    static final InsCode MISSING = code("INS-20", "Not All Parameters Provided. Please try again.");
    static final InsCode NOT_YOURS = code("INS-35", "This transaction do not belong to you");
    static final InsCode TOKEN_MISMATCH = code("INS-50", "MSISDN Token and MSISDN provided does not Match");
    static final InsCode MANDATE_MISMATCH =
            code("INS-52", "The MandateID used does not correspond to the ThirdPartyReference used.");
    static final InsCode NO_ACTIVE_MANDATE = code("INS-58", "No Active Mandate found");
    static final InsCode SESSION_FAILED = code("INS-989", "Session Creation Failed");
    static final InsCode MARKET = code("INS-998", "Invalid Market");
    static final InsCode USE_CASE = code("INS-999", "Invalid Use Case");
    static final InsCode LITTLE_MONEY = code(422, "INS-2006", "Insufficient balance");
    static final InsCode CURRENCY = code("INS-26", "Invalid Currency Used");

    private static final InsCode SUCCESS = code(201, "INS-0", "Request processed successfully");
    private static final InsCode INTERNAL = code("INS-1", "Internal Error");
    private static final InsCode DUPLICATE = code(409, "INS-10", "Duplicate Transaction");
    private static final InsCode SHORT_CODE = code("INS-13", "Invalid Shortcode Used");
    private static final InsCode TRANSACTION_ID = code("INS-18", "Invalid TransactionID Used");
    private static final InsCode INVALID = code("INS-21", "Parameter validations failed. Please try again.");
    private static final InsCode NOT_FOUND = code("INS-23", "Transaction not found. Contact M-Pesa Support");

    private static final Map<String, InsCode> FIELDS = Map.ofEntries(
            Map.entry("input_Amount", AMOUNT),
            Map.entry("input_ReversalAmount", AMOUNT),
            Map.entry("input_CustomerMSISDN", code("INS-2051", "MSISDN invalid.")),
            Map.entry("input_ServiceProviderCode", SHORT_CODE),
            Map.entry("input_PrimaryPartyCode", SHORT_CODE),
            Map.entry("input_ReceiverPartyCode", SHORT_CODE),
            Map.entry(
                    "input_TransactionReference",
                    code("INS-17", "Invalid Transaction Reference. Length Should Be Between 1 and 20.")),
            Map.entry("input_TransactionID", TRANSACTION_ID),
            Map.entry("input_ThirdPartyReference", code("INS-19", "Invalid ThirdPartyReference Used")),
            Map.entry("input_Currency", CURRENCY),
            Map.entry("input_ThirdPartyConversationID", code("INS-28", "Invalid ThirdPartyConversationID Used")),
            Map.entry("input_PurchasedItemsDesc", code("INS-30", "Invalid Purchased Items Description Used")),
            Map.entry("input_PaymentItemsDesc", code("INS-31", "Invalid Payment Items Description Used")),
            Map.entry("input_KycQueryType", code("INS-32", "Invalid KYC Query Type Used")),
            Map.entry("input_AgreedTC", code("INS-36", "Invalid Agreed TC Used")),
            Map.entry("input_FirstPaymentDate", code("INS-39", "Invalid First Payment Date Used")),
            Map.entry("input_Frequency", code("INS-40", "Invalid Frequency Used")),
            Map.entry("input_StartRangeOfDays", code("INS-41", "Invalid Start Range Days Used")),
            Map.entry("input_EndRangeOfDays", code("INS-42", "Invalid End Range Days Used")),
            Map.entry("input_ExpiryDate", code("INS-43", "Invalid Expiry Date Used")),
            Map.entry("input_MandateID", code("INS-51", "Invalid MandateID Used")),
            Map.entry("input_BalanceAmount", code("INS-54", "Invalid BalanceAmount Used")),
            Map.entry("input_MsisdnToken", code(401, "INS-56", "Invalid MSISDNToken Used")));

    private static final Map<String, InsCode> MISSING_FIELDS = Map.of(
            "input_BalanceAmount",
            code(401, "INS-55", "BalanceAmount is Mandatory when QueryBalanceAmount is True"),
            // Inferred: the frequency is there, so the date is what is wrong.
            "input_FirstPaymentDate",
            code("INS-39", "Invalid First Payment Date Used"));

    @Override
    public InsCode success(Call call) {
        InsCode success = call.operation().method().equals("GET") ? SUCCESS.with(200) : SUCCESS;
        return secondStage(call) ? new InsCode(201, "INS-GAR-0", success.description()) : success;
    }

    @Override
    public InsCode accepted(Call call) {
        return secondStage(call) ? new InsCode(201, "INS-A-0", SUCCESS.description()) : success(call);
    }

    @Override
    public InsCode violation(String operationId, Violation violation) {
        String field = violation.field();
        if (violation.missing()) {
            boolean eitherOf = operationId.equals("queryDirectDebit") && field.equals("input_CustomerMSISDN");
            return eitherOf
                    ? code(500, "INS-57", "Either MSISDN or MSISDNToken required")
                    : MISSING_FIELDS.getOrDefault(field, MISSING);
        }
        // Here the field of this name is no MSISDN.
        boolean voucherAction = operationId.equals("updateTransactionStatus") && field.equals("input_CustomerMSISDN");
        return voucherAction ? INVALID : FIELDS.getOrDefault(field, INVALID);
    }

    @Override
    public InsCode internal(String operationId) {
        return operationId.equals("queryDirectDebit") ? INTERNAL.with(500) : INTERNAL;
    }

    @Override
    public InsCode of(Reason reason) {
        return switch (reason) {
            case TIMEOUT, OVERLOADED -> TIMEOUT;
            case DUPLICATE -> DUPLICATE;
            case FAILED, CANCELLED -> FAILED;
            case WRONG_PIN -> WRONG_PIN;
            case TOO_LITTLE_MONEY -> LITTLE_MONEY;
            case WRONG_SHORT_CODE, NO_SUCH_RECEIVER -> SHORT_CODE;
            case WRONG_AMOUNT -> AMOUNT;
            case WRONG_TRANSACTION_ID -> TRANSACTION_ID;
            case NOT_FOUND -> NOT_FOUND;
        };
    }

    private static boolean secondStage(Call call) {
        return call.id().equals("updateTransactionStatus");
    }

    private static InsCode code(String code, String description) {
        return code(400, code, description);
    }

    private static InsCode code(int http, String code, String description) {
        return new InsCode(http, code, description);
    }
}
