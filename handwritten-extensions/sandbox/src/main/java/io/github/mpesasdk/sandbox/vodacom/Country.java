package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.market.OpenApiSpec;
import io.github.mpesasdk.sandbox.phone.Phone;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A market of the gateway, as the spec has it.
 *
 * @param code how requests name it
 * @param currencies those that it takes
 */
record Country(String code, Collection<?> currencies) {

    private static final String TEST_NUMBERS = "(0{8}|0{16})[0-9]{4}";

    /** The country that goes with this step of the path. */
    static Optional<Country> of(OpenApiSpec spec, String market) {
        return spec.markets().stream()
                .filter(row -> market.equals(row.get("path")))
                .map(Country::of)
                .findFirst();
    }

    /** The handsets of all countries, and those of the documented test numbers. */
    static Phone phone(OpenApiSpec spec) {
        return new Phone(() -> numbers(spec), "as one of the countries has it: its code first, digits only");
    }

    private static String numbers(OpenApiSpec spec) {
        return Stream.concat(
                        spec.markets().stream().map(row -> String.valueOf(row.get("msisdn"))), Stream.of(TEST_NUMBERS))
                .collect(Collectors.joining("|"));
    }

    private static Country of(Map<?, ?> row) {
        return new Country(String.valueOf(row.get("country")), (Collection<?>)
                Objects.requireNonNull(row.get("currencies"), "currencies"));
    }

    boolean uses(String currency) {
        return currencies.contains(currency);
    }
}
