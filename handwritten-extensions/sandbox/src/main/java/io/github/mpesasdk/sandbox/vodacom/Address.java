package io.github.mpesasdk.sandbox.vodacom;

import io.github.mpesasdk.sandbox.market.MarketRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a path of the gateway.
 *
 * @param environment such as {@code sandbox}
 * @param market such as {@code vodacomTZN}
 * @param path the rest, as in the spec
 */
record Address(String environment, String market, String path) {

    private static final Pattern PARTS = Pattern.compile("/([^/]+)/ipg/v2/([^/]+)(/.*)");

    static Optional<Address> of(String path) {
        Matcher parts = PARTS.matcher(path);
        return parts.matches()
                ? Optional.of(new Address(parts.group(1), parts.group(2), parts.group(3)))
                : Optional.empty();
    }

    /** The request as the spec has it. */
    MarketRequest shorten(MarketRequest request) {
        return request.at(path);
    }
}
