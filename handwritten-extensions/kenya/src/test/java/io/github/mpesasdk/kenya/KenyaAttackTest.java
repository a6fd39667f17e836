package io.github.mpesasdk.kenya;

import io.github.mpesasdk.core.testing.AttackContract;
import io.github.mpesasdk.core.testing.MarketPayment;
import java.util.List;

class KenyaAttackTest extends AttackContract {

    @Override
    protected List<MarketPayment> payments() {
        return List.of(KenyaPayment.values());
    }
}
