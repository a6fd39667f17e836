package io.github.mpesasdk.core.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.mpesasdk.NotJournaledException;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Settled;
import io.github.mpesasdk.core.client.ClientBuilder;
import io.github.mpesasdk.core.testing.MarketPayment.Client;
import io.github.mpesasdk.core.testing.MarketPayment.Posted;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract of every market for payments in a journal that processes share: whichever hears of a payment, one
 * listener is told, with the order. A market extends this class and says how it pays.
 */
public abstract class JournalContract {

    /** The payments that are written down. */
    protected abstract List<MarketPayment> payments();

    /** One journal, and what listeners hear. */
    private static final class Books {

        private final SharedJournal journal = new SharedJournal();
        private final BlockingQueue<Settled> settled = new LinkedBlockingQueue<>();

        private void listening(ClientBuilder<?> builder) {
            builder.journal(journal).onSettled(settled::add).withoutReconciler();
        }

        private void silent(ClientBuilder<?> builder) {
            builder.journal(journal).withoutReconciler();
        }

        private Settled next() throws InterruptedException {
            Settled next = settled.poll(30, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no listener was told");
            }
            return next;
        }
    }

    @FunctionalInterface
    private interface Story {

        void of(MarketPayment market, PaymentGateway gateway, Books books) throws Exception;
    }

    private Stream<DynamicTest> each(Story story) {
        return payments().stream()
                .map(market -> dynamicTest(market.operation(), () -> {
                    try (PaymentGateway gateway = new PaymentGateway(market)) {
                        story.of(market, gateway, new Books());
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> whicheverProcessHearsOfItOneListenerIsToldWithTheOrder() {
        return each((market, gateway, books) -> {
            PaymentGateway.Open payment;
            try (Client before = gateway.open(books::silent)) {
                payment = gateway.start(before);
            }
            Posted paid = gateway.callback(market.codes().paid());
            try (Client after = gateway.open(books::listening);
                    Client other = gateway.open(books::listening)) {
                Received<?> first = PaymentGateway.hear(after, paid);
                Received<?> again = PaymentGateway.hear(other, paid);

                assertFalse(first.isRepetition());
                assertTrue(again.isRepetition(), "wherever it was heard before");
                assertEquals(Optional.of(PaymentGateway.ORDER), first.order());
                Settled told = books.next();
                assertTrue(told.isPaid());
                assertEquals(Optional.of(PaymentGateway.ORDER), told.order());
                assertEquals(payment.reference(), told.reference());
                assertFalse(told.isRepetition());
                assertNull(books.settled.poll(300, TimeUnit.MILLISECONDS), "once");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aCallbackThatLiesIsFoundOutByAProcessThatSentNothing() {
        return each((market, gateway, books) -> {
            try (Client before = gateway.open(books::silent);
                    Client other = gateway.open(books::listening)) {
                gateway.start(before);
                Posted paid = gateway.callback(market.codes().paid());
                market.lies(gateway.last(), PaymentGateway.GATEWAY_ID).forEach((truth, lie) -> {
                    Posted lying = new Posted(paid.path(), paid.body().replace(truth, lie));
                    if (!lying.equals(paid)) {
                        assertFalse(PaymentGateway.hear(other, lying).isGenuine(), truth + " is " + lie);
                    }
                });
                assertNull(books.settled.poll(100, TimeUnit.MILLISECONDS));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> whatCannotBeWrittenDownIsNotSent() {
        return each((market, gateway, books) -> {
            try (Client client = gateway.open(books::silent)) {
                books.journal.goAway();
                assertThrows(NotJournaledException.class, () -> client.pay(PaymentGateway.ORDER));
                assertEquals(List.of(), gateway.payments());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aCallbackThatCannotBeWrittenDownIsNotConfirmedAndNotForgotten() {
        return each((market, gateway, books) -> {
            try (Client client =
                    gateway.open(builder -> builder.journal(books.journal).onSettled(books.settled::add))) {
                gateway.start(client);
                Posted paid = gateway.callback(market.codes().paid());
                books.journal.goAway();
                assertThrows(NotJournaledException.class, () -> PaymentGateway.hear(client, paid));
                books.journal.comeBack();

                assertTrue(books.next().isPaid());
                // Nobody was told of it when it was turned away.
                assertFalse(PaymentGateway.hear(client, paid).isRepetition());
                assertTrue(PaymentGateway.hear(client, paid).isRepetition());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> ofManyDeliveriesAtOnceOneIsTheFirst() {
        return each((market, gateway, books) -> {
            try (Client client = gateway.open(books::listening);
                    Client other = gateway.open(books::listening)) {
                for (int payment = 0; payment < 5; payment++) {
                    gateway.start(client);
                    Posted paid = gateway.callback(market.codes().paid());
                    List<Boolean> repetitions =
                            Together.run(thread -> PaymentGateway.hear(thread % 2 == 0 ? client : other, paid)
                                    .isRepetition());
                    assertEquals(
                            1,
                            repetitions.stream().filter(isOne -> !isOne).count(),
                            "a delivery that is the first for nobody is booked by nobody");
                }
            }
        });
    }
}
