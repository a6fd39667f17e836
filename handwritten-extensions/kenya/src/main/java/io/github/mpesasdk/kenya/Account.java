package io.github.mpesasdk.kenya;

import io.github.mpesasdk.Draft;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Query;
import io.github.mpesasdk.core.flow.Inquiry;
import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.daraja.api.AccountApi;
import io.github.mpesasdk.daraja.model.DarajaCallback;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The accounts of the short code. Thread-safe. */
public final class Account {

    private final PaymentFlow<DarajaCallback> flow;

    Account(PaymentFlow<DarajaCallback> flow) {
        this.flow = flow;
    }

    /**
     * Asks for the balances. The answer comes by callback, so the client needs an address that Safaricom reaches.
     *
     * @throws InvalidInputException if a setting of the client is missing; nothing was sent
     */
    public Query<AccountBalances> balance() {
        return flow.ask(inquiry());
    }

    /** The same without holding a thread. */
    public CompletableFuture<AccountBalances> balanceAsync() {
        return flow.askAsync(inquiry());
    }

    private static Inquiry<DarajaCallback, AccountBalances> inquiry() {
        return new Inquiry<>(
                "account().balance",
                AccountApi.ACCOUNT_BALANCE,
                Draft.Content.nothing(),
                answer -> Optional.empty(),
                message -> KenyaMarket.READER
                        .outcomes()
                        .answered(AccountApi.ACCOUNT_BALANCE.id(), message)
                        .text("AccountBalance")
                        .map(AccountBalances::parse)
                        .orElse(AccountBalances.NONE));
    }
}
