package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.core.testing.JournalContract;
import io.github.mpesasdk.core.testing.MarketPayment;
import java.util.List;

class MozambiqueJournalTest extends JournalContract {

    @Override
    protected List<MarketPayment> payments() {
        return List.of(new MozambiquePayment());
    }
}
