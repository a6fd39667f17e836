package io.github.mpesasdk.vodacom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.vodacomapi.model.Market;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What can never work is refused when the client is built. */
class SettingsTest {

    private static VodacomOpenApiBuilder complete() {
        return VodacomOpenApi.builder().sandbox().market(Market.TANZANIA).apiKey(Gateway.API_KEY, Gateway.KEY);
    }

    private static List<String> refused(VodacomOpenApiBuilder builder) {
        return assertThrows(InvalidInputException.class, builder::build).violations().stream()
                .map(violation -> violation.wireName())
                .toList();
    }

    @Test
    void allThatIsMissingIsNamedAtOnce() {
        assertEquals(List.of("environment", "market", "apiKey", "publicKey"), refused(VodacomOpenApi.builder()));
    }

    @Test
    void whatCannotBeRightIsNamed() {
        assertEquals(List.of("apiKey"), refused(complete().apiKey(" ", Gateway.KEY)));
        assertEquals(List.of("apiKey"), refused(complete().apiKey(Gateway.API_KEY + "\n", Gateway.KEY)));
        assertEquals(List.of("serviceProvider"), refused(complete().serviceProvider("12-34")));
        assertEquals(List.of("origin"), refused(complete().origin("shop.example\r\nX: y")));
    }

    @Test
    void theTextOfAKeyIsReadAndWhatIsNoneIsRefusedByTheCallersWord() {
        String key = Base64.getEncoder().encodeToString(Gateway.PUBLIC_KEY);
        VodacomOpenApi.builder()
                .sandbox()
                .market(Market.TANZANIA)
                .apiKey(Gateway.API_KEY, key)
                .build()
                .close();

        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> complete().apiKey(Gateway.API_KEY, "<html>"));
        assertTrue(
                refused.getMessage()
                        .startsWith("VodacomOpenApi.builder() is not valid, nothing was sent: publicKey looks like an"
                                + " HTML or XML page"),
                refused::getMessage);
    }

    @Test
    void whatTheBuilderIsNotToldComesFromTheEnvironment() {
        String key = Base64.getEncoder().encodeToString(Gateway.PUBLIC_KEY);
        try (VodacomOpenApi client = VodacomOpenApi.builder()
                .fromEnv(Map.of(
                        "MPESA_MOZAMBIQUE_OPENAPI_API_KEY",
                        Gateway.API_KEY,
                        "MPESA_MOZAMBIQUE_OPENAPI_PUBLIC_KEY",
                        key,
                        "MPESA_MOZAMBIQUE_OPENAPI_SHORT_CODE",
                        "ORG001"))
                .sandbox()
                .market(Market.MOZAMBIQUE)
                .build()) {
            assertTrue(client.toString().endsWith("/sandbox/ipg/v2/vodacomMOZ]"), client.toString());
        }
        assertEquals(
                List.of("apiKey", "publicKey"),
                refused(VodacomOpenApi.builder().fromEnv(Map.of()).sandbox().market(Market.GHANA)));
        VodacomOpenApiBuilder bare =
                VodacomOpenApi.builder().fromEnv(Map.of()).sandbox().market(Market.GHANA);
        String told = String.valueOf(
                assertThrows(InvalidInputException.class, bare::build).getMessage());
        assertTrue(told.contains("or set MPESA_GHANA_API_KEY") && told.contains("or set MPESA_GHANA_PUBLIC_KEY"), told);
    }
}
