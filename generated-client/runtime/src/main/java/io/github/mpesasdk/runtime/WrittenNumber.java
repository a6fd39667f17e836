package io.github.mpesasdk.runtime;

import java.math.BigDecimal;

/** A JSON number whose digits stay as they were written: 1.0 and 1.00 are not the same text. */
public final class WrittenNumber extends Number {

    private static final long serialVersionUID = 1L;

    private final String digits;

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
