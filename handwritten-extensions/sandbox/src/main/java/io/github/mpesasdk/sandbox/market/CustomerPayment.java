package io.github.mpesasdk.sandbox.market;

import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Kind;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Status;
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
        return gateway.prompt(
                call, entry.debitParty(), reaction -> demanded -> answered(call, entry, reaction, demanded));
    }

    private Result answered(Call call, LedgerEntry entry, Reaction reaction, Optional<Code> demanded) {
        Optional<Reason> why = Reason.of(reaction);
        if (demanded.isPresent() || why.isEmpty()) {
            return end(call, entry, demanded);
        }
        gateway.ledger(call)
                .end(
                        entry,
                        switch (reaction) {
                            case CANCELS -> Status.CANCELLED;
                            case IGNORES -> Status.EXPIRED;
                            default -> Status.FAILED;
                        });
        return gateway.refused(call, gateway.code(why.get(), call));
    }
}
