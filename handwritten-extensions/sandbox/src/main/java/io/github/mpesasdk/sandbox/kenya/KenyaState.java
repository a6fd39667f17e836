package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.ledger.Conversation;
import io.github.mpesasdk.sandbox.ledger.Ledger;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.ledger.Purse;
import io.github.mpesasdk.sandbox.market.MarketContext;
import io.github.mpesasdk.sandbox.market.Sessions;
import io.github.mpesasdk.sandbox.phone.Phone;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everything that the operations of the gateway share. */
final class KenyaState {

    static final String MARKET = "kenya";

    final MarketContext context;
    final NairobiTime time;
    final Identifiers ids;
    final DarajaErrors errors;
    final Organisation organisation;
    final Initiator initiator;
    final Sessions<App> tokens;
    final App defaultApp;
    final Phone phone = new Phone("254[17]\\d{8}", "2547 or 2541 and eight digits");
    final Ledger ledger;
    final StkPayments stkPayments = new StkPayments();
    final C2bRegistrations c2bRegistrations = new C2bRegistrations();
    final Set<String> originatorIds = ConcurrentHashMap.newKeySet();
    final Set<String> standingOrders = ConcurrentHashMap.newKeySet();
    final Pull pull;
    final Endings endings;
    volatile PendingForm pendingForm = PendingForm.ERROR_500;
    volatile Optional<PayerForm> payerForm = Optional.empty();

    KenyaState(MarketContext context, Set<String> operationIds) {
        endings = new Endings(operationIds);
        this.context = context;
        time = new NairobiTime(context.clock());
        ids = new Identifiers(time);
        errors = new DarajaErrors(ids);
        organisation = new Organisation(ids);
        initiator = new Initiator(ids, time.now());
        tokens = new Sessions<>(context.clock(), context.tokenLifetime());
        defaultApp = add(new App(ids.secret(32), ids.secret(32)));
        ledger = new Ledger(context.clock());
        pull = new Pull(this);
    }

    /** Adds an app. */
    App add(App app) {
        return tokens.add(app.consumerKey(), app);
    }

    /** The ids of a request, of which the sender has sent one. */
    Conversation conversation(String senderId) {
        return new Conversation(MARKET, senderId, ids.conversation());
    }

    /** A transaction that begins now, to be noted in the ledger. */
    LedgerEntry entry(
            LedgerEntry.Kind kind,
            BigDecimal amount,
            Purse from,
            Purse to,
            String reference,
            Conversation conversation) {
        return ledger.entry(ids.receipt(), kind, amount, from, to, reference, conversation);
    }

    void reset() {
        phone.reset();
        ledger.reset();
        stkPayments.reset();
        c2bRegistrations.reset();
        originatorIds.clear();
        standingOrders.clear();
        pull.reset();
        endings.reset();
        initiator.unlock();
        pendingForm = PendingForm.ERROR_500;
        payerForm = Optional.empty();
    }
}
