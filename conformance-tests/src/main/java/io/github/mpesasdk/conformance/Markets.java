package io.github.mpesasdk.conformance;

import java.util.List;

/** The markets that there are cases of. */
public final class Markets {

    /** All of them. */
    public static final List<MarketUnderTest> ALL =
            List.of(new KenyaUnderTest(), new VodacomUnderTest(), new MozambiqueUnderTest(), new DrcUnderTest());

    private Markets() {}
}
