package io.github.mpesasdk.cli.story;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.drc.DrcGateway;
import io.github.mpesasdk.drcapi.DrcApi;
import io.github.mpesasdk.drcapi.model.DrcCallback;
import io.github.mpesasdk.drcapi.model.DrcCurrency;
import io.github.mpesasdk.sandbox.SandboxExtension;
import io.github.mpesasdk.sandbox.drc.DrcSandbox;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is told of the DRC is checked as well: a shop that does otherwise cannot tell it. */
@ExtendWith(SandboxExtension.class)
class DrcStoryBrokenTest {

    private static final Duration USUAL = Duration.ofMinutes(2);
    private static final Price PRICE = Price.of("2500", "2,500 francs");

    private final DrcSandbox gateway;
    private final StringWriter screen = new StringWriter();
    private final Narrator narrator = new Narrator(new PrintWriter(screen, true), false);
    private final Wire wire;

    DrcStoryBrokenTest(DrcSandbox gateway) {
        this.gateway = gateway;
        this.wire = new Wire(DrcApi.OPERATIONS, SoapItems::asJson, DrcGateway::decode, gateway.journal(), narrator);
    }

    @Test
    void chargingOnceIsTold() {
        shop(1, USUAL, (scenes, checkout) -> {
            assertDoesNotThrow(() -> scenes.paid(checkout));
            assertDoesNotThrow(() -> scenes.failed(checkout));
            assertDoesNotThrow(() -> scenes.lost(checkout));
            assertDoesNotThrow(() -> scenes.sessionExpires(checkout));
        });
        assertTrue(screen.toString().contains("The sandbox saw this c2bPayment 1 time."));
    }

    @Test
    void chargingTwiceIsNotTold() {
        String once = "It is told that c2bPayment was sent once, but it was not so.";
        shop(2, USUAL, (scenes, checkout) -> assertBroken(once, () -> scenes.paid(checkout)));
        shop(2, USUAL, (scenes, checkout) -> assertBroken(once, () -> scenes.lost(checkout)));
        shop(2, USUAL, (scenes, checkout) -> assertBroken(once, () -> scenes.failed(checkout)));
        gateway.phone().approves();
        shop(2, USUAL, (scenes, checkout) -> {
            checkout.charge("one that opens the session");
            assertBroken(once, () -> scenes.sessionExpires(checkout));
        });
        assertFalse(screen.toString().contains("1 time"));
        assertFalse(screen.toString().contains("re-sent"));
    }

    @Test
    void aSessionThatWasNotUsedAgainCannotBeToldToHaveEnded() {
        // With so short a life, each payment logs in anew.
        shop(
                1,
                Duration.ofMinutes(1),
                (scenes, checkout) -> assertThrows(StoryBrokenException.class, () -> scenes.sessionExpires(checkout)));
    }

    @Test
    void aPasswordThatIsRightCannotBeToldToBeWrong() {
        shop(
                1,
                USUAL,
                (scenes, checkout) -> assertBroken(
                        "It is told that a wrong password is refused, but it was not so.",
                        () -> scenes.wrongPassword(() -> checkout.charge("INV005"))));
    }

    private static void assertBroken(String words, Runnable scene) {
        assertEquals(words, assertThrows(StoryBrokenException.class, scene::run).getMessage());
    }

    private void shop(int times, Duration sessionLife, BiConsumer<DrcScenes, Checkout> play) {
        try (CallbackReceiver shop = new CallbackReceiver("application/xml");
                DrcGateway drc = DrcGateway.builder()
                        .at(gateway.baseUrl())
                        .login(gateway.username(), gateway.password())
                        .c2bAccount(gateway.serviceProviderCode(), gateway.c2bCommandId())
                        .callbacksAt(shop.address())
                        .sessionLife(sessionLife)
                        .build()) {
            shop.open((path, body) -> {
                Received<DrcCallback> received = drc.callbacks().receive(path, body);
                return new CallbackReceiver.Reply(received.isGenuine(), received.acknowledgement());
            });
            Checkout.Client client =
                    new Checkout.Client("drc", "0810 000 001", "", invoice -> charge(drc, times), drc::find);
            Books books = new Books(gateway.journal(), gateway.ledger("CDF"), gateway.faults(), "243810000001");
            play.accept(
                    new DrcScenes(gateway, shop, wire, narrator), new Checkout(client, PRICE, books, wire, narrator));
        }
    }

    /** Charges several times, whatever comes back from the first. */
    private static Payment<?> charge(DrcGateway drc, int times) {
        try {
            return drc.c2b().charge(charge -> charge.from("0810 000 001")
                    .currency(DrcCurrency.CDF)
                    .amount(PRICE.amount())
                    .surname("Shop")
                    .initials("Tea"));
        } finally {
            if (times > 1) {
                charge(drc, times - 1);
            }
        }
    }
}
