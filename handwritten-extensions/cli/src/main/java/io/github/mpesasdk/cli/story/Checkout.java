package io.github.mpesasdk.cli.story;

import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.sandbox.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A shop that charges a customer: the scenes that the gateways have in common. */
final class Checkout {

    static final String PAYMENT = "c2bPayment";
    static final Duration PATIENCE = Duration.ofSeconds(20);
    // Shorter than in life, where it is five seconds: nobody watches a demonstration wait.
    static final Duration POLL_AFTER = Duration.ofMillis(200);

    /**
     * How the shop does it.
     *
     * @param name what the code calls the client
     * @param payer the customer's number as people write it
     * @param details what the code says of a charge beyond amount and payer
     * @param charge asks the customer for the price of an invoice
     * @param find asks what became of a payment
     */
    record Client(
            String name,
            String payer,
            String details,
            Function<String, Payment<?>> charge,
            BiFunction<Reference, Duration, Outcome> find) {}

    private final Client client;
    private final Price price;
    private final Books books;
    private final Wire wire;
    private final Narrator narrator;

    Checkout(Client client, Price price, Books books, Wire wire, Narrator narrator) {
        this.client = client;
        this.price = price;
        this.books = books;
        this.wire = wire;
        this.narrator = narrator;
    }

    /** Asks the customer for the price of an invoice, and tells nothing. */
    Payment<?> charge(String invoice) {
        return client.charge().apply(invoice);
    }

    /** Tells that a customer is asked for the price, and what a program writes to do it. */
    void tellAsked() {
        narrator.step("A customer is asked for " + price.words() + ".");
        narrator.code("payment = %s.c2b().charge(charge -> charge%n    .amount(%s).from(\"%s\")%n    %s)"
                .formatted(client.name(), price.code(), client.payer(), client.details()));
    }

    /** The customer pays; the requests that this took are told in this order. */
    void paid(String... requests) {
        tellAsked();
        int sent = books.journal().count(PAYMENT);
        onceFromTheCustomer(() -> {
            Payment<?> payment = charge("INV001");
            for (String request : requests) {
                wire.tellLatest(request);
            }
            narrator.means("The call waited while the customer entered the PIN: this answer is the outcome.");
            narrator.code("outcome = payment.await(Duration.ofMinutes(2))");
            Succeeded paid = Told.succeeded(payment.await(PATIENCE));
            narrator.means("Succeeded, receipt " + paid.receipt().orElse("not told") + ". Hand over the tea.");
            wire.tellSentOnce(PAYMENT, sent, "");
        });
    }

    /** The customer pays, and the answer is lost. */
    void lost() {
        int sent = books.journal().count(PAYMENT);
        books.faults().next(PAYMENT, Fault.DROP_CONNECTION);
        narrator.step("One whose answer is lost on the way.");
        narrator.code(client.name() + ".c2b().charge(...)");
        onceFromTheCustomer(() -> {
            Reference reference = Told.lost(() -> charge("INV002"));
            wire.tellLatest(PAYMENT);
            narrator.means("UnknownOutcomeException. The request went under an id that is chosen before the send: "
                    + "error.reference() is " + reference + ".");
            narrator.code("outcome = " + client.name() + ".find(error.reference(), Duration.ofMinutes(2))");
            Told.succeeded(find(reference));
            wire.tellLatest("queryTransactionStatus");
            narrator.means("Succeeded. Found by its id.");
            wire.tellSentOnce(PAYMENT, sent, " Found, never re-sent.");
        });
    }

    /** Asks what became of a payment. */
    Outcome find(Reference reference) {
        return client.find().apply(reference, PATIENCE);
    }

    /** However a scene goes, the customer pays the price in it, once. */
    void onceFromTheCustomer(Runnable scene) {
        Told.expect(paidDuring(scene).compareTo(price.amount()) == 0, "the customer paid " + price.words() + ", once");
        narrator.proof("The customer's balance fell by " + price.words() + ".");
    }

    /** However a scene goes, the customer pays nothing in it. */
    void nothingFromTheCustomer(Runnable scene) {
        Told.expect(paidDuring(scene).signum() == 0, "the customer paid nothing");
        narrator.proof("The customer's balance is what it was.");
    }

    private BigDecimal paidDuring(Runnable scene) {
        BigDecimal before = books.balance();
        scene.run();
        return before.subtract(books.balance());
    }
}
