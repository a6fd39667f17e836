package io.github.mpesasdk.sandbox.vodacom;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The markets of the gateway: the step of the path, and the country and currencies that go with it. */
enum Country {
    TZN("vodacomTZN", Set.of("TZS")),
    GHA("vodafoneGHA", Set.of("GHS")),
    LES("vodacomLES", Set.of("LSL")),
    DRC("vodacomDRC", Set.of("USD", "CDF")),
    MOZ("vodacomMOZ", Set.of("MZN"));

    private final String market;
    private final Set<String> currencies;

    Country(String market, Set<String> currencies) {
        this.market = market;
        this.currencies = currencies;
    }

    static Optional<Country> of(String market) {
        return Arrays.stream(values())
                .filter(country -> country.market.equals(market))
                .findFirst();
    }

    boolean uses(String currency) {
        return currencies.contains(currency);
    }
}
