package io.github.mpesasdk.sandbox.gateway;

import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Kind;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Status;
import io.github.mpesasdk.sandbox.market.Code;
import io.github.mpesasdk.sandbox.phone.Handset;
import io.github.mpesasdk.sandbox.phone.Handset.Reaction;
import java.util.Optional;

/** Puts a prompt on a customer's handset and waits for the PIN. */
public class CustomerPayment extends Payment {

    /** A payment by the customer to the short code of the request. */
    public CustomerPayment(Gateway gateway, Kind kind) {
        super(gateway, kind, "CustomerMSISDN", "ServiceProviderCode");
    }

    @Override
    public final Task begin(Call call) {
        LedgerEntry entry = open(call);
        Handset.Answer answer = gateway.phone().answerOf(entry.debitParty());
        return new Task(
                answer.patience(gateway.context().promptTimeout()),
                true,
                fate -> answered(call, entry, answer.reaction(), fate));
    }

    private Result answered(Call call, LedgerEntry entry, Reaction reaction, Optional<Code> fate) {
        if (fate.isPresent()) {
            return end(call, entry, fate);
        }
        return switch (reaction) {
            case APPROVES -> end(call, entry, fate);
            case ENTERS_WRONG_PIN -> unpaid(call, entry, Status.FAILED, wrongPin(call));
            case CANCELS -> unpaid(call, entry, Status.CANCELLED, gateway.code(Reason.CANCELLED, call));
            case IGNORES -> unpaid(call, entry, Status.EXPIRED, gateway.code(Reason.NO_ANSWER, call));
            case HAS_TOO_LITTLE_MONEY ->
                unpaid(call, entry, Status.FAILED, gateway.code(Reason.TOO_LITTLE_MONEY, call));
        };
    }

    /** A wrong PIN is a failure, for which one of the gateways has words. */
    private Code wrongPin(Call call) {
        Code failed = gateway.code(Reason.FAILED, call);
        return gateway.catalogue()
                .find(failed.code(), call.id(), "Incorrect PIN")
                .orElse(failed);
    }

    private Result unpaid(Call call, LedgerEntry entry, Status status, Code code) {
        gateway.ledger(call).end(entry, status);
        return gateway.refused(call, code);
    }
}
