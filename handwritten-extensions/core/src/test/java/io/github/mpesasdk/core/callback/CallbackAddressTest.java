package io.github.mpesasdk.core.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.InvalidInputException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackAddressTest {

    // The words that a gateway is known to refuse in addresses; they stand in its spec.
    private static final List<String> FORBIDDEN = List.of("m-pesa", "mpesa", "safaricom", "exe", "cmd", "sql", "query");
    private static final URI BASE = URI.create("https://shop.example/pay");

    @RepeatedTest(50)
    void theRandomSegmentCannotSpellAForbiddenWord() {
        CallbackAddress address = CallbackAddress.below(BASE);

        assertTrue(address.segment().matches("[0-9a-f]{32}"));
        assertTrue(FORBIDDEN.stream().noneMatch(address.segment()::contains));
        assertEquals(address.uri(), CallbackAddress.checked(address.uri(), false));
        assertEquals(address.timeoutUri(), CallbackAddress.checked(address.timeoutUri(), false));
    }

    @Test
    void eachAddressIsAnother() {
        assertNotEquals(CallbackAddress.below(BASE), CallbackAddress.below(BASE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example", "https://shop.example/", "https://shop.example/pay/"})
    void theSegmentIsFoundAgain(String base) {
        CallbackAddress address = CallbackAddress.below(URI.create(base));

        for (URI uri : List.of(address.uri(), address.timeoutUri())) {
            assertEquals(Optional.of(address.segment()), CallbackAddress.segmentOf(uri.toString()));
            assertEquals(Optional.of(address.segment()), CallbackAddress.segmentOf(uri.getPath()));
            assertEquals(Optional.of(address.segment()), CallbackAddress.segmentOf(uri.getPath() + "/?from=proxy"));
            assertFalse(uri.getPath().contains("//"));
        }
    }

    @Test
    void aTimeoutIsToldByItsAddress() {
        CallbackAddress address = CallbackAddress.below(BASE);

        assertTrue(CallbackAddress.isTimeout(address.timeoutUri().toString()));
        assertTrue(CallbackAddress.isTimeout(address.timeoutUri().getPath() + "/"));
        assertFalse(CallbackAddress.isTimeout(address.uri().toString()));
        assertFalse(CallbackAddress.isTimeout("/pay/timeout"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/pay",
                "/pay/0123456789abcdef",
                "/pay/0123456789abcdef0123456789abcdef0",
                "/pay/0123456789ABCDEF0123456789ABCDEF",
                "/0123456789abcdef0123456789abcdef/other"
            })
    void anAddressWithoutSegmentHasNone(String path) {
        assertEquals(Optional.empty(), CallbackAddress.segmentOf(path));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/pay                           | must be an absolute https:// address with a host",
                "ftp://shop.example             | must be an absolute https:// address with a host",
                "https:///pay                   | must be an absolute https:// address with a host",
                "http://shop.example/pay        | must start with https:// in production",
                "https://shop.example/pay?a=b   | must have no query and no fragment: the SDK appends a segment",
                "https://shop.example/pay#a     | must have no query and no fragment: the SDK appends a segment"
            })
    void rulesOfTheGatewayAreCheckedBeforeAnythingIsSent(URI address, String rule) {
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> CallbackAddress.checked(address, false));

        assertTrue(error.violations().get(0).rule().startsWith(rule), error.getMessage());
    }

    @Test
    void clearTextIsForSandboxes() {
        URI address = URI.create("http://localhost:9000/pay");

        assertEquals(address, CallbackAddress.checked(address, true));
    }

    @Test
    void showsNothingOfItself() {
        assertEquals("CallbackAddress[***]", CallbackAddress.below(BASE).toString());
    }
}
