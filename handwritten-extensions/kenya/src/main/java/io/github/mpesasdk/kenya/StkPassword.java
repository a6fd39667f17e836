package io.github.mpesasdk.kenya;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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

    private static final DateTimeFormatter FOURTEEN_DIGITS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    static StkPassword of(String shortCode, String passkey, Clock clock) {
        return of(shortCode, passkey, FOURTEEN_DIGITS.format(clock.instant().atZone(NAIROBI)));
    }

    static StkPassword of(String shortCode, String passkey, String timestamp) {
        byte[] plain = (shortCode + passkey + timestamp).getBytes(StandardCharsets.UTF_8);
        return new StkPassword(timestamp, Base64.getEncoder().encodeToString(plain));
    }

    @Override
    public String toString() {
        return "StkPassword[" + timestamp + ", ***]";
    }
}
