package io.github.mpesasdk.core.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.mpesasdk.Failed;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.Unknown;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.DyingServer.Fate;
import io.github.mpesasdk.core.testing.MarketPayment.Client;
import io.github.mpesasdk.core.testing.MarketPayment.Posted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract of every market for the endpoint that hears its callbacks: each leads to the right decision, in the
 * process that sent the payment, after a restart, and on another machine; what proves nothing leads to none. A market
 * extends this class and says how it pays.
 */
public abstract class RestartContract {

    private static final Duration LONG = Duration.ofSeconds(20);

    // The tokens and ids of the SDK are hexadecimal, and longer than anything else that is.
    private static final Pattern LAST_OF_TOKEN = Pattern.compile("(?<=[0-9a-f]{31})([0-9a-f])(?![0-9a-f])");

    /** The payments whose callbacks are heard. */
    protected abstract List<MarketPayment> payments();

    /** What happens to the callback of one payment. */
    @FunctionalInterface
    private interface Story {

        void of(MarketPayment market, PaymentGateway gateway) throws Exception;
    }

    private Stream<DynamicTest> each(Story story) {
        return payments().stream()
                .map(market -> dynamicTest(market.operation(), () -> {
                    try (PaymentGateway gateway = new PaymentGateway(market)) {
                        story.of(market, gateway);
                    }
                }));
    }

    private static Client open(PaymentGateway gateway) {
        return gateway.open(PaymentGateway.KEY);
    }

    private static Received<?> hear(Client client, Posted callback) {
        return PaymentGateway.hear(client, callback);
    }

    private static void provePaid(Received<?> received) {
        assertTrue(received.isGenuine(), () -> received.whyNotGenuine().orElse(""));
        assertInstanceOf(Succeeded.class, received.outcome());
    }

    private static void proveNothing(Received<?> received) {
        assertFalse(received.isGenuine(), "it proves nothing");
        assertTrue(received.whyNotGenuine().isPresent(), "and says why");
        assertInstanceOf(Unknown.class, received.outcome());
        assertEquals(Optional.empty(), received.order());
    }

