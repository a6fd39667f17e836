package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.core.testing.AttackContract;
import io.github.mpesasdk.core.testing.MarketPayment;
import java.util.List;

class MozambiqueAttackTest extends AttackContract {

    @Override
    protected List<MarketPayment> payments() {
        return List.of(new MozambiquePayment());
    }
}
