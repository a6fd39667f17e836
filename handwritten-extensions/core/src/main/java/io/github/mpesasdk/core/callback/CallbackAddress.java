package io.github.mpesasdk.core.callback;

import io.github.mpesasdk.InvalidInputException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of the caller's under which a gateway shall report, made unique for one request by a random segment of 32
 * hexadecimal digits. Hexadecimal cannot spell the words that gateways forbid in addresses. {@code toString} hides it.
 *
 * @param base the caller's address
 * @param segment the random part; whoever knows it can report an outcome
 */
public record CallbackAddress(URI base, String segment) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SEGMENT = Pattern.compile("/([0-9a-f]{32})(/timeout)?/?(?:[?#].*)?$");
    private static final int RANDOM_BYTES = 16;

    /** A fresh address below {@code base}. */
    public static CallbackAddress below(URI base) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return new CallbackAddress(base, HexFormat.of().formatHex(random));
    }

    /** The random segment of an address or path under which a callback arrived; empty if it has none. */
    public static Optional<String> segmentOf(String addressOrPath) {
        Matcher matcher = SEGMENT.matcher(addressOrPath);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether a callback arrived under the address for queue time-outs. */
    public static boolean isTimeout(String addressOrPath) {
        Matcher matcher = SEGMENT.matcher(addressOrPath);
        return matcher.find() && matcher.group(2) != null;
    }

    /** The address for the outcome. */
    public URI uri() {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text : text + "/") + segment);
    }

    /** The address for the report that a request waited too long inside the gateway. */
    public URI timeoutUri() {
        return URI.create(uri() + "/timeout");
    }

    /**
     * Checks an address of the caller's before anything is sent to it.
     *
     * @param clearAllowed whether {@code http://} may be used, as in sandboxes
     * @throws InvalidInputException naming the rule
     */
    public static URI checked(URI base, boolean clearAllowed) {
        String scheme = base.getScheme();
        if (base.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
            throw refused("must be an absolute https:// address with a host");
        }
        if ("http".equals(scheme) && !clearAllowed) {
            throw refused("must start with https:// in production");
        }
        if (base.getRawQuery() != null || base.getRawFragment() != null) {
            throw refused("must have no query and no fragment: the SDK appends a segment to its path");
        }
        return base;
    }

    private static InvalidInputException refused(String rule) {
        return new InvalidInputException("The callback address", "callback address", rule);
    }

    @Override
    public String toString() {
        return "CallbackAddress[***]";
    }
}
