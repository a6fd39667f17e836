package io.github.mpesasdk.core.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.DyingServer.Fate;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The contract of every market: a payment is sent at most once, a lost answer is an unknown outcome with a reference to
 * ask with, and no error tells a secret. Proven over real sockets, for each payment operation and each mishap.
 *
 * <p>A market extends this class, says how its gateway answers, and names its payment operations:
 *
 * <pre>{@code
 * class KenyaOneSendTest extends OneSendContract {
 *
 *     protected Optional<String> tokenAnswer(SeenRequest request) {
 *         return request.path().equals("/oauth/v1/generate")
 *                 ? Optional.of("{\"access_token\":\"Vhj3kQ\",\"expires_in\":\"3599\"}")
 *                 : Optional.empty();
 *     }
 *
 *     protected List<String> sensitiveTexts() {
 *         return List.of("Vhj3kQ", CONSUMER_SECRET, PASSKEY, "254708374149");
 *     }
 *
 *     protected List<MoneyOperation> operations() {
 *         return List.of(new MoneyOperation(
 *                 "stkPush", "/mpesa/stkpush/v1/processrequest", "{\"ResponseCode\":\"0\", ...}", setup -> {
 *                     try (Daraja daraja = Daraja.builder()
 *                             .at(setup.baseUrl())
 *                             .httpClient(setup.httpClient())
 *                             .timeout(setup.timeout())
 *                             ...
 *                             .build()) {
 *                         daraja.stk().push(push -> push.amount(1)...);
 *                     }
 *                 }));
 *     }
 * }
 * }</pre>
 *
 * <p>Each test opens a server and calls the operation once. Requests that {@link #tokenAnswer} answers are not counted;
 * every other one is, so an operation must not ask anything else by itself.
 */
public abstract class OneSendContract {

    /** Ample for a call that is answered. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Enough for what precedes the send as a rule, and short enough to wait for in a test. */
    private static final Duration IMPATIENCE = Duration.ofSeconds(3);

    /**
     * Where and how a client of the market shall be opened.
     *
     * @param baseUrl the gateway
     * @param httpClient the caller's client, to be given to the market's builder
     * @param timeout the longest that one HTTP call may take
     */
    public record Setup(URI baseUrl, OkHttpClient httpClient, Duration timeout) {}

    /** Opens a client of the market as set up, sends one payment, and closes the client. */
    @FunctionalInterface
    public interface Payment {

        /** Sends; whatever it throws is judged. */
        void send(Setup setup) throws Exception;
    }

    /**
     * One operation that moves money.
     *
     * @param id the operation id of the spec; names the tests
     * @param path where its request must arrive
     * @param acceptance a body with which the gateway accepts it
     * @param isNamed whether its request carries something to ask with; where the spec names nothing, no error can
     * @param payment sends it once
     */
    public record MoneyOperation(String id, String path, String acceptance, boolean isNamed, Payment payment) {

        /** An operation whose request names the payment, as they should. */
        public MoneyOperation(String id, String path, String acceptance, Payment payment) {
            this(id, path, acceptance, true, payment);
        }
    }

    /** Every operation of the market that moves money. */
    protected abstract List<MoneyOperation> operations();

    /** The body with which the gateway hands out a token or session; empty for any other request. */
    protected abstract Optional<String> tokenAnswer(SeenRequest request);

    /** What no error may tell: secrets, the token, phone numbers. What travels in headers is added by itself. */
    protected abstract List<String> sensitiveTexts();

    @TestFactory
    Stream<DynamicNode> anUnclearAnswerIsAnUnknownOutcomeAndOneSend() {
        return each(operation -> Mishaps.of(operation).entrySet().stream()
                .map(mishap -> dynamicTest(
                        mishap.getKey(),
                        () -> proveUnknown(operation, mishap.getValue(), StubbornClients.PLAIN, PATIENCE))));
    }

    // These only wait, each for a time-out of its own: together they take no longer than one.
    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> aSilentGatewayIsAnUnknownOutcomeAndOneSend() {
        return operations().stream()
                .map(operation -> dynamicTest(operation.id(), () -> {
                    // First a good one, so that the short time is spent on waiting and not on loading classes.
                    proveAccepted(operation, accepting(operation), StubbornClients.PLAIN);
                    proveUnknownAfterSilence(operation);
                }));
    }

    @TestFactory
    Stream<DynamicNode> aStubbornClientOfTheCallersCannotSendTwice() {
        return each(operation -> StubbornClients.all().entrySet().stream()
                .flatMap(client -> Mishaps.thatInviteRepetition().entrySet().stream()
                        .map(mishap -> dynamicTest(
                                client.getKey() + ", " + mishap.getKey(),
                                () -> proveUnknown(operation, mishap.getValue(), client.getValue(), PATIENCE)))));
    }

    @TestFactory
    Stream<DynamicTest> anAcceptedPaymentIsOneSend() {
        return operations().stream()
                .map(operation -> dynamicTest(
                        operation.id(), () -> proveAccepted(operation, accepting(operation), StubbornClients.PLAIN)));
    }

    @TestFactory
    Stream<DynamicTest> aKeptConnectionThatTheServerClosedIsNoUnknownOutcome() {
        return operations().stream()
                .map(operation -> dynamicTest(operation.id(), () -> {
                    CountDownLatch closed = new CountDownLatch(1);
                    Fate lastAnswer = (request, connection) -> {
                        Fates.thenClose(Fates.answer("200 OK", this::token)).befall(request, connection);
                        closed.countDown();
                    };
                    // The client must not be faster than the news of the closing.
                    OkHttpClient patient = StubbornClients.PLAIN
                            .newBuilder()
                            .addInterceptor(chain -> {
                                Response answer = chain.proceed(chain.request());
                                Events.await(closed);
                                return answer;
                            })
                            .build();
                    Fate accept = Fates.answer("200 OK", operation.acceptance());
                    proveAccepted(operation, withTokens(lastAnswer, accept), patient);
                }));
    }

    /** Only the token is tried here, whatever the operation, so the first one speaks for all. */
    @Test
    void whereNobodyListensNothingIsSent() {
        Setup setup = new Setup(DyingServer.nobody(), StubbornClients.PLAIN, PATIENCE);
        MoneyOperation first = operations().get(0);

        NotConnectedException error =
                assertThrows(NotConnectedException.class, () -> first.payment().send(setup));
        Secrecy.prove(error, sensitiveTexts());
    }

    @TestFactory
    Stream<DynamicTest> aGatewayThatVanishesBehindItsTokenIsSentNothing() {
        return operations().stream()
                .map(operation -> dynamicTest(operation.id(), () -> {
                    DyingServer[] server = new DyingServer[1];
                    Fate lastToken = (request, connection) -> {
                        server[0].refuseConnections();
                        Fates.thenClose(Fates.answer("200 OK", this::token, "Connection: close"))
                                .befall(request, connection);
                    };
                    try (DyingServer vanishing = DyingServer.start(lastToken)) {
                        server[0] = vanishing;
                        Setup setup = new Setup(vanishing.baseUrl(), StubbornClients.PLAIN, PATIENCE);
                        NotConnectedException error = assertThrows(
                                NotConnectedException.class,
                                () -> operation.payment().send(setup));
                        assertEquals(List.of(), payments(vanishing));
                        Secrecy.prove(error, sensitiveTexts());
                        Secrecy.proveForHeaders(error, vanishing.requests());
                    }
                }));
    }

    private Stream<DynamicNode> each(Function<MoneyOperation, Stream<DynamicTest>> tests) {
        return operations().stream().map(operation -> dynamicContainer(operation.id(), tests.apply(operation)));
    }

    private void proveUnknown(MoneyOperation operation, Fate mishap, OkHttpClient client, Duration timeout) {
        Fate fate = withTokens(Fates.answer("200 OK", this::token), mishap);
        UnknownOutcomeException error;
        DyingServer server = DyingServer.start(fate);
        try (server) {
            Setup setup = new Setup(server.baseUrl(), client, timeout);
            error = assertThrows(
                    UnknownOutcomeException.class, () -> operation.payment().send(setup));
        }
        SeenRequest only = onlyPayment(server, operation);
        assertEquals(operation.isNamed(), error.reference().isPresent(), "something to ask with");
        error.reference().ifPresent(reference -> proveReference(reference, only, error));
        Secrecy.prove(error, sensitiveTexts());
        Secrecy.proveForHeaders(error, server.requests());
    }

    private void proveUnknownAfterSilence(MoneyOperation operation) {
        AtomicBoolean hasArrived = new AtomicBoolean();
        Fate silence = Fates.noting(hasArrived, Fates.stall());
        Impatient.prove(
                IMPATIENCE,
                timeout -> proveUnknown(operation, silence, StubbornClients.PLAIN, timeout),
                hasArrived::get);
    }

    private static void proveReference(Reference reference, SeenRequest only, UnknownOutcomeException error) {
        assertFalse(reference.value().isBlank());
        assertTrue(only.body().contains(reference.value()), "the reference is not what was sent");
        Secrecy.prove(error, List.of(reference.value()));
    }

    private void proveAccepted(MoneyOperation operation, Fate fate, OkHttpClient client) throws Exception {
        DyingServer server = DyingServer.start(fate);
        try (server) {
            operation.payment().send(new Setup(server.baseUrl(), client, PATIENCE));
        }
        onlyPayment(server, operation);
    }

    private SeenRequest onlyPayment(DyingServer server, MoneyOperation operation) {
        List<SeenRequest> payments = payments(server);
        assertEquals(1, payments.size(), "requests for " + operation.id());
        assertEquals(operation.path(), payments.get(0).path());
        return payments.get(0);
    }

    private List<SeenRequest> payments(DyingServer server) {
        return server.requests().stream()
                .filter(request -> tokenAnswer(request).isEmpty())
                .toList();
    }

    private Fate accepting(MoneyOperation operation) {
        return withTokens(Fates.answer("200 OK", this::token), Fates.answer("200 OK", operation.acceptance()));
    }

    private Fate withTokens(Fate tokens, Fate payments) {
        return Fates.when(request -> tokenAnswer(request).isPresent(), tokens, payments);
    }

    private String token(SeenRequest request) {
        return tokenAnswer(request).orElseThrow();
    }
}
