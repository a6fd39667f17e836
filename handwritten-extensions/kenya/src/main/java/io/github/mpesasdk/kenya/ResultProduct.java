package io.github.mpesasdk.kenya;

import io.github.mpesasdk.daraja.model.Result;
import io.github.mpesasdk.runtime.TextOrNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which operation a {@code Result} answers. The envelope does not say, so it is told by parameters that only one
 * product has, or by the gateway's internal address in the reference data. Good enough to name things; a waiting
 * payment knows its operation for certain.
 */
enum ResultProduct {
    ACCOUNT_BALANCE("accountBalance", List.of("AccountBalance"), List.of("abresults", "balance")),
    TRANSACTION_STATUS("transactionStatus", List.of("TransactionStatus"), List.of("transactionstatus", "tsresults")),
    REVERSAL("reversal", List.of("OriginalTransactionID"), List.of("reversal")),
    B2C("b2c", List.of("B2CUtilityAccountAvailableFunds", "TransactionReceipt"), List.of("b2c")),
    B2B("b2b", List.of("DebitPartyAffectedAccountBalance", "InitiatorAccountCurrentBalance"), List.of("b2b")),
    OTHER("", List.of(), List.of());

    private final String stem;
    private final List<String> parameters;
    private final List<String> addressParts;

    ResultProduct(String stem, List<String> parameters, List<String> addressParts) {
        this.stem = stem;
        this.parameters = parameters;
        this.addressParts = addressParts;
    }

    static ResultProduct of(Result result) {
        ResultDetails details = ResultDetails.of(result);
        String address = details.references()
                .first("QueueTimeoutURL")
                .map(TextOrNumber::text)
                .orElse("")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(product -> product.hasParameterIn(details))
                .findFirst()
                .orElseGet(() -> Arrays.stream(values())
                        .filter(product -> product.addressParts.stream().anyMatch(address::contains))
                        .findFirst()
                        .orElse(OTHER));
    }

    private boolean hasParameterIn(ResultDetails details) {
        return parameters.stream()
                .anyMatch(name -> details.parameters().first(name).isPresent());
    }

    /** The kind in normal form. */
    String kind() {
        return this == OTHER ? "result" : stem + "Result";
    }

    /** The operation id under which its codes stand; empty if it is not known. */
    String operation() {
        return switch (this) {
            case B2C -> "b2cPaymentV3";
            case B2B -> "b2bPayment";
            default -> stem;
        };
    }
}
