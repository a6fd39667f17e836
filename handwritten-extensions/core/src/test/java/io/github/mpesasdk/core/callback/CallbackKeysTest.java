package io.github.mpesasdk.core.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallbackKeysTest {

    private static final String SHORT = "too short to be secret";
    private static final String LONG = "0123456789abcdef0123456789abcdef";

    @Test
    void aKeyThatCanBeGuessedIsRefusedInWordsThatHelp() {
        for (List<String> keys : List.of(List.<String>of(), List.of(""), List.of(SHORT), List.of(LONG, SHORT))) {
            InvalidInputException error = assertThrows(InvalidInputException.class, () -> CallbackKeys.of(keys));

            assertTrue(error.getMessage().contains("must have at least 32 characters"), error.getMessage());
            assertTrue(error.getMessage().contains("openssl rand -hex 32"), error.getMessage());
            assertFalse(error.getMessage().contains(SHORT));
        }
    }

    @Test
    void blanksAroundAKeyDoNotCount() {
        byte[] domain = {0};
        byte[] content = {1, 2, 3};
        byte[] signature = CallbackKeys.of(List.of(LONG)).sign(domain, content, 16);

        assertTrue(CallbackKeys.of(List.of(" " + LONG + "\n")).verify(domain, content, signature));
    }

    @Test
    void showsNothingOfItself() {
        assertEquals("CallbackKeys[2]", CallbackKeys.of(List.of(LONG, LONG)).toString());
    }
}
