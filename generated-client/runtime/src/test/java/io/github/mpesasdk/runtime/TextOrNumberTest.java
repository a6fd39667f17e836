package io.github.mpesasdk.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextOrNumberTest {

    private static TextOrNumber read(String json) throws IOException {
        return TextOrNumber.ADAPTER.fromJson(json);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {"1.00,1.00", "\"1.00\",1.00", "20251219102115,20251219102115", "1E+3,1E+3", "true,true"})
    void keepsTheDigitsAsTheyCame(String json, String text) throws IOException {
        assertEquals(text, read(json).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.00", "\"1.00\"", "true", "\"\"", "{\"a\":[1.0]}", "[]", "12345678901234567890.10"})
    void writesTheFormThatWasRead(String json) throws IOException {
        TextOrNumber value = read(json);

        assertEquals(json, TextOrNumber.ADAPTER.toJson(value));
        assertEquals(json, TextOrNumber.ADAPTER.toJsonTree(value).toString());
    }

    @Test
    void isEqualByText() throws IOException {
        assertEquals(read("0"), read("\"0\""));
        assertEquals(read("0").hashCode(), read("\"0\"").hashCode());
        assertFalse(read("0").equals(read("0.0")));
    }

    @Test
    void isADecimalWhereItCanBe() throws IOException {
        assertEquals(Optional.of(new BigDecimal("3599")), read("\"3599\"").decimal());
        assertEquals(Optional.empty(), read("\"SFC_IC0003\"").decimal());
    }

    @Test
    void hidesItsValue() {
        assertEquals("***", TextOrNumber.of("254708374149").toString());
        assertEquals("***", TextOrNumber.of(254708374149L).toString());
    }
}
