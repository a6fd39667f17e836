package io.github.mpesasdk.mozambique;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.core.testing.NullSettingsContract;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway") // Callers without a checker give null.
class NullSettingsTest extends NullSettingsContract {

    NullSettingsTest() {
        super(Mozambique::builder, Map.of("apiKey", 1));
    }

    private static String refused(MozambiqueBuilder builder, Integer port) {
        Map<String, Integer> ports = new HashMap<>();
        ports.put("c2bPayment", port);
        return assertThrows(InvalidInputException.class, () -> builder.ports(ports))
                .getMessage();
    }

    @Test
    void aKeyThatIsNotSetIsMissedByBuildForTheEnvironmentMayHaveIt() {
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> Mozambique.builder()
                .sandbox()
                .apiKey(null, TestGateway.KEY)
                .build());

        assertEquals(
                "Mozambique.builder() is not valid, nothing was sent: apiKey is needed: give it to"
                        + " Mozambique.builder() with apiKey(...)",
                refused.getMessage());
    }

    @Test
    void aPortIsNoNull() {
        String refused = refused(Mozambique.builder(), null);

        assertTrue(refused.contains("ports has a null among its values"), refused);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65_536})
    void aPortIsOneThatThereIs(int port) {
        String refused = refused(Mozambique.builder(), port);

        assertTrue(refused.contains("ports must be 1 to 65535"), refused);
    }
}
