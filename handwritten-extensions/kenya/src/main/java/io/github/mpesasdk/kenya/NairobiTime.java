package io.github.mpesasdk.kenya;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Reads the two ways in which Daraja writes times; both mean Nairobi. */
public final class NairobiTime {

    private static final List<DateTimeFormatter> FORMATS =
            List.of(DateTimeFormatter.ofPattern("yyyyMMddHHmmss"), DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss"));

    private NairobiTime() {}

    /** A time such as {@code 20261123093015} or {@code 23.11.2026 09:30:15}; empty for anything else. */
    public static Optional<ZonedDateTime> parse(String text) {
        return FORMATS.stream().flatMap(format -> parse(text, format).stream()).findFirst();
    }

    private static Optional<ZonedDateTime> parse(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDateTime.parse(text.trim(), format).atZone(StkPassword.NAIROBI));
        } catch (DateTimeException otherFormat) {
            return Optional.empty();
        }
    }
}
