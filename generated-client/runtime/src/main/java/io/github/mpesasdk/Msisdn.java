package io.github.mpesasdk;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mobile number in the international form that gateways take: digits, no plus. {@code toString} shows only the last
 * three digits.
 */
public final class Msisdn {

    // Phones put invisible marks of direction around a number that is copied; pages use no-break spaces and long
    // dashes.
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Cf}./()]");
    // The zero that is dialled at home and not from abroad: +254 (0)712 345 678.
    private static final Pattern HOME_ZERO = Pattern.compile("\\(0\\)");

    private final String digits;

    private Msisdn(String digits) {
        this.digits = digits;
    }

    /**
     * Reads what people write: {@code 0712 345 678}, {@code 712345678}, {@code +254 712 345678}, {@code 254712345678},
     * {@code 00254712345678}, with blanks, dashes, points, slashes or brackets between the digits.
     *
     * @throws InvalidInputException if it is no mobile number of the plan; the message does not quote it
     */
    public static Msisdn of(@Nullable String written, NumberingPlan plan) {
        if (written == null) {
            throw new InvalidInputException("MSISDN", "msisdn", "is null: give a number such as " + plan.example());
        }
        String national = national(withoutSeparators(written), plan);
        if (!plan.national().matcher(national).matches()) {
            throw new InvalidInputException(
                    "MSISDN",
                    "MSISDN",
                    "must be a mobile number of " + plan.country() + ", such as " + plan.example() + " or +"
                            + plan.prefix() + " and the rest");
        }
        return new Msisdn(plan.prefix() + national);
    }

    private static String withoutSeparators(String written) {
        return isDigits(written)
                ? written
                : SEPARATORS
                        .matcher(HOME_ZERO.matcher(written).replaceFirst(""))
                        .replaceAll("");
    }

    private static boolean isDigits(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }

    private static String national(String number, NumberingPlan plan) {
        int dialled = number.startsWith("+") ? 1 : number.startsWith("00") ? 2 : 0;
        if (dialled > 0) {
            // Behind + and 00 comes a country, so +0712... is a mistake, and what was meant is not guessed.
            String rest = number.substring(dialled);
            return rest.startsWith(plan.prefix()) ? rest.substring(plan.prefix().length()) : "";
        }
        if (number.startsWith("0")) {
            return number.substring(1);
        }
        return number.startsWith(plan.prefix()) ? number.substring(plan.prefix().length()) : number;
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
