package io.github.mpesasdk.cli.story;

import io.github.mpesasdk.core.crypto.PublicKeys;
import io.github.mpesasdk.core.outcome.Payment;
import io.github.mpesasdk.core.outcome.Succeeded;
import io.github.mpesasdk.core.text.Msisdn;
import io.github.mpesasdk.mozambique.Mozambique;
import io.github.mpesasdk.mozambique.MozambiqueDecoder;
import io.github.mpesasdk.mozambiqueapi.MozambiqueApi;
import io.github.mpesasdk.mozambiqueapi.model.TransactionResponse;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.Reference;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.mozambique.MozambiqueSandbox;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Mozambique by its own API, told: a payment, and one whose answer is lost. */
public final class MozambiqueStory {

    private static final String CUSTOMER = "84 333 0333";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    // Shorter than in life, where it is five seconds: nobody watches a demonstration wait.
    private static final Duration ASK_AFTER = Duration.ofMillis(200);

    private final MozambiqueSandbox mozambique;
    private final Narrator narrator;
    private final Wire wire;

    /** A story on a fresh sandbox. */
    public MozambiqueStory(Sandbox sandbox, Narrator narrator) {
        this.mozambique = sandbox.mozambique();
        this.narrator = narrator;
        this.wire = new Wire(MozambiqueApi.OPERATIONS, MozambiqueDecoder::decode, mozambique.journal(), narrator);
    }

    /**
     * Tells it, in a second or two.
     *
     * @throws StoryBrokenException if anything went otherwise
     */
    public void tell() {
        narrator.title("""
                MOZAMBIQUE, by its own API, on the same sandbox. No session: the encrypted API key goes with each call.
                Each operation has a port of its own: c2bPayment %d, queryTransactionStatus %d.""".formatted(mozambique.portOf("c2bPayment"), mozambique.portOf("queryTransactionStatus")));
        try (Mozambique client = client()) {
            paid(client);
            lost(client);
        }
        Told.keptEveryRule(mozambique.journal());
        narrator.title("All as told. The sandbox held "
                + mozambique.journal().exchanges().size() + " requests against the spec and found nothing to object.");
    }

    private Mozambique client() {
        Map<String, Integer> ports = MozambiqueApi.OPERATIONS.stream()
                .map(Operation::id)
                .collect(Collectors.toMap(id -> id, mozambique::portOf));
        return Mozambique.builder()
                .at(mozambique.baseUrl().resolve("/ipg/v1x"))
                .ports(ports)
                .apiKey(mozambique.apiKey(), PublicKeys.read(mozambique.publicKeyBase64()))
                .serviceProvider(mozambique.serviceProviderCode())
                .askAfter(ASK_AFTER)
                .build();
    }

    private void paid(Mozambique client) {
        narrator.step("A customer is asked for 150 meticais.");
        narrator.code("""
                payment = mozambique.c2b().charge(charge -> charge.amount(150).from("84 333 0333")
                    .transactionReference("INV001"))""");
        Payment<TransactionResponse> payment = charge(client, "INV001");
        wire.tellLatest("c2bPayment");
        narrator.means("The call waited while the customer entered the PIN: this answer is the outcome.");
        narrator.code("outcome = payment.await(Duration.ofMinutes(2))");
        Succeeded paid = Told.succeeded(payment.await(PATIENCE));
        narrator.means("Succeeded, receipt " + paid.receipt().orElse("not told") + ".");
    }

    private void lost(Mozambique client) {
        BigDecimal before = balance();
        int sent = mozambique.journal().count("c2bPayment");
        mozambique.faults().next("c2bPayment", Fault.DROP_CONNECTION);
        narrator.step("Another one, whose answer is lost on the way.");
        narrator.code("mozambique.c2b().charge(...)");
        Reference reference = Told.lost(() -> charge(client, "INV002"));
        wire.tellLatest("c2bPayment");
        narrator.means("UnknownOutcomeException. The request went under an id of ours, chosen before the send:");
        narrator.more("error.reference() is " + reference + ".");
        narrator.code("outcome = mozambique.find(error.reference(), Duration.ofMinutes(2))");
        Told.succeeded(client.find(reference, PATIENCE));
        wire.tellLatest("queryTransactionStatus");
        narrator.means("Succeeded. Found by its id.");
        Told.expect(mozambique.journal().count("c2bPayment") - sent == 1, "the payment was sent once");
        BigDecimal moved = before.subtract(balance());
        Told.expect(moved.compareTo(new BigDecimal(150)) == 0, "the customer paid 150 meticais, once");
        narrator.proof("The sandbox saw this c2bPayment 1 time. Found, never re-sent.");
        narrator.proof("The customer's balance fell by " + moved.toBigInteger() + " meticais.");
    }

    private BigDecimal balance() {
        return mozambique
                .ledger()
                .balance(Msisdn.of(CUSTOMER, Mozambique.NUMBERING).digits());
    }

    private static Payment<TransactionResponse> charge(Mozambique client, String invoice) {
        return client.c2b().charge(charge -> charge.amount(150).from(CUSTOMER).transactionReference(invoice));
    }
}
