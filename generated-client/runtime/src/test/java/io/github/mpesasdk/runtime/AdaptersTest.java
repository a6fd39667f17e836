package io.github.mpesasdk.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptersTest {

    @ParameterizedTest
    @CsvSource({
        "500,500",
        "500.0,500",
        "500.00,500",
        "5E+2,500",
        "5.5,5.5",
        "10.50,10.50",
        "0.10,0.10",
        "0E+9,0",
        "0.00,0",
        "10.00,10",
        "1E+3,1000",
        "105E-1,10.5",
        "-10.50,-10.50"
    })
    void writesAnAmountAsTextOfPlainDigits(String amount, String digits) {
        assertEquals("\"" + digits + "\"", Adapters.AMOUNT.toJson(new BigDecimal(amount)));
        assertEquals(digits, Adapters.DECIMAL.toJson(new BigDecimal(amount)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.00", "\"190.00\"", "\" 71.0\"", "-3.5", "1E+3"})
    void readsAnAmountFromNumberOrText(String written) throws IOException {
        String digits = written.replace("\"", "").trim();

        assertEquals(new BigDecimal(digits), Adapters.AMOUNT.fromJson(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,000", "KES 5", "0x10", "NaN", "1E+1000000000", "1E-1000000000"})
    void readsNoAmountFromAnythingElse(String text) {
        assertNull(Adapters.AMOUNT.parse(text));
    }

    @Test
    void expandsNoHugeExponent() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            BigDecimal huge = new BigDecimal("1E+1000000000");
            assertThrows(IllegalArgumentException.class, () -> Adapters.AMOUNT.toJson(huge));
            assertNull(Adapters.AMOUNT.parse("9".repeat(1_000_000)));
        });
    }

    @Test
    void readsTruthFromTheFormsThatOccur() throws IOException {
        assertEquals(true, Adapters.BOOLEAN.fromJson("true"));
        assertEquals(true, Adapters.BOOLEAN.fromJson("\"True\""));
        assertEquals(false, Adapters.BOOLEAN.fromJson("0"));
        assertNull(Adapters.BOOLEAN.parse("yes"));
        assertEquals("false", Adapters.BOOLEAN.toJson(false));
    }

    @Test
    void readsSmallWholeNumbersOnlyInTheirRange() {
        assertEquals(2_147_483_647, Adapters.INTEGER.parse("2147483647"));
        assertNull(Adapters.INTEGER.parse("2147483648"));
    }

    @Test
    void readsUrisAndKeepsThemUntouched() throws IOException {
        assertEquals(URI.create("https://shop.example/a%20b"), Adapters.URI.fromJson("\"https://shop.example/a%20b\""));
        assertNull(Adapters.URI.parse("https://shop.example/a b"));
    }
}
