package io.github.mpesasdk.journal.jdbc;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.Failed;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.journal.Book;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.Event;
import io.github.mpesasdk.journal.Traits;
import io.github.mpesasdk.journal.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payments as the flow writes them. */
final class Samples {

    static final String SHORT_CODE = "174379";
    static final Code CANCELLED = Code.of(
            "1032",
            null,
            null,
            List.of(),
            List.of(),
            "customer",
            true,
            "The customer cancelled.",
            "Ask again.",
            "captured");

    private Samples() {}

    static String unique() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    static String message(@Nullable Throwable thrown) {
        return thrown == null ? "" : String.valueOf(thrown.getMessage());
    }

    static Reference reference() {
        return new Reference("kenya", "stkPush", "CheckoutRequestID", "ws_CO_" + unique() + "_0708374149");
    }

    static Entry payment(Book book, String amount) {
        return payment(book, amount, "INV-001");
    }

    private static Entry payment(Book book, String amount, String label) {
        Traits traits = new Traits(amount, book.digest("254708374149"), book.digest(label), SHORT_CODE);
        return Entry.prepared(
                unique(), reference(), "order-17", traits, Map.of("MerchantRequestID", "29115-34620561-1"), book.now());
    }

    static Entry sent(Book book, String amount) {
        return sent(book, payment(book, amount));
    }

    private static Entry sent(Book book, Entry entry) {
        book.prepare(entry);
        book.send(entry.key(), Duration.ZERO);
        return entry;
    }

    /** A payment that the gateway has accepted. */
    static Entry accepted(Book book, String amount) {
        return accepted(book, amount, "INV-001");
    }

    /** The same with a label. */
    static Entry accepted(Book book, String amount, String label) {
        Entry entry = sent(book, payment(book, amount, label));
        book.accept(
                entry.key(),
                entry.reference(),
                Map.of("CheckoutRequestID", entry.reference().value()));
        return entry;
    }

    static Event callback() {
        return new Event(Event.Kind.CALLBACK, unique() + unique(), "0");
    }

    static Verdict paid(Entry entry, String receipt) {
        return Verdict.of(new Succeeded(entry.reference(), Optional.empty(), Optional.of(receipt), Map.of()));
    }

    /** As a question tells it. */
    static Verdict paidWithoutReceipt(Entry entry) {
        return Verdict.of(new Succeeded(entry.reference(), Optional.empty(), Optional.empty(), Map.of()));
    }

    static Verdict failed(Entry entry) {
        return Verdict.of(new Failed(entry.reference(), Optional.of(CANCELLED), "Request cancelled by 254708374149"));
    }

    static Verdict needsPerson() {
        return Verdict.needsPerson(null, null, "Nobody could say for a day.");
    }

    static String receipt() {
        return "S" + unique().substring(0, 9).toUpperCase(java.util.Locale.ROOT);
    }

    static CustomerPayment money(String receipt, String amount) {
        return CustomerPayment.of(
                receipt,
                new BigDecimal(amount),
                SHORT_CODE,
                "Rent of Wanjiku",
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                CustomerPayment.Source.CONFIRMATION);
    }

    /** The notice of a push. */
    static CustomerPayment moneyOfPush(String amount) {
        return CustomerPayment.of(
                receipt(),
                new BigDecimal(amount),
                SHORT_CODE,
                "INV-001",
                Instant.now(),
                CustomerPayment.Source.CONFIRMATION);
    }
}
