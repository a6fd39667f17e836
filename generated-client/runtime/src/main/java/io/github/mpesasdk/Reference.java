package io.github.mpesasdk;

import io.github.mpesasdk.runtime.Masked;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to ask with when the outcome of a payment is wanted: in this process, after a restart, or on another machine.
 * Store {@link #text()}; {@link #parse} brings it back. {@code toString} hides the value, because some values contain a
 * phone number or prove the origin of a callback.
 *
 * @param market the API that has the payment, for example {@code kenya}
 * @param operation the operation that sent it, for example {@code stkPush}; empty where only a receipt is known
 * @param field the wire name of the value, for example {@code CheckoutRequestID}
 * @param value the value itself
 */
public record Reference(String market, String operation, String field, String value) {

    private static final Pattern TEXT = Pattern.compile("mpesa:([\\w.-]*)/([\\w.-]*)/([\\w.-]+)/(\\S+)");
    private static final int LONGEST = 2_000;

    /** One string to store, on one line without blanks; keep it as secret as the payment itself. */
    public String text() {
        return "mpesa:" + market + "/" + operation + "/" + field + "/"
                + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws InvalidInputException if it is anything else
     */
    public static Reference parse(String text) {
        if (text == null) {
            throw refused();
        }
        Matcher parts = TEXT.matcher(text.strip());
        if (text.length() > LONGEST || !parts.matches()) {
            throw refused();
        }
        try {
            String value = URLDecoder.decode(parts.group(4), StandardCharsets.UTF_8);
            return new Reference(parts.group(1), parts.group(2), parts.group(3), value);
        } catch (IllegalArgumentException damaged) {
            throw refused();
        }
    }

    private static InvalidInputException refused() {
        return new InvalidInputException(
                "Reference.parse", "reference", "must be the text() of a Reference, such as mpesa:kenya/stkPush/...");
    }

    @Override
    public String toString() {
        return field + "=" + Masked.MASK;
    }
}