    @TestFactory
    Stream<DynamicTest> successIsBookedOnceWithItsOrder() {
        return each((market, gateway) -> {
            try (Client client = open(gateway)) {
                PaymentGateway.Open payment = gateway.start(client);
                Posted paid = gateway.callback(market.codes().paid());
                Received<?> first = hear(client, paid);
                provePaid(first);
                assertFalse(first.isRepetition());
                assertEquals(Optional.of(PaymentGateway.ORDER), first.order());
                assertEquals(payment.reference(), first.reference());
                assertInstanceOf(Succeeded.class, payment.outcome().get());

                Received<?> again = hear(client, paid);
                provePaid(again);
                assertTrue(again.isRepetition());
                assertEquals(first.outcome(), again.outcome());
                assertEquals(first.acknowledgement(), again.acknowledgement());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aWrongPinIsNoSuccess() {
        return each((market, gateway) -> {
            try (Client client = open(gateway);
                    Client restarted = open(gateway)) {
                PaymentGateway.Open payment = gateway.start(client);
                Posted wrongPin = gateway.callback(market.codes().wrongPin());
                for (Client hearing : List.of(client, restarted)) {
                    Failed failed = assertInstanceOf(
                            Failed.class, hear(hearing, wrongPin).outcome());
                    assertEquals(
                            market.codes().wrongPin(),
                            failed.code().orElseThrow().value());
                }
                assertInstanceOf(Failed.class, payment.outcome().get());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aCallbackMayOvertakeTheAcknowledgement() {
        return each((market, gateway) -> {
            Client[] client = new Client[1];
            Received<?>[] received = new Received<?>[1];
            Fate early = (request, connection) -> {
                received[0] = hear(
                        client[0],
                        market.callback(
                                request,
                                PaymentGateway.GATEWAY_ID,
                                market.codes().paid()));
                gateway.accepting().befall(request, connection);
            };
            gateway.onPayment(early);
            try (Client opened = open(gateway)) {
                client[0] = opened;
                Payment<?> payment = opened.pay(PaymentGateway.ORDER);

                provePaid(received[0]);
                assertEquals(Optional.of(PaymentGateway.ORDER), received[0].order());
                assertInstanceOf(Succeeded.class, payment.outcome());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> afterARestartAndOnAnotherMachineTheKeyProvesItsOrigin() {
        return each((market, gateway) -> {
            try (Client before = open(gateway)) {
                gateway.start(before);
            }
            Posted paid = gateway.callback(market.codes().paid());
            try (Client restarted = open(gateway);
                    Client otherMachine = open(gateway)) {
                for (Client client : List.of(restarted, otherMachine)) {
                    Received<?> received = hear(client, paid);
                    provePaid(received);
                    assertEquals(
                            market.addressProvesOrder() ? Optional.of(PaymentGateway.ORDER) : Optional.empty(),
                            received.order());
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> afterARestartTheStoredReferenceIsEnoughToWaitForTheCallback() {
        return each((market, gateway) -> {
            String stored;
            try (Client before = open(gateway)) {
                stored = gateway.start(before).reference().text();
            }
            try (Client restarted = open(gateway)) {
                CompletableFuture<Outcome> found = CompletableFuture.supplyAsync(
                        () -> restarted.find(Reference.parse(stored), LONG), task -> new Thread(task).start());
                // Until it waits, nobody does; and operators repeat callbacks.
                for (int time = 0; time < 1_500 && !found.isDone(); time++) {
                    hear(restarted, gateway.callback(market.codes().paid()));
                    TimeUnit.MILLISECONDS.sleep(20);
                }

                assertInstanceOf(
                        Succeeded.class, found.orTimeout(30, TimeUnit.SECONDS).join());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> whatIsForgedOrSignedByAnotherProvesNothing() {
        return each((market, gateway) -> {
            try (Client client = open(gateway);
                    Client stranger = gateway.open(PaymentGateway.OTHER_KEY);
                    Client withoutKey = gateway.open()) {
                PaymentGateway.Open payment = gateway.start(client);
                Posted paid = gateway.callback(market.codes().paid());
                Posted forged = new Posted(forge(paid.path()), forge(paid.body()));
                assertNotEquals(paid, forged, "nothing in the callback is signed");

                proveNothing(hear(client, forged));
                proveNothing(hear(stranger, paid));
                proveNothing(hear(withoutKey, paid));
                assertFalse(payment.outcome().get().isSettled());
                provePaid(hear(client, paid));
            }
        });
    }

    private static String forge(String text) {
        return LAST_OF_TOKEN.matcher(text).replaceAll(digit -> digit.group(1).equals("0") ? "1" : "0");
    }

    @TestFactory
    Stream<DynamicTest> aKeyCanBeChangedWithoutLosingWhatIsOnItsWay() {
        return each((market, gateway) -> {
            try (Client before = open(gateway)) {
                gateway.start(before);
            }
            Posted paid = gateway.callback(market.codes().paid());
            try (Client changed = gateway.open(PaymentGateway.OTHER_KEY, PaymentGateway.KEY);
                    Client later = gateway.open(PaymentGateway.OTHER_KEY)) {
                provePaid(hear(changed, paid));
                proveNothing(hear(later, paid));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aLostAnswerIsSettledByItsCallback() {
        return each((market, gateway) -> {
            gateway.onPayment(Fates.drop());
            try (Client client = open(gateway)) {
                UnknownOutcomeException lost = gateway.proveUnknown(client, "the answer is lost");
                hear(client, gateway.callback(market.codes().paid()));

                assertInstanceOf(Succeeded.class, client.find(lost.reference().orElseThrow(), LONG));
            }
        });
    }
}
