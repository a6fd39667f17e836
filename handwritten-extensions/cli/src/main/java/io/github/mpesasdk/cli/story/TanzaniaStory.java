package io.github.mpesasdk.cli.story;

import io.github.mpesasdk.core.crypto.PublicKeys;
import io.github.mpesasdk.core.outcome.Payment;
import io.github.mpesasdk.core.outcome.Pending;
import io.github.mpesasdk.core.outcome.Succeeded;
import io.github.mpesasdk.core.text.Msisdn;
import io.github.mpesasdk.error.RefusedException;
import io.github.mpesasdk.runtime.Code;
import io.github.mpesasdk.runtime.Reference;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.vodacom.VodacomSandbox;
import io.github.mpesasdk.vodacom.Callbacks;
import io.github.mpesasdk.vodacom.Market;
import io.github.mpesasdk.vodacom.VodacomDecoder;
import io.github.mpesasdk.vodacom.VodacomOpenApi;
import io.github.mpesasdk.vodacomapi.VodacomApi;
import io.github.mpesasdk.vodacomapi.model.TransactionResponse;
import java.math.BigDecimal;
import java.time.Duration;

/** Tanzania, told, and with it every market of the OpenAPI: payments that are made, refused, lost, and called back. */
public final class TanzaniaStory {

    private static final String CUSTOMER = "0744 000 001";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    // Shorter than in life, where it is five seconds: nobody watches a demonstration wait.
    private static final Duration ASK_AFTER = Duration.ofMillis(200);
    private static final Duration AT_THE_HANDSET = Duration.ofMillis(300);

    private final VodacomSandbox gateway;
    private final Narrator narrator;
    private final Wire wire;

    /** A story on a fresh sandbox. */
    public TanzaniaStory(Sandbox sandbox, Narrator narrator) {
        this.gateway = sandbox.vodacom();
        this.narrator = narrator;
        this.wire = new Wire(VodacomApi.OPERATIONS, VodacomDecoder::decode, gateway.journal(), narrator);
    }

    /**
     * Tells it, in a few seconds.
     *
     * @throws StoryBrokenException if anything went otherwise
     */
    public void tell() {
        try (CallbackReceiver shop = new CallbackReceiver();
                VodacomOpenApi vodacom = client()) {
            shop.open((path, body) -> {
                Callbacks.Received received = vodacom.callbacks().receive(body);
                return new CallbackReceiver.Reply(received.isGenuine(), received.acknowledgement());
            });
            narrator.title("""
                    TANZANIA, by the M-Pesa OpenAPI, on the same sandbox. Ghana, Lesotho, the DRC and Mozambique go the
                    same way: only market(...) differs. The portal says whether an answer is the outcome, or a callback is.""");
            paid(vodacom);
            refused(vodacom);
            lost(vodacom);
            calledBack(vodacom, shop);
            Told.keptEveryRule(gateway.journal());
            narrator.title("All as told. The sandbox held "
                    + gateway.journal().exchanges().size() + " requests against the spec and found nothing to object.");
        }
    }

    private VodacomOpenApi client() {
        return VodacomOpenApi.builder()
                .at(gateway.baseUrl())
                .market(Market.TANZANIA)
                .apiKey(gateway.apiKey(), PublicKeys.read(gateway.publicKeyBase64()))
                .serviceProvider(gateway.serviceProviderCode())
                .askAfter(ASK_AFTER)
                .build();
    }

    private void paid(VodacomOpenApi vodacom) {
        narrator.step("A customer is asked for 5,000 shillings.");
        narrator.code("""
                payment = vodacom.c2b().charge(charge -> charge.amount(5000).from("0744 000 001")
                    .description("Tea"))""");
        Payment<TransactionResponse> payment = charge(vodacom);
        wire.tellLatest("getSession");
        narrator.means("One session serves all calls, encrypted once, and is renewed when the gateway has had enough.");
        wire.tellLatest("c2bPayment");
        narrator.means("The call waited while the customer entered the PIN: this answer is the outcome.");
        narrator.code("outcome = payment.await(Duration.ofMinutes(2))");
        Succeeded paid = Told.succeeded(payment.await(PATIENCE));
        narrator.means("Succeeded, receipt " + paid.receipt().orElse("not told") + ". Hand over the tea.");
    }

