package io.github.mpesasdk.sandbox.kenya;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The gateway's clock on the wall, and the ways it writes the time. */
final class NairobiTime {

    /** What a moment of the Pull API looks like, days that no month has included. */
    static final String READABLE =
            "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01]) ([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?";

    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final DateTimeFormatter B2C = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MOMENT_OF_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter CHECKOUT = DateTimeFormatter.ofPattern("ddMMyyyyHHmmssSSS");

    private final Clock clock;

    NairobiTime(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Fourteen digits, yyyyMMddHHmmss. */
    String digits(Instant at) {
        return DIGITS.format(at.atZone(NAIROBI));
    }

    /** The same as a number, as some callbacks write it. */
    long number(Instant at) {
        return Long.parseLong(digits(at));
    }

    /** As only the B2C result writes it. */
    String b2c(Instant at) {
        return B2C.format(at.atZone(NAIROBI));
    }

    String day() {
        return DAY.format(now().atZone(NAIROBI));
    }

    /** As receipts begin: a letter for the year, one for the month, and a digit or letter for the day. */
    String receiptDay() {
        ZonedDateTime now = now().atZone(NAIROBI);
        return "" + (char) ('A' + (now.getYear() - 2006) % 26)
                + (char) ('A' + now.getMonthValue() - 1)
                + Character.toUpperCase(Character.forDigit(now.getDayOfMonth(), 36));
    }

    /** The moment that a query of the Pull API names; its seconds may be missing. */
    Instant moment(String text) {
        return LocalDateTime.parse(text, text.length() > 16 ? MOMENT : MOMENT_OF_MINUTE)
                .atZone(NAIROBI)
                .toInstant();
    }

    /** As inside a CheckoutRequestID. */
    String checkout() {
        return CHECKOUT.format(now().atZone(NAIROBI));
    }
}
