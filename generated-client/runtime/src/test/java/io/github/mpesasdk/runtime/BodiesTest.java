package io.github.mpesasdk.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodiesTest {

    @ParameterizedTest
    @CsvSource({
        "Receipt, ' ', true",
        "Receipt, N/A, true",
        "Receipt, ' n/a ', true",
        "Receipt, -1, true",
        "Receipt, ' -1 ', true",
        "Receipt, NA, false",
        "Receipt, 1, false",
        "State, N/A, false",
        "State, ' n/a', false",
        "State, -1, false",
        "State, ' ', true",
    })
    void aTextThatStandsForNoValueIsNone(String field, String text, boolean isAbsent) {
        Bodies<Object> bodies = new Bodies<>(List.of(), List.of(), Set.of("-1"), Set.of("State"));

        assertEquals(isAbsent, bodies.isAbsent(field, text));
        assertEquals(isAbsent, bodies.inAnySpelling().isAbsent(field, text));
    }
}
