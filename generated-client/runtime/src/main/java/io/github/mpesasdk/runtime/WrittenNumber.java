package io.github.mpesasdk.runtime;

import java.math.BigDecimal;

/** A JSON number whose digits stay as they were written: 1.0 and 1.00 are not the same text. */
public final class WrittenNumber extends Number {

    private static final long serialVersionUID = 1L;

    private final String digits;

    /** Whether a text is a number as JSON writes them. */
    public static boolean isOne(String text) {
        int at = text.startsWith("-") ? 1 : 0;
        int whole = digits(text, at);
        if (whole == at || (text.charAt(at) == '0' && whole > at + 1)) {
            return false;
        }
        at = whole;
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = digits(text, at + 1);
            if (fraction == at + 1) {
                return false;
            }
            at = fraction;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            boolean isSigned = at + 1 < text.length() && (text.charAt(at + 1) == '+' || text.charAt(at + 1) == '-');
            int exponent = at + (isSigned ? 2 : 1);
            at = digits(text, exponent);
            if (at == exponent) {
                return false;
            }
        }
        return at == text.length();
    }

    private static int digits(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** A number of these digits, which JSON allows. */
    public WrittenNumber(String digits) {
        this.digits = digits;
    }

    @Override
    public int intValue() {
        return (int) longValue();
    }

    @Override
    public long longValue() {
        return new BigDecimal(digits).longValue();
    }

    @Override
    public float floatValue() {
        return Float.parseFloat(digits);
    }

    @Override
    public double doubleValue() {
        return Double.parseDouble(digits);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WrittenNumber that && digits.equals(that.digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public String toString() {
        return digits;
    }
}
