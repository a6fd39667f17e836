package io.github.mpesasdk.core.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.core.testing.FakeClock;
import io.github.mpesasdk.runtime.TextOrNumber;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenReaderTest {

    private final FakeClock clock = new FakeClock();
    private final TokenReader reader = new TokenReader("kenya", "token", Duration.ofSeconds(3599), clock);

    @ParameterizedTest
    @CsvSource({
        "3599, 3599",
        "1800.9, 1800",
        "0, 0",
        "-5, 0",
        "-1E+900, 3599",
        "86400, 86400",
        "86401, 86400",
        "31556889864403199, 86400",
        "9223372036854775807, 86400",
        "99999999999999999999, 86400",
        "1E+900, 3599",
        "1E-900, 3599",
        "0.5, 0",
        "1E+9, 86400",
        "NaN, 3599",
        "Infinity, 3599",
        "soon, 3599",
        "'', 3599"
    })
    void aLifeIsBounded(String expiresIn, long seconds) {
        assertEquals(
                clock.instant().plusSeconds(seconds),
                reader.token("t", TextOrNumber.of(expiresIn)).expiresAt());
    }

    @Test
    void anAnswerThatStatesNoLifeHasTheDocumentedOne() {
        assertEquals(clock.instant().plusSeconds(3599), reader.token("t", null).expiresAt());
        assertEquals(clock.instant().plusSeconds(3599), reader.token("t").expiresAt());
    }

    @Test
    void aLifeThatTheCallerSetsMayBeLongerButHasAnEnd() {
        Duration week = Duration.ofDays(7);
        Duration forEver = Duration.ofSeconds(Long.MAX_VALUE);

        assertEquals(
                clock.instant().plus(week),
                new TokenReader("m", "o", week, clock).token("t").expiresAt());
        assertEquals(
                clock.instant().plus(Duration.ofDays(365)),
                new TokenReader("m", "o", forEver, clock).token("t").expiresAt());
        assertEquals(
                clock.instant(),
                new TokenReader("m", "o", Duration.ofSeconds(-1), clock)
                        .token("t")
                        .expiresAt());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "s3cret\n",
                "s3cret\r\nX-Evil: 1",
                "s3cret\t",
                "s3cret\u0000",
                "s3cret\u007f",
                "s3cr\u00e9t",
                "\u2028",
                "s3cret\uD83D\uDE00"
            })
    void whatCannotBeSentIsAnUnreadableAnswer(String value) {
        assertUnreadable(value);
    }

    @Test
    void aTokenHasAtMost4096Characters() {
        assertEquals(4096, reader.token("t".repeat(4096)).value().length());
        assertUnreadable("t".repeat(4097));
    }

    private void assertUnreadable(String value) {
        NoAnswerException error = assertThrows(NoAnswerException.class, () -> reader.token(value));

        assertEquals("kenya", error.market());
        assertEquals("token", error.operation());
        assertTrue(error.getMessage().startsWith("kenya token: no usable answer. The "), error.getMessage());
        assertFalse(error.getMessage().contains("s3cr"), error.getMessage());
    }
}
