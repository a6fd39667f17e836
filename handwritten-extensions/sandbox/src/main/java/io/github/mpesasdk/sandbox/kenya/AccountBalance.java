package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Code;
import io.github.mpesasdk.sandbox.market.Reason;
import io.github.mpesasdk.sandbox.market.Result;

/** Tells the balances of a short code. */
final class AccountBalance extends ResultOperation {

    AccountBalance(KenyaMarket market) {
        super(market);
    }

    @Override
    Result execute(Call call) {
        String shortCode = call.text("PartyA");
        if (!market.organisation.owns(shortCode)) {
            // Inferred: the initiator has no say over a short code that is not its own.
            return declined(call, Reason.NO_PERMISSION);
        }
        return Result.of(market.success(call))
                .with("AccountBalance", Balances.ofAll(market.ledger, shortCode))
                .with("BOCompletedTime", market.time.number(market.time.now()));
    }

    @Override
    Result refused(Call call, Code why) {
        Result result = Result.of(why);
        if (why.equals(market.code(Reason.LOCKED, call))) {
            result = result.with("ActionType", "AccountBalance").with("ErrorMsg", "API Password is locked. ");
        }
        return result.with("BOCompletedTime", market.time.number(market.time.now()));
    }

    @Override
    Items references(Call call, Code how) {
        return how.equals(market.success(call))
                ? internalAddress("ab")
                : new Items("Key", "Value").add("QueueTimeoutURL");
    }
}
