package io.github.mpesasdk.kenya;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and writes times as Daraja does, in Nairobi unless the text names a zone. */
public final class NairobiTime {

    /** Lists write dates with the Z of UTC; whether they are meant so, or are Nairobi's, is not documented. */
    static final Duration AHEAD_OF_UTC = Duration.ofHours(3);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final List<DateTimeFormatter> FORMATS =
            List.of(DateTimeFormatter.ofPattern("yyyyMMddHHmmss"), DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss"));

    private NairobiTime() {}

    /** A time such as {@code 20261123093015} or {@code 23.11.2026 09:30:15}; empty for anything else. */
    public static Optional<ZonedDateTime> parse(String text) {
        return FORMATS.stream().flatMap(format -> parse(text, format).stream()).findFirst();
    }

    /** A moment as a query of the Pull API names it, such as {@code 2026-11-23 09:30:15}. */
    static String moment(Instant at) {
        return MOMENT.format(at.atZone(StkPassword.NAIROBI));
    }

    /** The day of a moment, such as {@code 20261123}. */
    static String day(Instant at) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(
                at.atZone(StkPassword.NAIROBI).toLocalDate());
    }

    /** A moment such as {@code 2026-11-23T09:30:15Z}; empty for anything else. */
    static Optional<Instant> instant(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Instant.parse(text.strip()));
        } catch (DateTimeException otherFormat) {
            return Optional.empty();
        }
    }

    private static Optional<ZonedDateTime> parse(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDateTime.parse(text.trim(), format).atZone(StkPassword.NAIROBI));
        } catch (DateTimeException otherFormat) {
            return Optional.empty();
        }
    }
}
