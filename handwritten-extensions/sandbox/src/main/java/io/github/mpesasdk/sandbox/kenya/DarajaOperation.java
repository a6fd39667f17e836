package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.market.MarketAnswer;

/** One operation of the gateway, behind the checks that all share. */
interface DarajaOperation {

    MarketAnswer handle(DarajaCall call);
}
