package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.core.testing.MarketPayment;
import io.github.mpesasdk.core.testing.RestartContract;
import java.util.List;

class MozambiqueRestartTest extends RestartContract {

    @Override
    protected List<MarketPayment> payments() {
        return List.of(new MozambiquePayment());
    }
}
