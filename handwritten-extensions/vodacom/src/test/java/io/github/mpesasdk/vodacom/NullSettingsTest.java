package io.github.mpesasdk.vodacom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Violation;
import io.github.mpesasdk.core.crypto.EncryptionKey;
import io.github.mpesasdk.core.testing.NullSettingsContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // Callers without a checker give null.
class NullSettingsTest extends NullSettingsContract {

    NullSettingsTest() {
        super(VodacomOpenApi::builder, Map.of("market", 0, "apiKey", 0));
    }

    @Test
    void whatIsNeededIsMissedByBuildForTheEnvironmentMayHaveIt() {
        VodacomOpenApiBuilder unset = VodacomOpenApi.builder().sandbox().market(null);

        for (VodacomOpenApiBuilder builder :
                List.of(unset.apiKey(null, (EncryptionKey) null), unset.apiKey(null, (String) null))) {
            InvalidInputException refused = assertThrows(InvalidInputException.class, builder::build);
            assertEquals(
                    List.of("market", "apiKey", "publicKey"),
                    refused.violations().stream().map(Violation::field).toList());
        }
    }
}
