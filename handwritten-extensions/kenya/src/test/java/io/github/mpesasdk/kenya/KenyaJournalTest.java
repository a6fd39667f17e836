package io.github.mpesasdk.kenya;

import io.github.mpesasdk.core.testing.JournalContract;
import io.github.mpesasdk.core.testing.MarketPayment;
import java.util.List;

class KenyaJournalTest extends JournalContract {

    @Override
    protected List<MarketPayment> payments() {
        return List.of(KenyaPayment.values());
    }
}
