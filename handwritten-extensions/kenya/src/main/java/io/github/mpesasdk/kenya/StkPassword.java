package io.github.mpesasdk.kenya;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Base64;

/**
 * The password of an STK request: base64 of short code, passkey and time, one behind the other. The time is Nairobi's,
 * whatever zone the machine is in. Hides itself, for the base64 holds the passkey in clear.
 *
 * @param timestamp the time in it, 14 digits
 * @param password what goes into {@code Password}
 */
record StkPassword(String timestamp, String password) {

    static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

    static StkPassword at(Instant moment, String shortCode, String passkey) {
        return of(shortCode, passkey, fourteenDigits(LocalDateTime.ofInstant(moment, NAIROBI)));
    }

    static StkPassword of(String shortCode, String passkey, String timestamp) {
        byte[] plain = (shortCode + passkey + timestamp).getBytes(StandardCharsets.UTF_8);
        return new StkPassword(timestamp, Base64.getEncoder().encodeToString(plain));
    }

    // Of every push, so without the cost of a formatter. A year has four digits, so none of the zeros is lost.
    private static String fourteenDigits(LocalDateTime time) {
        long date = time.getYear() * 10_000L + time.getMonthValue() * 100L + time.getDayOfMonth();
        long clock = time.getHour() * 10_000L + time.getMinute() * 100L + time.getSecond();
        return Long.toString(date * 1_000_000L + clock);
    }

    @Override
    public String toString() {
        return "StkPassword[" + timestamp + ", ***]";
    }
}
