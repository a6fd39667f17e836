package io.github.mpesasdk.sandbox.drc;

import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.ledger.Conversation;
import io.github.mpesasdk.sandbox.ledger.Ledger;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Kind;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Status;
import io.github.mpesasdk.sandbox.ledger.Purse;
import io.github.mpesasdk.sandbox.market.Callback;
import io.github.mpesasdk.sandbox.market.Callbacks;
import io.github.mpesasdk.sandbox.phone.Handset;
import io.github.mpesasdk.sandbox.phone.Handset.Reaction;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Takes payments on, asks customers, moves money, and tells the merchant what became of it. */
final class Payments {

    private static final ZoneId KINSHASA = ZoneId.of("Africa/Kinshasa");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(KINSHASA);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HH:mm:ss", Locale.ROOT).withZone(KINSHASA);

    private final DrcState state;

    Payments(DrcState state) {
        this.state = state;
    }

    /** Takes a payment on under the gateway's id; its outcome will be called back. */
    void begin(Event event, SoapRequest request, String insightReference, Set<Fault> faults) {
        Payment payment = payment(event, request, insightReference, faults);
        Duration patience = payment.answer().patience(state.context.promptTimeout());
        state.context.callbacks().settle(faults, state.context.callbackDelay().plus(patience), () -> end(payment));
    }

    private Payment payment(Event event, SoapRequest request, String insightReference, Set<Fault> faults) {
        boolean collects = event == Event.C2B;
        String customer = request.text("CustomerMSISDN");
        String merchant = request.text(collects ? "ServiceProviderCode" : "Shortcode");
        String amount = request.text("Amount");
        String reference = request.text("ThirdPartyReference");
        Ledger ledger = state.ledger(request.text("Currency"));
        LedgerEntry entry = ledger.open(ledger.entry(
                collects ? state.random.capitals(10) : "X-BS" + state.random.digits(8),
                collects ? Kind.C2B : Kind.B2C,
                new BigDecimal(amount),
                Purse.of(collects ? customer : merchant),
                Purse.of(collects ? merchant : customer),
                reference,
                new Conversation(DrcState.MARKET, reference, insightReference)));
        String destination = request.text("CallBackDestination");
        return new Payment(
                event,
                entry,
                ledger,
                collects ? state.phone.answerOf(customer) : new Handset.Answer(Reaction.APPROVES, Duration.ZERO),
                amount,
                state.random.hex(16),
                request.text("CallBackChannel").equals("4") ? "mailto:" + destination : destination,
                faults);
    }

    private void end(Payment payment) {
        Ending ending = settle(payment);
        if (payment.faults().contains(Fault.QUEUE_TIMEOUT)) {
            ending = Ending.UNSETTLED;
        }
        Callbacks.before(payment.faults(), Ending.UNSETTLED, Ending.UNKNOWN)
                .ifPresent(first -> post(payment, first, Set.of()));
        post(payment, ending, payment.faults());
    }

    private void post(Payment payment, Ending ending, Set<Fault> faults) {
        Callback callback = new Callback(
                payment.event().operationId + "Callback",
                payment.callbackUrl(),
                "text/xml",
                CallbackMessage.of(payment, ending));
        state.context.callbacks().post(callback, faults, CallbackReply.to(payment.event()));
    }

    private Ending settle(Payment payment) {
        return switch (payment.answer().reaction()) {
            case APPROVES -> payment.ledger().settle(payment.entry()) ? paid(payment) : Ending.UNPAID;
            case CANCELS -> unpaid(payment, Status.CANCELLED);
            case IGNORES -> unpaid(payment, Status.EXPIRED);
            case ENTERS_WRONG_PIN, HAS_TOO_LITTLE_MONEY -> unpaid(payment, Status.FAILED);
        };
    }

    private Ending paid(Payment payment) {
        Instant now = state.context.clock().instant();
        String conversation = payment.event() == Event.C2B
                ? "AG_" + DAY.format(now) + "_" + state.random.hex(10)
                : UUID.randomUUID().toString();
        return Ending.paid(conversation, payment.entry().receipt(), SECOND.format(now));
    }

    private static Ending unpaid(Payment payment, Status status) {
        payment.ledger().end(payment.entry(), status);
        return Ending.UNPAID;
    }
}
