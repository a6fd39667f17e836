package io.github.mpesasdk.core.settings;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A duration as people say it: {@code 1 minute}, {@code 30 days}. */
public final class DurationInWords {

    private static final Map<String, Duration> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("day", Duration.ofDays(1));
        UNITS.put("hour", Duration.ofHours(1));
        UNITS.put("minute", Duration.ofMinutes(1));
        UNITS.put("second", Duration.ofSeconds(1));
        UNITS.put("millisecond", Duration.ofMillis(1));
    }

    private DurationInWords() {}

    /** In one unit, rounded down: the largest of which there is exactly one, or two and more. */
    public static String of(Duration duration) {
        for (Map.Entry<String, Duration> unit : UNITS.entrySet()) {
            long many = duration.dividedBy(unit.getValue());
            if (many > 1) {
                return many + " " + unit.getKey() + "s";
            }
            if (duration.equals(unit.getValue())) {
                return "1 " + unit.getKey();
            }
        }
        return "0 seconds";
    }
}
