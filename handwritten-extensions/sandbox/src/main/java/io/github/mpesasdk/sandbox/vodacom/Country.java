package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.market.OpenApiSpec;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A market of the gateway, as the spec has it.
 *
 * @param code how requests name it
 * @param currencies those that it takes
 */
record Country(String code, Collection<?> currencies) {

    /** The country that goes with this step of the path. */
    static Optional<Country> of(OpenApiSpec spec, String market) {
        return spec.markets().stream()
                .filter(row -> market.equals(row.get("path")))
                .map(Country::of)
                .findFirst();
    }

    private static Country of(Map<?, ?> row) {
        return new Country(String.valueOf(row.get("country")), (Collection<?>)
                Objects.requireNonNull(row.get("currencies"), "currencies"));
    }

    boolean uses(String currency) {
        return currencies.contains(currency);
    }
}
