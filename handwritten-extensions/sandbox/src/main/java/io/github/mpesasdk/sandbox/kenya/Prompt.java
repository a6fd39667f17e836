package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Code;
import io.github.mpesasdk.sandbox.market.Reason;
import io.github.mpesasdk.sandbox.market.Result;
import io.github.mpesasdk.sandbox.market.Task;
import java.util.Optional;

/**
 * What the calls that prompt somebody have in common: the answer comes at once, and the callback once somebody has
 * touched the handset.
 */
abstract class Prompt implements CallbackOperation {

    final KenyaMarket market;

    Prompt(KenyaMarket market) {
        this.market = market;
    }

    /** Who is prompted. */
    abstract String handset(Call call);

    /** Why it can only fail, whatever the person does. */
    Optional<Code> refusal(Call call) {
        return Optional.empty();
    }

    /** What is paid if the person approves. */
    abstract LedgerEntry payment(Call call);

    @Override
    public Task begin(Call call) {
        return market.prompt(
                call,
                handset(call),
                reaction -> demanded -> demanded.or(() -> refusal(call))
                        .or(() -> Reason.of(reaction).map(why -> market.code(why, call)))
                        .map(Result::of)
                        .orElseGet(() -> approved(call)));
    }

    /** The person has agreed. */
    Result approved(Call call) {
        LedgerEntry entry = market.ledger.open(payment(call));
        return market.ledger.settle(entry)
                ? Result.of(market.success(call)).with("TransactionID", entry.receipt())
                : Result.of(market.code(Reason.TOO_LITTLE_MONEY, call));
    }
}
