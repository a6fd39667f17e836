package io.github.mpesasdk.core.callback;

import java.math.BigDecimal;

/** Compares two texts of one field as gateways write them: 1, 1.00 and 01 are one amount. */
public final class SameValue {

    private static final int LONGEST_NUMBER = 30;

    private SameValue() {}

    /** Whether two texts say the same. */
    public static boolean test(String one, String other) {
        return one.strip().equals(other.strip()) || isSameNumber(one.strip(), other.strip());
    }

    private static boolean isSameNumber(String one, String other) {
        if (!isNumber(one) || !isNumber(other)) {
            return false;
        }
        return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
    }

    private static boolean isNumber(String text) {
        return text.length() <= LONGEST_NUMBER && text.matches("-?\\d+(\\.\\d+)?");
    }
}
