package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.ipg.GatewayState;
import io.github.mpesasdk.sandbox.market.MarketContext;
import io.github.mpesasdk.sandbox.phone.Phone;

/** Everything that the operations of the OpenAPI share. */
final class VodacomState {

    final GatewayState gateway;
    final VodacomCodes codes = new VodacomCodes();
    final Sessions sessions;
    final VodacomApp defaultApp;
    final Mandates mandates = new Mandates();
    final Vouchers vouchers = new Vouchers();

    VodacomState(MarketContext context) {
        gateway =
                new GatewayState(context, new Phone("\\d{11,14}", "eleven to fourteen digits"), ids -> ids.letters(12));
        sessions = new Sessions(context.clock(), context.tokenLifetime(), gateway.random());
        defaultApp = sessions.add("default");
    }

    void reset() {
        gateway.reset();
        sessions.reset();
        mandates.reset();
        vouchers.reset();
    }
}
