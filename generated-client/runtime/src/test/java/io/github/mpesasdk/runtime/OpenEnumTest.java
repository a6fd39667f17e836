package io.github.mpesasdk.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.InvalidInputException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenEnumTest {

    /** Another enum with an equal value, and many others. */
    private static final class Weight extends OpenEnum {
        private Weight(String value, boolean known) {
            super(value, known);
        }

        @Override
        protected List<Weight> listed() {
            return IntStream.rangeClosed(1, 100)
                    .mapToObj(kilos -> new Weight(kilos + "kg", true))
                    .toList();
        }
    }

    @Test
    void anUnknownValueCanBeReadAndCompared() {
        Parcel.Size huge = Parcel.Size.of("huge");

        assertFalse(huge.isKnown());
        assertEquals("huge", huge.value());
        assertEquals(huge, Parcel.Size.of("huge"));
        assertNotEquals(huge, Parcel.Size.SMALL);
    }

    @Test
    void anUnknownValueIsRefusedWhenSentAndIsNotQuoted() {
        Parcel parcel = new Parcel("tea", null, null, Parcel.Size.of("huge"), null, null, UnknownFields.NONE);

        InvalidInputException invalid = assertThrows(InvalidInputException.class, parcel::check);

        assertTrue(invalid.getMessage().contains("Size must be one of small"));
        assertFalse(invalid.getMessage().contains("huge"));
    }

    @Test
    void ofManyValuesTheErrorNamesTheFirst() {
        Checks checks = Checks.of(UnknownFields.NONE).field(Rule.of("Weight").build(), new Weight("heavy", false));

        assertEquals(
                "must be one of 1kg, 2kg, 3kg, 4kg, 5kg, 6kg, 7kg, 8kg, 9kg, 10kg, 11kg, 12kg and 88 more",
                checks.found().get(0).rule());
    }

    @Test
    void equalValuesOfTwoEnumsAreNotEqual() {
        assertFalse(Parcel.Size.SMALL.equals(new Weight("small", true)));
    }

    @Test
    void constantsAreFoundByWireValue() {
        assertEquals(
                Parcel.Size.SMALL, OpenEnum.index(List.of(Parcel.Size.SMALL)).get("small"));
    }
}
