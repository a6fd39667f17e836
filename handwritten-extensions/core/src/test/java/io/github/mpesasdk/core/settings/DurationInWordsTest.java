package io.github.mpesasdk.core.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationInWordsTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 seconds",
        "PT0.001S, 1 millisecond",
        "PT0.5S, 500 milliseconds",
        "PT1S, 1 second",
        "PT1M, 1 minute",
        "PT90S, 90 seconds",
        "PT1H, 1 hour",
        "PT2H59M, 2 hours",
        "PT24H, 1 day",
        "PT26H, 26 hours",
        "PT720H, 30 days"
    })
    void oneUnitInTheRightNumber(Duration duration, String words) {
        assertEquals(words, DurationInWords.of(duration));
    }
}