    private void refused(VodacomOpenApi vodacom) {
        gateway.phone().entersWrongPin();
        narrator.step("Another one, and the customer enters a wrong PIN.");
        narrator.code("vodacom.c2b().charge(...)");
        Code code = refusal(vodacom);
        wire.tellLatest("c2bPayment");
        narrator.means("RefusedException, for certain. " + code.meaning());
        narrator.code("error.code().get().advice()");
        narrator.means(code.advice());
        gateway.phone().approves();
    }

    private static Code refusal(VodacomOpenApi vodacom) {
        try {
            charge(vodacom);
        } catch (RefusedException refused) {
            return refused.code().orElseThrow(() -> new StoryBrokenException("A refusal came without a code."));
        }
        throw new StoryBrokenException("A wrong PIN was not reported as a refusal.");
    }

    private void lost(VodacomOpenApi vodacom) {
        BigDecimal before = balance();
        int sent = gateway.journal().count("c2bPayment");
        gateway.faults().next("c2bPayment", Fault.DROP_CONNECTION);
        narrator.step("One whose answer is lost on the way.");
        narrator.code("vodacom.c2b().charge(...)");
        Reference reference = Told.lost(() -> charge(vodacom));
        wire.tellLatest("c2bPayment");
        narrator.means("UnknownOutcomeException. The request went under an id of ours, chosen before the send:");
        narrator.more("error.reference() is " + reference + ".");
        narrator.code("outcome = vodacom.find(error.reference(), Duration.ofMinutes(2))");
        Told.succeeded(vodacom.find(reference, PATIENCE));
        wire.tellLatest("queryTransactionStatus");
        narrator.means("Succeeded. Found by its id.");
        Told.expect(gateway.journal().count("c2bPayment") - sent == 1, "the payment was sent once");
        BigDecimal moved = before.subtract(balance());
        Told.expect(moved.compareTo(new BigDecimal(5000)) == 0, "the customer paid 5,000 shillings, once");
        narrator.proof("The sandbox saw this c2bPayment 1 time. Found, never re-sent.");
        narrator.proof("The customer's balance fell by " + moved.toBigInteger() + " shillings.");
    }

    private void calledBack(VodacomOpenApi vodacom, CallbackReceiver shop) {
        gateway.asynchronous(true);
        gateway.responseUrl(shop.address());
        gateway.phone().approvesAfter(AT_THE_HANDSET);
        narrator.step("The same for an application that the portal has set to asynchronous.");
        narrator.code("payment = vodacom.c2b().charge(...)");
        Payment<TransactionResponse> payment = charge(vodacom);
        wire.tellLatest("c2bPayment");
        Told.expect(payment.await(Duration.ZERO) instanceof Pending, "the payment is pending");
        narrator.means("Accepted, and nothing more. The prompt is on its way to the handset.");
        CallbackReceiver.Arrival arrival = shop.next(PATIENCE);
        narrator.phone("The customer enters the PIN.");
        wire.tell(arrival);
        narrator.code("received = vodacom.callbacks().receive(body)");
        Told.expect(arrival.reply().isGenuine(), "the callback proves its origin");
        narrator.means("Genuine: it repeats an id that only this client and the gateway know.");
        narrator.code("outcome = payment.await(Duration.ofMinutes(2))");
        Succeeded paid = Told.succeeded(payment.await(PATIENCE));
        narrator.means("Succeeded, receipt " + paid.receipt().orElse("not told") + ".");
        gateway.asynchronous(false);
    }

    private BigDecimal balance() {
        return gateway.ledger()
                .balance(Msisdn.of(CUSTOMER, Market.TANZANIA.numbers()).digits());
    }

    private static Payment<TransactionResponse> charge(VodacomOpenApi vodacom) {
        return vodacom.c2b().charge(charge -> charge.amount(5000).from(CUSTOMER).description("Tea"));
    }
}
