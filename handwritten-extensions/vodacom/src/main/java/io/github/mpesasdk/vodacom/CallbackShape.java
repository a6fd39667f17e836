package io.github.mpesasdk.vodacom;

import com.google.gson.JsonObject;
import io.github.mpesasdk.vodacomapi.model.DirectDebitCancelCallback;
import io.github.mpesasdk.vodacomapi.model.DirectDebitCreationCallback;
import io.github.mpesasdk.vodacomapi.model.DirectDebitPaymentCallback;
import io.github.mpesasdk.vodacomapi.model.QueryBeneficiaryNameCallback;
import io.github.mpesasdk.vodacomapi.model.QueryDirectDebitCallback;
import io.github.mpesasdk.vodacomapi.model.QueryTransactionStatusCallback;
import io.github.mpesasdk.vodacomapi.model.TransactionCallback;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Which callback a body is. It does not say, so it is told by fields that only one kind has; the first that fits. Good
 * enough to name things; whoever waits knows the operation for certain.
 */
enum CallbackShape {
    // The only one whose code has another name.
    MANDATE_STATE(
            "queryDirectDebit",
            List.of("ResponseCode"),
            body -> new VodacomCallback.MandateState(QueryDirectDebitCallback.ADAPTER.fromJsonTree(body))),
    BENEFICIARY_NAME(
            "queryBeneficiaryName",
            List.of("CustomerFirstName", "CustomerLastName"),
            body -> new VodacomCallback.BeneficiaryName(QueryBeneficiaryNameCallback.ADAPTER.fromJsonTree(body))),
    STATUS(
            "queryTransactionStatus",
            List.of("OriginalTransactionID", "Reversed", "ResponseTransactionStatus"),
            body -> new VodacomCallback.StatusResult(QueryTransactionStatusCallback.ADAPTER.fromJsonTree(body))),
    MANDATE_CREATION(
            "directDebitCreation",
            List.of("MandateID"),
            body -> new VodacomCallback.MandateCreation(DirectDebitCreationCallback.ADAPTER.fromJsonTree(body))),
    MANDATE_CANCELLATION(
            "directDebitCancel",
            List.of("TransactionReference"),
            body -> new VodacomCallback.MandateCancellation(DirectDebitCancelCallback.ADAPTER.fromJsonTree(body))),
    MANDATE_PAYMENT(
            "directDebitPayment",
            List.of("MsisdnToken"),
            body -> new VodacomCallback.MandatePayment(DirectDebitPaymentCallback.ADAPTER.fromJsonTree(body))),
    TRANSACTION(
            "transaction",
            List.of("ResultCode"),
            body -> new VodacomCallback.TransactionResult(TransactionCallback.ADAPTER.fromJsonTree(body)));

    private final String stem;
    private final List<String> signs;
    private final Function<JsonObject, VodacomCallback> read;

    CallbackShape(String stem, List<String> signs, Function<JsonObject, VodacomCallback> read) {
        this.stem = stem;
        this.signs = signs;
        this.read = read;
    }

    static CallbackShape of(WireFields fields) {
        return Arrays.stream(values())
                .filter(shape ->
                        shape.signs.stream().anyMatch(sign -> fields.body().has(fields.wireName(sign))))
                .findFirst()
                .orElse(TRANSACTION);
    }

    VodacomCallback read(JsonObject body) {
        return read.apply(body);
    }

    /** The kind in normal form. */
    String kind() {
        return stem + "Callback";
    }

    /** The operation id under which its codes stand; empty if it is not known. */
    String operation() {
        return this == TRANSACTION ? "" : stem;
    }
}
