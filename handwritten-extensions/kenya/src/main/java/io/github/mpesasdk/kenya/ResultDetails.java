package io.github.mpesasdk.kenya;

import io.github.mpesasdk.daraja.model.ReferenceData;
import io.github.mpesasdk.daraja.model.Result;
import io.github.mpesasdk.daraja.model.ResultParameters;
import io.github.mpesasdk.runtime.Masked;
import io.github.mpesasdk.runtime.NamedValues;
import io.github.mpesasdk.runtime.TextOrNumber;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * What a {@code Result} tells, typed, over all the spellings that Daraja has used. {@code toString} hides everything.
 *
 * @param parameters every parameter as it came
 * @param references every reference item as it came
 */
public record ResultDetails(NamedValues parameters, NamedValues references) {

    /** Reads a result; what it does not carry is empty. */
    public static ResultDetails of(Result result) {
        return new ResultDetails(
                Optional.ofNullable(result.resultParameters())
                        .map(ResultParameters::resultParameter)
                        .orElse(NamedValues.NONE),
                Optional.ofNullable(result.referenceData())
                        .map(ReferenceData::referenceItem)
                        .orElse(NamedValues.NONE));
    }

    /** The M-Pesa receipt of the transaction. */
    public Optional<String> receipt() {
        return text("TransactionReceipt", "ReceiptNo");
    }

    /** Shillings. */
    public Optional<BigDecimal> amount() {
        return parameters.first("TransactionAmount", "Amount").flatMap(DarajaMoney::parse);
    }

    /** When it was completed, Nairobi time. */
    public Optional<ZonedDateTime> completedAt() {
        return text(
                        "TransactionCompletedDateTime",
                        "TransCompletedTime",
                        "TransactionCompletedTime",
                        "FinalisedTime",
                        "FinalizedTime",
                        "BOCompletedTime")
                .flatMap(NairobiTime::parse);
    }

    /** Who got the money. */
    public Optional<Party> receiver() {
        return text("ReceiverPartyPublicName", "CreditPartyName", "CreditPartyPublicName")
                .or(this::secondDebitPartyName)
                .map(Party::parse);
    }

    /** Who paid. */
    public Optional<Party> payer() {
        return text("DebitPartyName", "DebitPartyPublicName").map(Party::parse);
    }

    /** What the transaction status query found, for example {@code Completed}. */
    public Optional<String> transactionStatus() {
        return text("TransactionStatus");
    }

    /** The accounts of a balance result. */
    public AccountBalances balances() {
        return text("AccountBalance").map(AccountBalances::parse).orElse(AccountBalances.NONE);
    }

    // The portal prints DebitPartyName twice; the second one is really the creditor.
    private Optional<String> secondDebitPartyName() {
        return parameters.all("DebitPartyName").stream().skip(1).findFirst().map(TextOrNumber::text);
    }

    private Optional<String> text(String... spellings) {
        return parameters.first(spellings).map(TextOrNumber::text).filter(text -> !text.isBlank());
    }

    @Override
    public String toString() {
        return Masked.of("ResultDetails").hide("parameters", parameters).toString();
    }
}
