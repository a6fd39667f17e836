package io.github.mpesasdk.runtime;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the scalar types of the specs look on the wire. */
public final class Adapters {

    /** Text, as it is. */
    public static final ScalarAdapter<String> TEXT = new ScalarAdapter<>() {
        @Override
        public String parse(String text) {
            return text;
        }

        @Override
        public String print(String value) {
            return value;
        }
    };

    /**
     * Money as a JSON string of plain digits: {@code "500"}, never {@code "500.0"} or {@code "5E+2"}; {@code "10.50"}.
     */
    public static final ScalarAdapter<BigDecimal> AMOUNT = new ScalarAdapter<>() {
        @Override
        public @Nullable BigDecimal parse(String text) {
            return decimal(text);
        }

        @Override
        public String print(BigDecimal value) {
            return plain(value);
        }
    };

    /** A decimal as a JSON number of plain digits. */
    public static final ScalarAdapter<BigDecimal> DECIMAL = new NumberAdapter<>() {
        @Override
        public @Nullable BigDecimal parse(String text) {
            return decimal(text);
        }

        @Override
        public String print(BigDecimal value) {
            return plain(value);
        }
    };

    /** A whole number as a JSON number; {@code 14.0} and {@code "14"} are read as 14. */
    public static final ScalarAdapter<Long> LONG = new NumberAdapter<>() {
        @Override
        public @Nullable Long parse(String text) {
            return whole(text);
        }
    };

    /** The same for small whole numbers. */
    public static final ScalarAdapter<Integer> INTEGER = new NumberAdapter<>() {
        @Override
        public @Nullable Integer parse(String text) {
            return small(text);
        }
    };

    public static final ScalarAdapter<Boolean> BOOLEAN = new ScalarAdapter<>() {
        @Override
        public @Nullable Boolean parse(String text) {
            return truth(text);
        }

        @Override
        public String print(Boolean value) {
            return value.toString();
        }

        @Override
        public JsonElement toTree(Boolean value) {
            return new JsonPrimitive(value);
        }
    };

    /** An absolute or relative URI. */
    public static final ScalarAdapter<java.net.URI> URI = new ScalarAdapter<>() {
        @Override
        public java.net.@Nullable URI parse(String text) {
            return uri(text);
        }

        @Override
        public String print(java.net.URI value) {
            return value.toString();
        }
    };

    private static final int LONGEST = 64;

    private Adapters() {}

    /** A list of what {@code element} reads. */
    public static <T> WireAdapter<List<T>> list(WireAdapter<T> element) {
        return new ListAdapter<>(element);
    }

    /** Whether a decimal has so few digits that it could be money; others cost memory to write out. */
    static boolean isOrdinary(BigDecimal value) {
        return Math.abs((long) value.scale()) <= LONGEST && value.precision() <= LONGEST;
    }

    /**
     * Plain digits: a whole number without a point, which some gateways would refuse, and a fraction as it was written.
     *
     * @throws IllegalArgumentException for a decimal that is not {@link #isOrdinary}; {@link Checks} reports it earlier
     */
    static String plain(BigDecimal value) {
        if (!isOrdinary(value)) {
            throw new IllegalArgumentException("a decimal of more than " + LONGEST + " digits");
        }
        if (value.scale() == 0) {
            return value.toString();
        }
        BigDecimal shortest = value.stripTrailingZeros();
        return (shortest.scale() > 0 ? value : shortest).toPlainString();
    }

    static @Nullable BigDecimal decimal(String text) {
        // A megabyte of digits or an exponent of a billion is not money; it would only cost memory to expand.
        if (text.length() > LONGEST) {
            return null;
        }
        try {
            BigDecimal value = new BigDecimal(text.trim());
            return isOrdinary(value) ? value : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static @Nullable Long whole(String text) {
        BigDecimal value = decimal(text);
        try {
            return value == null ? null : value.longValueExact();
        } catch (ArithmeticException fractionOrTooLarge) {
            return null;
        }
    }

    private static @Nullable Integer small(String text) {
        Long value = whole(text);
        return value == null || value != value.intValue() ? null : (Integer) value.intValue();
    }

    private static @Nullable Boolean truth(String text) {
        return switch (text.trim().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Boolean.TRUE;
            case "false", "0" -> Boolean.FALSE;
            default -> null;
        };
    }

    private static java.net.@Nullable URI uri(String text) {
        try {
            return new java.net.URI(text);
        } catch (java.net.URISyntaxException notAUri) {
            return null;
        }
    }
}
