package io.github.mpesasdk.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody has written for a setting. Each reader throws an {@link IllegalArgumentException} that names the
 * setting if this is not what it reads.
 */
record SettingValue(String name, String text) {

    private static final String SEPARATOR = "[,\\s]+";
    private static final Map<String, Long> UNITS = Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L);
    private static final int HIGHEST_PORT = 65_535;
    private static final Duration LONGEST = Duration.ofDays(1);

    int port() {
        String rule = "must be a number from 1 to " + HIGHEST_PORT + ", or 0 for a free one";
        int port = Integer.parseInt(matching("\\d{1,5}", rule));
        if (port > HIGHEST_PORT) {
            throw wrong(rule);
        }
        return port;
    }

    int count() {
        return Integer.parseInt(matching("[1-9]\\d{0,2}", "must be a number from 1 to 999"));
    }

    boolean isOn() {
        return matching("true|false", "must be true or false").equals("true");
    }

    String token() {
        return matching("[\\x21-\\x7e]{8,200}", "must be 8 to 200 letters, digits and signs, without blanks");
    }

    Duration duration() {
        matching("\\d{1,9}(ms|s|m|h)", "must be a length of time such as 250ms, 3s, 2m or 1h");
        String unit = text.replaceAll("\\d", "");
        long count = Long.parseLong(text.substring(0, text.length() - unit.length()));
        Duration length = Duration.ofMillis(count * UNITS.getOrDefault(unit, 1L));
        if (length.compareTo(LONGEST) > 0) {
            throw wrong("is at most " + LONGEST.toHours() + "h");
        }
        return length;
    }

    /** A clock that begins at an instant and goes on from there. Ids and certificates are made for this century. */
    Clock clock() {
        String rule = "must be an instant of this century such as 2026-03-14T21:30:00Z";
        matching("20\\d\\d-.*", rule);
        try {
            Clock real = Clock.systemUTC();
            return Clock.offset(real, Duration.between(real.instant(), Instant.parse(text)));
        } catch (DateTimeException | ArithmeticException e) {
            throw wrong(rule, e);
        }
    }

    Path folder() {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw wrong("must be a folder", e);
        }
    }

    String[] words() {
        return text.split(SEPARATOR);
    }

    Map<String, String> pairs(String example) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String word : text.split(SEPARATOR, -1)) {
            String[] pair = word.split("=", 2);
            if (pair.length != 2 || pair[0].isEmpty() || pair[1].isEmpty()) {
                throw wrong("must be pairs such as " + example + ", with commas between them");
            }
            pairs.put(pair[0], pair[1]);
        }
        return pairs;
    }

    /** The text, or with @ before it what is in the file of that name. */
    String contents() {
        if (!text.startsWith("@")) {
            return text;
        }
        try {
            return Files.readString(Path.of(text.substring(1)));
        } catch (IOException | InvalidPathException e) {
            throw wrong("names a file that cannot be read", e);
        }
    }

    IllegalArgumentException wrong(String rule) {
        return new IllegalArgumentException(name + " " + rule);
    }

    private IllegalArgumentException wrong(String rule, Exception cause) {
        return new IllegalArgumentException(name + " " + rule, cause);
    }

    private String matching(String pattern, String rule) {
        if (!text.matches(pattern)) {
            throw wrong(rule);
        }
        return text;
    }

    /** Without the value, which may be a secret. */
    @Override
    public String toString() {
        return "SettingValue[" + name + "]";
    }
}
