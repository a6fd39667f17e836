package io.github.mpesasdk.sandbox.ipg;

import io.github.mpesasdk.sandbox.ipg.LedgerEntry.Kind;
import io.github.mpesasdk.sandbox.ipg.LedgerEntry.Status;
import io.github.mpesasdk.sandbox.phone.Handset;
import java.util.Optional;

/** Puts a prompt on a customer's handset and waits for the PIN. */
public class CustomerPayment extends Payment {

    /** A payment by the customer to the short code of the request. */
    public CustomerPayment(GatewayState state, Codes codes, Kind kind) {
        super(state, codes, kind, call -> call.text("CustomerMSISDN"), call -> call.text("ServiceProviderCode"));
    }

    @Override
    public final Task begin(Call call) {
        LedgerEntry entry = open(call);
        Handset.Answer answer = state.phone().answerOf(entry.debitParty());
        Handset.Reaction reaction = answer.reaction();
        return new Task(
                reaction == Handset.Reaction.IGNORES ? state.context().promptTimeout() : answer.delay(),
                fate -> answered(call, entry, reaction, fate));
    }

    private Result answered(Call call, LedgerEntry entry, Handset.Reaction reaction, Optional<InsCode> fate) {
        if (fate.isPresent()) {
            return end(call, entry, fate);
        }
        return switch (reaction) {
            case APPROVES -> end(call, entry, fate);
            case ENTERS_WRONG_PIN -> unpaid(entry, Status.FAILED, codes.of(Reason.WRONG_PIN));
            case CANCELS -> unpaid(entry, Status.CANCELLED, codes.of(Reason.CANCELLED));
            case IGNORES -> unpaid(entry, Status.EXPIRED, codes.of(Reason.TIMEOUT));
            case HAS_TOO_LITTLE_MONEY -> unpaid(entry, Status.FAILED, codes.of(Reason.TOO_LITTLE_MONEY));
        };
    }

    private Result unpaid(LedgerEntry entry, Status status, InsCode code) {
        state.ledger().end(entry, status);
        return refused(code);
    }
}
