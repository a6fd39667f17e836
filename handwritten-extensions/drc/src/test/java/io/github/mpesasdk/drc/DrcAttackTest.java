package io.github.mpesasdk.drc;

import io.github.mpesasdk.core.testing.AttackContract;
import io.github.mpesasdk.core.testing.MarketPayment;
import java.util.List;

class DrcAttackTest extends AttackContract {

    @Override
    protected List<MarketPayment> payments() {
        return List.of(DrcPayment.values());
    }
}
