package io.github.mpesasdk.sandbox;

import io.github.mpesasdk.sandbox.drc.DrcMarket;
import io.github.mpesasdk.sandbox.kenya.KenyaMarket;
import io.github.mpesasdk.sandbox.market.Gateway;
import io.github.mpesasdk.sandbox.market.MarketContext;
import io.github.mpesasdk.sandbox.mozambique.MozambiqueMarket;
import io.github.mpesasdk.sandbox.vodacom.VodacomMarket;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The markets that a sandbox speaks for, by the names that they have in addresses and settings. */
final class Markets {

    /** How each is opened for a tenant. */
    static final Map<String, Function<MarketContext, ? extends Gateway>> ALL = all();

    private Markets() {}

    private static Map<String, Function<MarketContext, ? extends Gateway>> all() {
        Map<String, Function<MarketContext, ? extends Gateway>> all = new LinkedHashMap<>();
        all.put(KenyaMarket.NAME, KenyaMarket::new);
        all.put(VodacomMarket.NAME, VodacomMarket::new);
        all.put(MozambiqueMarket.NAME, MozambiqueMarket::new);
        all.put(DrcMarket.NAME, DrcMarket::new);
        return Collections.unmodifiableMap(all);
    }
}
