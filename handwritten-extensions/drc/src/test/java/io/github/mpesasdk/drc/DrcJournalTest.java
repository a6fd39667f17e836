package io.github.mpesasdk.drc;

import io.github.mpesasdk.core.testing.JournalContract;
import io.github.mpesasdk.core.testing.MarketPayment;
import java.util.List;

class DrcJournalTest extends JournalContract {

    @Override
    protected List<MarketPayment> payments() {
        return List.of(DrcPayment.values());
    }
}
