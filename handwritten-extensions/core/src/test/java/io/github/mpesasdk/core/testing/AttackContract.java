package io.github.mpesasdk.core.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.DyingServer.Fate;
import io.github.mpesasdk.core.testing.MarketPayment.Answer;
import io.github.mpesasdk.core.testing.MarketPayment.Client;
import io.github.mpesasdk.core.testing.MarketPayment.Posted;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract of every market against anybody who can write into its connections or post to its address: an answer is
 * believed only if it belongs to its request and does not contradict itself, a callback only if it proves its origin
 * and fits, and what settles nothing hides nothing that does. A market extends this class and says how it pays.
 */
public abstract class AttackContract {

    private static final String UNHEARD_OF = "4242";
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(30);

    /** The payments to attack: at least one whose answers repeat an id, and one whose answers do not, if there are. */
    protected abstract List<MarketPayment> payments();

    /** What is tried with one payment. */
    @FunctionalInterface
    private interface Attack {

        void on(MarketPayment market, PaymentGateway gateway) throws Exception;
    }

    private Stream<DynamicTest> each(Attack attack) {
        return payments().stream()
                .map(market -> dynamicTest(market.operation(), () -> {
                    try (PaymentGateway gateway = new PaymentGateway(market)) {
                        attack.on(market, gateway);
                    }
                }));
    }

    private static Client open(PaymentGateway gateway) {
        return gateway.open(PaymentGateway.KEY);
    }

    // What is too much stays in the read buffer of the connection, where nobody sees it.
    @TestFactory
    Stream<DynamicTest> aSecondAnswerNeverReachesAnotherPaymentNorAnotherTenant() {
        return each((market, gateway) -> {
            OkHttpClient shared = new OkHttpClient();
            Fate refusedAndAccepted = (request, connection) -> {
                Answer refusal = market.refusal(request);
                Fates.raw(PaymentGateway.http(refusal.statusLine(), refusal.body())
                                + PaymentGateway.http("200 OK", market.acceptance(request, "GW-of-another")))
                        .befall(request, connection);
            };
            gateway.onPayments(refusedAndAccepted, gateway.refusing());
            int unknown = 0;
            try (Client one = gateway.open(shared, PaymentGateway.KEY);
                    Client other = gateway.open(shared, PaymentGateway.KEY)) {
                for (Client client : List.of(one, one, other, other)) {
                    MpesaException error = assertThrows(
                            MpesaException.class, () -> client.pay(PaymentGateway.ORDER), "none was accepted");
                    unknown += error instanceof UnknownOutcomeException ? 1 : 0;
                }
            }
            assertTrue(unknown <= 1, unknown + " of 4 payments ended unknown");
            // One that met the second answer ended before the gateway has read it.
            Events.until(() -> gateway.payments().size() == 4);
        });
    }

    // Over a kept connection the first one cannot be told from a lost answer.
    @TestFactory
    Stream<DynamicTest> aStrayLineBreakBehindEveryAnswerSpoilsAtMostOnePayment() {
        return each((market, gateway) -> {
            gateway.onPayment((request, connection) -> Fates.raw(
                            PaymentGateway.http("200 OK", market.acceptance(request, PaymentGateway.GATEWAY_ID))
                                    + "\r\n")
                    .befall(request, connection));
            int unknown = 0;
            try (Client client = open(gateway)) {
                for (int payment = 0; payment < 6; payment++) {
                    try {
                        client.pay(PaymentGateway.ORDER);
                    } catch (UnknownOutcomeException lost) {
                        unknown++;
                    }
                }
            }
            assertTrue(unknown <= 1, unknown + " of 6 payments ended unknown");
            Events.until(() -> gateway.payments().size() == 6);
        });
    }

