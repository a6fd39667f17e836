package io.github.mpesasdk.mozambique;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Told;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One port for each operation, and firewalls that block some of them: the classic of this market. */
class ConnectionTest {

    private static final String ACCEPTED = "{\"output_ResponseCode\":\"INS-0\",\"output_ConversationID\":\"c-1\"}";

    @Test
    void aBlockedPortIsNamedAndNothingWasSent() {
        URI blocked = DyingServer.nobody();
        try (TestGateway gateway = TestGateway.answering(
                "201 Created",
                TestGateway.repeatingId(ACCEPTED),
                settings -> settings.ports(Map.of("c2bPayment", blocked.getPort())))) {
            NotConnectedException error = assertThrows(
                    NotConnectedException.class, () -> gateway.client().c2b().charge(charge -> charge.amount(15)
                            .from(TestGateway.CUSTOMER)));

            assertTrue(error.getMessage().contains("127.0.0.1:" + blocked.getPort()), error.getMessage());
            assertTrue(error.getMessage().contains("firewall"), error.getMessage());
            assertEquals(0, gateway.requests().size());
        }
    }

    @Test
    void aBlockedPortOfTheQuestionIsWhyTheOutcomeIsNotKnown() {
        URI blocked = DyingServer.nobody();
        try (TestGateway gateway = TestGateway.answering(
                "201 Created",
                TestGateway.repeatingId(ACCEPTED),
                settings -> settings.ports(Map.of("queryTransactionStatus", blocked.getPort())))) {
            Payment<?> payment =
                    gateway.client().b2c().pay(pay -> pay.amount(15).to(TestGateway.CUSTOMER));

            Outcome outcome = Told.within(Duration.ofMillis(500), payment::await);

            assertTrue(outcome.why().contains("127.0.0.1:" + blocked.getPort()), outcome.why());
        }
    }
}
