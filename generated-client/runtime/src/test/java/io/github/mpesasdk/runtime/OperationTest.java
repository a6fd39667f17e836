package io.github.mpesasdk.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Evidence;
import org.junit.jupiter.api.Test;

class OperationTest {

    private static Operation.Builder<Parcel, Parcel> post() {
        return Operation.of("post", "send", Operation.Input.BODY, Parcel.ADAPTER, Parcel.ADAPTER)
                .at("POST", "/parcels");
    }

    @Test
    void isNotBuiltWithoutTheExtensionsThatTheMoneyRulesNeed() {
        assertThrows(NullPointerException.class, () -> post().success(
                        Success.whenField("Code").is("0"))
                .evidence(Evidence.DOCUMENTED)
                .build());
        assertThrows(
                NullPointerException.class,
                () -> post().effect(Effect.MONEY).evidence(Evidence.DOCUMENTED).build());
    }

    @Test
    void onlyWhatMovesNothingIsRepeatable() {
        assertFalse(Effect.MONEY.isRepeatable());
        assertFalse(Effect.SETUP.isRepeatable());
        assertTrue(Effect.QUERY.isRepeatable());
        assertTrue(Effect.SESSION.isRepeatable());
    }

    @Test
    void showsItsPlace() {
        Operation<Parcel, Parcel> operation = post().effect(Effect.MONEY)
                .success(Success.whenField("Code").is("0"))
                .evidence(Evidence.of("single-source"))
                .build();

        assertEquals("post.send", operation.toString());
        assertEquals(Evidence.SINGLE_SOURCE, operation.evidence());
    }
}