    @TestFactory
    Stream<DynamicTest> anAnswerToAnotherPaymentIsNotBelieved() {
        return each((market, gateway) -> {
            try (Client client = open(gateway)) {
                client.pay(PaymentGateway.ORDER);
                if (market.foreignAcceptance(gateway.last(), PaymentGateway.GATEWAY_ID)
                        .isPresent()) {
                    gateway.onPayment(Fates.answer(
                            "200 OK", request -> market.foreignAcceptance(request, PaymentGateway.GATEWAY_ID)
                                    .orElseThrow()));
                    gateway.proveUnknown(client, "an answer to another payment");
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aCallbackAboutSomethingElseIsNotGenuine() {
        return each((market, gateway) -> {
            try (Client client = open(gateway)) {
                PaymentGateway.Open payment = gateway.start(client);
                Posted truth = gateway.callback(market.codes().paid());
                Map<String, String> lies = market.lies(gateway.last(), PaymentGateway.GATEWAY_ID);
                lies.forEach((text, other) -> {
                    String body = truth.body().replace(text, other);
                    assertNotEquals(truth.body(), body, "the callback does not have " + text);
                    Received<?> received = client.receive(truth.path(), body);
                    assertFalse(received.isGenuine(), other + " instead of " + text);
                    assertFalse(received.outcome().isSettled());
                    assertFalse(payment.outcome().get().isSettled());
                });
                assertTrue(PaymentGateway.hear(client, truth).isGenuine(), "the true one");
                assertInstanceOf(Succeeded.class, payment.outcome().get());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> anAnswerThatAcceptsAndRefusesIsOneSendAndUnknown() {
        return each((market, gateway) -> {
            try (Client client = open(gateway)) {
                proveUnknown(market, gateway, client, market::refusal);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> anAcceptanceThatRejectsTheTokenIsOneSendAndUnknown() {
        return each((market, gateway) -> {
            try (Client client = open(gateway)) {
                client.pay(PaymentGateway.ORDER);
                if (market.tokenRejection(gateway.last()).isPresent()) {
                    proveUnknown(market, gateway, client, request -> market.tokenRejection(request)
                            .orElseThrow());
                }
            }
        });
    }

    private static void proveUnknown(
            MarketPayment market, PaymentGateway gateway, Client client, Function<SeenRequest, Answer> refusal) {
        gateway.onPayment(gateway.accepting());
        client.pay(PaymentGateway.ORDER);
        int kinds = contradictions(market, gateway.last(), refusal).size();
        for (int kind = 0; kind < kinds; kind++) {
            int number = kind;
            for (String statusLine :
                    List.of("200 OK", refusal.apply(gateway.last()).statusLine())) {
                gateway.onPayment(Fates.answer(statusLine, request -> contradictions(market, request, refusal)
                        .get(number)));
                gateway.proveUnknown(client, "contradiction " + number + " under " + statusLine);
            }
        }
    }

    private static List<String> contradictions(
            MarketPayment market, SeenRequest request, Function<SeenRequest, Answer> refusal) {
        return market.contradictions(
                market.acceptance(request, PaymentGateway.GATEWAY_ID),
                refusal.apply(request).body());
    }

    @TestFactory
    Stream<DynamicTest> anAcceptanceThatCanBeReadInTwoWaysIsOneSendAndUnknown() {
        return each((market, gateway) -> {
            try (Client client = open(gateway)) {
                client.pay(PaymentGateway.ORDER);
                int kinds = ambiguities(market, gateway.last()).size();
                for (int kind = 0; kind < kinds; kind++) {
                    int number = kind;
                    gateway.onPayment(Fates.answer(
                            "200 OK", request -> ambiguities(market, request).get(number)));
                    gateway.proveUnknown(client, "ambiguity " + number);
                }
            }
        });
    }

    private static List<String> ambiguities(MarketPayment market, SeenRequest request) {
        return market.ambiguities(market.acceptance(request, PaymentGateway.GATEWAY_ID));
    }

    @TestFactory
    Stream<DynamicTest> aTokenRejectionUnderAnotherStatusIsOneSend() {
        return each((market, gateway) -> {
            try (Client client = open(gateway)) {
                client.pay(PaymentGateway.ORDER);
                if (market.tokenRejection(gateway.last()).isPresent()) {
                    gateway.onPayment(Fates.answer("418 Odd", request -> market.tokenRejection(request)
                            .orElseThrow()
                            .body()));
                    gateway.proveUnknown(client, "a token rejection under a status that it does not have");
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aTokenThatIsAlwaysRejectedCostsTwoSendsAtMost() {
        return each((market, gateway) -> {
            try (Client client = open(gateway)) {
                client.pay(PaymentGateway.ORDER);
                gateway.onPayment(rejectingTokens(market));
                if (market.tokenRejection(gateway.last()).isPresent()) {
                    assertThrows(MpesaException.class, () -> client.pay(PaymentGateway.ORDER));
                    assertTrue(
                            gateway.payments().size() <= 1 + 2,
                            gateway.payments().size() + " sends");
                }
            }
        });
    }

    private static Fate rejectingTokens(MarketPayment market) {
        return (request, connection) -> {
            Answer rejection = market.tokenRejection(request).orElseThrow();
            Fates.answer(rejection.statusLine(), rejection.body()).befall(request, connection);
        };
    }

    /** Whatever the gateway says of the token: the callback proves that it did something. */
    @TestFactory
    Stream<DynamicTest> aPaymentWhoseCallbackOvertookTheRejectionIsOneSend() {
        return each((market, gateway) -> {
            Client[] client = new Client[1];
            Fate paidAndRejected = (request, connection) -> {
                assertTrue(PaymentGateway.hear(
                                client[0],
                                market.callback(
                                        request,
                                        PaymentGateway.GATEWAY_ID,
                                        market.codes().paid()))
                        .isGenuine());
                rejectingTokens(market).befall(request, connection);
            };
            try (Client opened = open(gateway)) {
                client[0] = opened;
                opened.pay(PaymentGateway.ORDER);
                if (market.tokenRejection(gateway.last()).isPresent()) {
                    gateway.onPayment(paidAndRejected);
                    UnknownOutcomeException error = gateway.proveUnknown(opened, "paid, and the token rejected");
                    assertInstanceOf(
                            Succeeded.class, opened.find(error.reference().orElseThrow(), LONG));
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aCallbackThatSettlesNothingHidesNoneThatDoes() {
        return each((market, gateway) -> {
            for (String first : List.of(market.codes().undecided(), UNHEARD_OF)) {
                try (Client client = open(gateway)) {
                    PaymentGateway.Open payment = gateway.start(client);
                    Received<?> received = PaymentGateway.hear(client, gateway.callback(first));
                    assertTrue(received.isGenuine());
                    assertFalse(received.outcome().isSettled(), first + " settles nothing");
                    assertEquals(first, code(received.outcome()), "the code is told");
                    Outcome meanwhile = payment.outcome().get();
                    assertFalse(meanwhile.isSettled());
                    assertEquals(first, code(meanwhile), "and is not lost to what says less");

                    PaymentGateway.hear(client, gateway.callback(market.codes().paid()));
                    Outcome outcome = payment.outcome().get();
                    assertInstanceOf(Succeeded.class, outcome);
                    assertEquals(market.codes().paid(), code(outcome), "the gateway's own code");
                }
            }
        });
    }

    private static String code(Outcome outcome) {
        return outcome.code().map(known -> known.value()).orElse("");
    }

    @TestFactory
    Stream<DynamicTest> anAcceptanceWithABlankIdIsAPaymentThatWasSent() {
        return each((market, gateway) -> {
            gateway.onPayment(Fates.answer("200 OK", request -> market.acceptance(request, " ")));
            try (Client client = open(gateway)) {
                try {
                    Payment<?> payment = client.pay(PaymentGateway.ORDER);
                    Outcome outcome = payment.await(SHORT);
                    assertFalse(outcome.why().contains("nothing was sent"), outcome.why());
                } catch (UnknownOutcomeException unknown) {
                    assertTrue(unknown.reference().isPresent());
                }
                assertEquals(1, gateway.payments().size());
            }
        });
    }
}
