package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.core.testing.JournalContract;
import io.github.mpesasdk.core.testing.MarketPayment;
import java.util.List;

class VodacomJournalTest extends JournalContract {

    @Override
    protected List<MarketPayment> payments() {
        return VodacomPayment.ALL;
    }
}
