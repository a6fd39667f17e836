package io.github.mpesasdk.cli.story;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Payment;
import io.github.mpesasdk.core.crypto.PublicKeys;
import io.github.mpesasdk.mozambique.Mozambique;
import io.github.mpesasdk.mozambiqueapi.MozambiqueApi;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.SandboxExtension;
import io.github.mpesasdk.sandbox.mozambique.MozambiqueSandbox;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is told is checked: a shop that charges twice cannot tell that it charged once. */
@ExtendWith(SandboxExtension.class)
class StoryBrokenTest {

    private static final Price PRICE = Price.of("150", "150 meticais");

    private final MozambiqueSandbox gateway;
    private final StringWriter screen = new StringWriter();
    private final Narrator narrator = new Narrator(new PrintWriter(screen, true), false);
    private final Wire wire;

    StoryBrokenTest(Sandbox sandbox) {
        gateway = sandbox.mozambique();
        wire = new Wire(MozambiqueApi.OPERATIONS, Mozambique::decode, gateway.journal(), narrator);
    }

    @Test
    void chargingOnceIsTold() {
        shop(1, "84 333 0333", checkout -> assertDoesNotThrow(() -> checkout.paid(Checkout.PAYMENT)));

        assertTrue(screen.toString().contains("The sandbox saw this c2bPayment 1 time."));
        assertTrue(screen.toString().contains("The customer's balance fell by 150 meticais."));
    }

    @Test
    void chargingTwiceIsNotTold() {
        shop(2, "84 333 0333", checkout -> {
            StoryBrokenException broken =
                    assertThrows(StoryBrokenException.class, () -> checkout.paid(Checkout.PAYMENT));
            assertEquals("It is told that c2bPayment was sent once, but it was not so.", broken.getMessage());
        });
        assertFalse(screen.toString().contains("1 time"));
    }

    @Test
    void chargingSomebodyElseIsNotTold() {
        shop(
                1,
                "84 333 0444",
                checkout -> assertThrows(StoryBrokenException.class, () -> checkout.paid(Checkout.PAYMENT)));
        assertFalse(screen.toString().contains("balance"));
    }

    @Test
    void sendingAgainAfterALostAnswerIsNotTold() {
        shop(2, "84 333 0333", checkout -> assertThrows(StoryBrokenException.class, checkout::lost));
        assertFalse(screen.toString().contains("never re-sent"));
    }

    private interface Scene {
        void play(Checkout checkout);
    }

    private void shop(int times, String payer, Scene scene) {
        try (Mozambique client = Mozambique.builder()
                .at(gateway.baseUrl())
                .apiKey(gateway.apiKey(), PublicKeys.read(gateway.publicKeyBase64()))
                .serviceProvider(gateway.serviceProviderCode())
                .pollAfter(Checkout.POLL_AFTER)
                .build()) {
            Checkout.Client shop =
                    new Checkout.Client("mozambique", payer, "", invoice -> charge(client, payer, times), client::find);
            Books books = new Books(gateway.journal(), gateway.ledger(), gateway.faults(), "258843330333");
            scene.play(new Checkout(shop, PRICE, books, wire, narrator));
        }
    }

    /** Charges several times, whatever comes back from the first. */
    private static Payment<?> charge(Mozambique client, String payer, int times) {
        try {
            return client.c2b()
                    .charge(charge -> charge.amount(PRICE.amount()).from(payer).reference("INV001"));
        } finally {
            if (times > 1) {
                charge(client, payer, times - 1);
            }
        }
    }
}
