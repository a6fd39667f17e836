package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.market.MarketContext;
import io.github.mpesasdk.sandbox.phone.Phone;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everything that the operations of the gateway share. */
final class KenyaState {

    final MarketContext context;
    final NairobiTime time;
    final Identifiers ids;
    final DarajaErrors errors;
    final Organisation organisation;
    final Initiator initiator;
    final Tokens tokens;
    final App defaultApp;
    final Phone phone = new Phone("254[17]\\d{8}", "2547 or 2541 and eight digits");
    final Ledger ledger;
    final StkPayments stkPayments = new StkPayments();
    final C2bRegistrations c2bRegistrations = new C2bRegistrations();
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
        tokens = new Tokens(context.clock(), context.tokenLifetime(), ids);
        defaultApp = tokens.add(new App(ids.secret(32), ids.secret(32)));
        ledger = new Ledger(context.clock());
        pull = new Pull(this);
    }

    void reset() {
        phone.reset();
        ledger.reset();
        stkPayments.reset();
        c2bRegistrations.reset();
        standingOrders.clear();
        pull.reset();
        endings.reset();
        initiator.unlock();
        pendingForm = PendingForm.ERROR_500;
        payerForm = Optional.empty();
    }
}
