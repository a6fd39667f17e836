package io.github.mpesasdk.kenya;

import static java.lang.System.Logger.Level.WARNING;

import com.google.gson.JsonObject;
import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.core.flow.Comparison;
import io.github.mpesasdk.core.flow.IncomingMoney;
import io.github.mpesasdk.core.flow.Message;
import io.github.mpesasdk.core.flow.Search;
import io.github.mpesasdk.core.input.CallInput;
import io.github.mpesasdk.daraja.api.StkApi;
import io.github.mpesasdk.daraja.model.C2bNotification;
import io.github.mpesasdk.daraja.model.DarajaCallback;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.runtime.CleanText;
import io.github.mpesasdk.runtime.NoValue;
import io.github.mpesasdk.runtime.Operation;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Payments that customers start, told by notices of C2B and listed by the Pull API. */
record CustomerMoney(DarajaSettings settings) implements IncomingMoney<DarajaCallback> {

    private static final System.Logger LOG = System.getLogger("io.github.mpesasdk");

    // The kind of message, as the spec names it.
    private static final String CONFIRMATION = "c2bConfirmation";

    // A notice without a receipt or an amount tells of no money that could be booked.
    @Override
    public Optional<CustomerPayment> payment(String operation, Message<DarajaCallback> message) {
        if (!operation.equals(CONFIRMATION)
                || message.told().isOdd()
                || !(message.event() instanceof C2bNotification notice)) {
            return Optional.empty();
        }
        Optional<String> receipt = PulledTransactions.receipt(notice.transactionId());
        BigDecimal amount = notice.transactionAmount();
        if (receipt.isEmpty() || amount == null || !PulledTransactions.isMoney(amount)) {
            LOG.log(
                    WARNING,
                    "kenya: a confirmation has no receipt or amount that could be booked, and is handed to nobody: {0}",
                    CleanText.oneLine(String.valueOf(notice.transactionId())));
            return Optional.empty();
        }
        String label = notice.billRefNumber();
        return Optional.of(CustomerPayment.of(
                receipt.get(),
                amount,
                Optional.ofNullable(settings.paidShortCode(notice.businessShortCode()))
                        .orElse(""),
                label == null || NoValue.is(label) ? null : label,
                Optional.ofNullable(notice.transactionTime())
                        .flatMap(NairobiTime::parse)
                        .map(ZonedDateTime::toInstant)
                        .orElseGet(settings.clock()::instant),
                CustomerPayment.Source.CONFIRMATION));
    }

    @Override
    public Optional<String> receiver(Operation<?, ?> operation, JsonObject sent) {
        return operation == StkApi.STK_PUSH ? new CallInput(sent).text("PartyB") : Optional.empty();
    }

    @Override
    public boolean searches() {
        return settings.pullsTransactions();
    }

    @Override
    public Optional<Search<DarajaCallback>> search(Entry entry, UnaryOperator<String> digest) {
        return settings.pullsTransactions()
                        && entry.operation().equals(StkApi.STK_PUSH.id())
                        && PullSearch.canFind(entry)
                ? Optional.of(new PullSearch(entry, digest))
                : Optional.empty();
    }

    @Override
    public Optional<Comparison<DarajaCallback>> comparison() {
        return settings.pullsTransactions()
                ? Optional.ofNullable(settings.collectingShortCode()).map(PullComparison::new)
                : Optional.empty();
    }
}
