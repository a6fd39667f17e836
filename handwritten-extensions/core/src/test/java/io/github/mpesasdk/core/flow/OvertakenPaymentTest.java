package io.github.mpesasdk.core.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Received;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.FakeClock;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.Wire;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of a gateway that contradict each other: what came first stands, and nothing is sent again. */
class OvertakenPaymentTest {

    private static final String BAD_TOKEN = "{\"error\":\"bad-token\"}";

    private final Kiosk[] kiosk = new Kiosk[1];

    private DyingServer.Fate paidAndRefused(Runnable meanwhile) {
        return (request, connection) -> {
            meanwhile.run();
            kiosk[0].hear(Kiosk.field(request, "CallBackURL").orElseThrow(), "Code", "0", "Amount", "1");
            Fates.answer("400 No", BAD_TOKEN).befall(request, connection);
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 25, 100_000})
    void aClockThatJumpsOnMakesNobodyForgetWhatIsUnderWay(int hours) {
        FakeClock clock = new FakeClock();
        try (Kiosk open = Kiosk.open(setup -> setup.clock(clock))
                .onPayments(paidAndRefused(() -> clock.advance(Duration.ofHours(hours))))) {
            kiosk[0] = open;

            assertThrows(UnknownOutcomeException.class, open::push);

            assertEquals(1, open.server().count("/push"));
        }
    }

    @Test
    void aCallbackThatContradictsTheOneThatSettledMovesNothing() {
        try (Kiosk open = Kiosk.open()) {
            var payment = open.push();
            open.hear(open.address(), "PushId", "P-1", "Amount", "1", "Code", "0", "Receipt", "R1");

            Received<Wire> later = open.hear(open.address(), "PushId", "P-1", "Code", "1032");

            assertTrue(later.isGenuine());
            Unknown unknown = assertInstanceOf(Unknown.class, later.outcome());
            assertTrue(unknown.why().contains("now says otherwise"), unknown.why());
            assertInstanceOf(Succeeded.class, payment.outcome());
        }
    }
}
