package io.github.mpesasdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What applications store of a payment. */
class ReferenceTest {

    @Test
    void itsTextBringsItBack() {
        Reference reference = new Reference("kenya", "stkPush", "CheckoutRequestID", "ws_CO_1/2 %&");

        assertEquals(reference, Reference.parse(reference.text()));
    }

    // An empty column of a database is one of them.
    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"ws_CO_1", "mpesa:kenya/stkPush/CheckoutRequestID/%zz"})
    void anythingElseIsRefused(String stored) {
        assertThrows(InvalidInputException.class, () -> Reference.parse(stored));
    }
}
