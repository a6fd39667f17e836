package io.github.mpesasdk.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenEnumTest {

    /** Another enum with an equal value. */
    private static final class Weight extends OpenEnum {
        private Weight(String value) {
            super(value, true);
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

        assertTrue(invalid.getMessage().contains("Size is not a value that the spec knows"));
        assertFalse(invalid.getMessage().contains("huge"));
    }

    @Test
    void equalValuesOfTwoEnumsAreNotEqual() {
        assertFalse(Parcel.Size.SMALL.equals(new Weight("small")));
    }

    @Test
    void constantsAreFoundByWireValue() {
        assertEquals(
                Parcel.Size.SMALL, OpenEnum.index(List.of(Parcel.Size.SMALL)).get("small"));
    }
}
