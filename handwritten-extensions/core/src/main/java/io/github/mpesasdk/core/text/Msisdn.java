package io.github.mpesasdk.core.text;

import io.github.mpesasdk.error.InvalidInputException;
import java.util.regex.Pattern;

/**
 * A mobile number in the international form that gateways take: digits, no plus. {@code toString} shows only the last
 * three digits.
 */
public final class Msisdn {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\-.()]");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final String digits;

    private Msisdn(String digits) {
        this.digits = digits;
    }

    /**
     * Reads what people write: {@code 0712 345 678}, {@code 712345678}, {@code +254 712 345678}, {@code 254712345678},
     * {@code 00254712345678}.
     *
     * @throws InvalidInputException if it is no mobile number of the plan; the message does not quote it
     */
    public static Msisdn of(String written, NumberingPlan plan) {
        String digits = SEPARATORS.matcher(written).replaceAll("");
        if (digits.startsWith("+")) {
            digits = digits.substring(1);
        } else if (digits.startsWith("00")) {
            digits = digits.substring(2);
        }
        String national = national(digits, plan);
        if (!DIGITS.matcher(digits).matches()
                || !plan.national().matcher(national).matches()) {
            throw new InvalidInputException(
                    "MSISDN",
                    "MSISDN",
                    "must be a mobile number of " + plan.country() + ", such as " + plan.example() + " or +"
                            + plan.prefix() + " and the rest");
        }
        return new Msisdn(plan.prefix() + national);
    }

    private static String national(String digits, NumberingPlan plan) {
        if (digits.startsWith("0")) {
            return digits.substring(1);
        }
        return digits.startsWith(plan.prefix()) ? digits.substring(plan.prefix().length()) : digits;
    }

    /** International form, digits only: {@code 254712345678}. */
    public String digits() {
        return digits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Msisdn that && digits.equals(that.digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public String toString() {
        return "***" + digits.substring(digits.length() - 3);
    }
}
