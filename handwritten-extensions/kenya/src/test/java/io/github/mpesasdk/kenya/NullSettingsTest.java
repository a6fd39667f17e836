package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.core.testing.NullSettingsContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // Callers without a checker give null.
class NullSettingsTest extends NullSettingsContract {

    NullSettingsTest() {
        super(Daraja::builder, Map.of("app", 0));
    }

    @Test
    void eachValueIsNamedInTheCallersWords() {
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> Daraja.builder().payBill("174379", null));
        assertEquals(
                "Daraja.builder() is not valid, nothing was sent: passkey is null: give a value, or leave"
                        + " payBill(...) out",
                refused.getMessage());

        InvalidInputException hole =
                assertThrows(InvalidInputException.class, () -> Daraja.builder().alsoReceives("600000", null));
        assertEquals(
                "Daraja.builder() is not valid, nothing was sent: alsoReceives has a null among its values: leave"
                        + " that out",
                hole.getMessage());
    }

    @Test
    void anAppThatIsNotSetIsMissedByBuildForTheEnvironmentMayHaveIt() {
        DarajaBuilder unset = Daraja.builder().sandbox().app(null, null);

        InvalidInputException refused = assertThrows(InvalidInputException.class, unset::build);

        assertEquals(
                "Daraja.builder() is not valid, nothing was sent: consumer key is needed: give it to"
                        + " Daraja.builder() with app(...); consumer secret is needed: give it to Daraja.builder()"
                        + " with app(...)",
                refused.getMessage());
        unset.fromEnv(Map.of("MPESA_KENYA_CONSUMER_KEY", "key", "MPESA_KENYA_CONSUMER_SECRET", "secret"))
                .build()
                .close();
    }
}
