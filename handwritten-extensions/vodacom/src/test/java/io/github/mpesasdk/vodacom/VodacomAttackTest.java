package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.core.testing.AttackContract;
import io.github.mpesasdk.core.testing.MarketPayment;
import java.util.List;

class VodacomAttackTest extends AttackContract {

    @Override
    protected List<MarketPayment> payments() {
        return VodacomPayment.ALL;
    }
}
