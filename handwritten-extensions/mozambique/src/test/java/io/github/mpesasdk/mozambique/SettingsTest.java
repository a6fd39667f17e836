package io.github.mpesasdk.mozambique;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.Violation;
import io.github.mpesasdk.core.testing.DyingServer;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can never work is refused when the client is built; what a gateway refuses, by asking it. */
class SettingsTest {

    @Test
    void allThatIsMissingOrWrongIsNamedAtOnce() {
        assertEquals(
                List.of("apiKey", "environment"), wrong(Mozambique.builder().callbackKey("k".repeat(32))));
        assertEquals(
                List.of("apiKey", "initiator identifier", "origin", "security credential", "serviceProvider"),
                wrong(Mozambique.builder()
                        .sandbox()
                        .apiKey(" ", TestGateway.KEY)
                        .serviceProvider("abc")
                        .initiator("", "your credential")
                        .origin("a\r\nX: y")));
    }

    private static List<String> wrong(MozambiqueBuilder settings) {
        return assertThrows(InvalidInputException.class, settings::build).violations().stream()
                .map(Violation::field)
                .sorted()
                .toList();
    }

    @Test
    void aWrongPortNameOrAClearAddressIsRefused() {
        assertThrows(InvalidInputException.class, () -> Mozambique.builder().ports(Map.of("c2b", 1)));
        assertThrows(InvalidInputException.class, () -> Mozambique.builder()
                .at(URI.create("http://gateway.example/ipg/v1x")));
    }

    @Test
    void theEnvironmentFillsInWhatIsNotSaid() {
        String publicKey = Base64.getEncoder().encodeToString(TestGateway.publicKey());
        Map<String, String> variables = Map.of(
                "MPESA_MOZAMBIQUE_API_KEY",
                TestGateway.API_KEY,
                "MPESA_MOZAMBIQUE_PUBLIC_KEY",
                publicKey,
                "MPESA_MOZAMBIQUE_SERVICE_PROVIDER",
                "171717",
                "MPESA_MOZAMBIQUE_INITIATOR_IDENTIFIER",
                TestGateway.INITIATOR,
                "MPESA_MOZAMBIQUE_SECURITY_CREDENTIAL",
                TestGateway.CREDENTIAL,
                "MPESA_MOZAMBIQUE_CALLBACK_KEY",
                "k".repeat(32));
        try (TestGateway gateway =
                        TestGateway.repeating("{\"output_ResponseCode\":\"INS-0\",\"output_TransactionID\":\"TST1\"}");
                Mozambique client = Mozambique.builder()
                        .at(gateway.baseUrl())
                        .serviceProvider("171718")
                        .fromEnv(variables)
                        .build()) {
            client.transactions().reverse(undo -> undo.receipt("TST0"));

            assertEquals("171718", TestGateway.field(gateway.requests().get(0), "input_ServiceProviderCode"));
            assertEquals(
                    TestGateway.INITIATOR, TestGateway.field(gateway.requests().get(0), "input_InitiatorIdentifier"));
        }
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> Mozambique.builder()
                .fromEnv(Map.of("MPESA_MOZAMBIQUE_API_KEY", TestGateway.API_KEY)));
        assertTrue(refused.getMessage().contains("MPESA_MOZAMBIQUE_PUBLIC_KEY"), refused.getMessage());
        InvalidInputException bare = assertThrows(
                InvalidInputException.class,
                () -> Mozambique.builder().sandbox().fromEnv(Map.of()).build());
        assertTrue(bare.getMessage().endsWith("with apiKey(...), or set MPESA_MOZAMBIQUE_API_KEY"), bare.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"output_ResponseCode\":\"INS-0\",\"output_ResponseTransactionStatus\":\"N/A\"}",
                "{\"output_ResponseCode\":\"INS-0\"}",
                "{\"output_ResponseCode\":\"INS-997\",\"output_ResponseDesc\":\"Linked Transaction Not Found\"}"
            })
    void aGatewayThatLooksForTheTransactionKnowsTheCaller(String answer) {
        try (TestGateway gateway = TestGateway.repeating(answer)) {
            assertDoesNotThrow(() -> gateway.client().verify());
            assertEquals("GET", gateway.requests().get(0).method());
        }
    }

    @Test
    void whatProvesNothingIsAnError() {
        try (TestGateway gateway = TestGateway.repeating("{\"output_ResponseCode\":\"INS-2\"}")) {
            assertThrows(RefusedException.class, () -> gateway.client().verify());
        }
        try (TestGateway gateway = TestGateway.answering("500 Oops", "<html>")) {
            assertThrows(NoAnswerException.class, () -> gateway.client().verify());
        }
        try (Mozambique nowhere =
                TestGateway.settings().at(DyingServer.nobody()).build()) {
            assertThrows(NotConnectedException.class, nowhere::verify);
        }
    }
}
