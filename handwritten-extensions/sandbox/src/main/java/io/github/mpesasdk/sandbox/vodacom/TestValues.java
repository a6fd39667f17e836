package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.ipg.Call;
import io.github.mpesasdk.sandbox.ipg.InsCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values with which the documented sandbox is told how a request shall end: the n-th number of a field means the
 * n-th outcome. Null means that nothing is forced, so that ledger and phone decide. The codes of "USSD Push timeout"
 * and "Service is not available" are recorded nowhere; what stands for them here is inferred.
 */
final class TestValues {

    private static final @Nullable InsCode BY_LEDGER = null;
    private static final InsCode DONE = new InsCode(201, "INS-0", "Request processed successfully");
    private static final InsCode INTERNAL = new InsCode(400, "INS-1", "Internal Error");
    private static final InsCode UNAVAILABLE = INTERNAL.saying("Service is not available");
    private static final InsCode PROMPT_LAPSED = VodacomCodes.TIMEOUT.saying("USSD Push timeout");
    private static final InsCode TIMEOUT = VodacomCodes.TIMEOUT;
    private static final InsCode FAILED = VodacomCodes.FAILED;
    private static final InsCode WRONG_PIN = VodacomCodes.WRONG_PIN;
    private static final InsCode AMOUNT = VodacomCodes.AMOUNT;
    private static final InsCode LITTLE_MONEY = VodacomCodes.LITTLE_MONEY;

    private static final Row CUSTOMER_PAYS = row(
            "CustomerMSISDN",
            12,
            BY_LEDGER,
            TIMEOUT,
            PROMPT_LAPSED,
            WRONG_PIN,
            INTERNAL,
            WRONG_PIN,
            AMOUNT,
            LITTLE_MONEY,
            UNAVAILABLE);
    private static final Row MANDATE_CUSTOMER =
            row("CustomerMSISDN", 12, BY_LEDGER, INTERNAL, FAILED, TIMEOUT, UNAVAILABLE);

    private static final Map<String, List<Row>> ROWS = Map.of(
            "c2bPayment",
            List.of(CUSTOMER_PAYS),
            // Inferred: the table does not name the operation.
            "c2bPaymentMultiStage",
            List.of(CUSTOMER_PAYS),
            "b2cPayment",
            List.of(row("CustomerMSISDN", 12, BY_LEDGER, INTERNAL, FAILED, TIMEOUT, AMOUNT, LITTLE_MONEY, UNAVAILABLE)),
            "b2bPayment",
            List.of(row(
                    "ReceiverPartyCode", 6, BY_LEDGER, INTERNAL, FAILED, TIMEOUT, AMOUNT, LITTLE_MONEY, UNAVAILABLE)),
            "reversal",
            List.of(row(
                    "TransactionID",
                    13,
                    DONE,
                    INTERNAL,
                    FAILED,
                    AMOUNT,
                    LITTLE_MONEY,
                    VodacomCodes.NOT_YOURS,
                    UNAVAILABLE)),
            "queryTransactionStatus",
            List.of(
                    row("QueryReference", 12, DONE, INTERNAL, FAILED, null, null, null, UNAVAILABLE),
                    row("QueryReference", 21, DONE, VodacomCodes.MISSING, INTERNAL, FAILED, UNAVAILABLE)),
            "updateTransactionStatus",
            List.of(row("TransactionID", 13, DONE, INTERNAL, FAILED, UNAVAILABLE)),
            "directDebitCreation",
            List.of(MANDATE_CUSTOMER),
            // The table has twenty digits here, which the field does not take.
            "directDebitPayment",
            List.of(MANDATE_CUSTOMER),
            "queryDirectDebit",
            List.of(row("ThirdPartyReference", 20, DONE, INTERNAL.with(500), FAILED, TIMEOUT, INTERNAL.with(500))));

    private static final List<Row> CANCEL =
            List.of(row("ThirdPartyReference", 20, DONE, INTERNAL, VodacomCodes.NO_MANDATE, TIMEOUT, UNAVAILABLE));

    private TestValues() {}

    static Optional<InsCode> fate(Call call) {
        boolean cancel = call.id().equals("directDebitCancel");
        boolean mandate = cancel || call.id().equals("queryDirectDebit");
        if (mandate && call.text("ThirdPartyReference").equals("9".repeat(20))) {
            return Optional.of(VodacomCodes.USE_CASE);
        }
        List<Row> rows = cancel ? CANCEL : ROWS.getOrDefault(call.id(), List.of());
        return rows.stream().flatMap(row -> row.fate(call).stream()).findFirst();
    }

    /** Whether a short code is one of the receivers in the table. */
    static boolean isReceiver(String shortCode) {
        return shortCode.matches("00000[1-7]");
    }

    private static Row row(String field, int digits, @Nullable InsCode... outcomes) {
        return new Row(field, digits, outcomes);
    }

    private static final class Row {

        private final String field;
        private final int digits;
        private final @Nullable InsCode[] outcomes;

        Row(String field, int digits, @Nullable InsCode[] outcomes) {
            this.field = field;
            this.digits = digits;
            this.outcomes = outcomes;
        }

        Optional<InsCode> fate(Call call) {
            String value = call.text(field);
            if (value.length() != digits || !value.matches("0+[1-9]")) {
                return Optional.empty();
            }
            int place = value.charAt(digits - 1) - '1';
            return place < outcomes.length ? Optional.ofNullable(outcomes[place]) : Optional.empty();
        }
    }
}
