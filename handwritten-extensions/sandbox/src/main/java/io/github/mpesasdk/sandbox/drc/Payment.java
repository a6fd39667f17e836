package io.github.mpesasdk.sandbox.drc;

import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.ledger.Ledger;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.phone.Handset;
import java.util.Set;

/**
 * A payment that was accepted and not yet settled.
 *
 * @param event which way the money goes
 * @param entry what the ledger knows of it
 * @param ledger the ledger of its currency
 * @param answer what the customer does with the prompt; approves where there is none
 * @param amount as it was sent
 * @param originatorConversationId the gateway's id of the request, told in the callback only
 * @param callbackUrl where the outcome goes
 * @param faults those that strike it
 */
record Payment(
        Event event,
        LedgerEntry entry,
        Ledger ledger,
        Handset.Answer answer,
        String amount,
        String originatorConversationId,
        String callbackUrl,
        Set<Fault> faults) {

    String reference() {
        return entry.conversation().senderId();
    }

    String insightReference() {
        return entry.conversation().id();
    }

    @Override
    public String toString() {
        return "Payment[" + event + "]";
    }
}
