package io.github.mpesasdk.drc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.core.client.Callbacks;
import io.github.mpesasdk.drcapi.api.B2cApi;
import io.github.mpesasdk.drcapi.api.C2bApi;
import io.github.mpesasdk.drcapi.model.DrcCallback;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.Success;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Messages on record, spoilt at random, the same in every run. {@code -Dfuzz.rounds} makes it longer, and
 * {@code -Dfuzz.seed} another.
 */
class MessageFuzzTest {

    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 10_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20_260_314L);

    private static final Set<String> REASONS = Set.of(
            "it has a document type, which no message of the gateway has",
            "it is no well-formed XML",
            "it says one thing twice",
            "it mixes text and elements",
            "it has an item inside an item",
            "its elements are nested more than 32 deep",
            "it refers to an entity of its own",
            "it is XML, but no message of the SOAP gateway",
            "it is several messages in one",
            "it is an answer or a reply, and no callback",
            "it is an answer that does not say what became of the message",
            "its fields are none of a callback's",
            "its fields are none of this API's",
            "it is empty");

    private static final List<String> CALLBACKS = List.of(
            ProofMessages.c2bCallback("0", ""), ProofMessages.c2bCallback("-3", ""), ProofMessages.b2cCallback());
    private static final List<String> ANSWERS = List.of(
            ProofMessages.c2bAccepted(),
            ProofMessages.b2cAccepted(),
            ProofMessages.sessionExpired(),
            ProofMessages.c2bAccepted().replace(">0<", ">Duplicate<"),
            ProofMessages.fault());

    private final AtomicInteger understood = new AtomicInteger();
    private final AtomicInteger successes = new AtomicInteger();

    // On several threads, because callbacks arrive so.
    private void fuzz(List<String> messages, FuzzTarget target) {
        IntStream.range(0, ROUNDS).parallel().forEach(round -> {
            String message = FuzzMutations.spoil(messages.get(round % messages.size()), new Random(SEED + round * 31L));
            try {
                target.hit(message);
            } catch (UnreadableBodyException refused) {
                assertTrue(
                        REASONS.stream()
                                .anyMatch(reason -> Objects.equals(
                                        refused.getMessage(), "This is not a body that drc sends: " + reason + ".")),
                        refused::getMessage);
            } catch (Throwable wrong) {
                throw new AssertionError("round " + round + ": " + message, wrong);
            }
        });
        // Or else the mutations would be too coarse to prove anything.
        assertTrue(understood.get() > ROUNDS / 20, () -> "only " + understood + " were read");
        assertTrue(successes.get() > ROUNDS / 50, () -> "only " + successes + " were a success");
    }

    /** Something that takes messages of strangers. */
    @FunctionalInterface
    private interface FuzzTarget {
        void hit(String message) throws Exception;
    }

    @Test
    void theDecoderReadsOrRefusesAndMakesNothingUp() {
        fuzz(ProofMessages.all(), message -> {
            Decoded decoded = DrcGateway.decode(message);
            understood.incrementAndGet();
            boolean isWell = decoded.outcome() == Decoded.State.PENDING
                    || (decoded.outcome() == Decoded.State.SUCCEEDED
                            && decoded.kind().endsWith("Callback"));
            if (isWell) {
                successes.incrementAndGet();
                assertTrue(FuzzJudge.saysAccepted(message) || FuzzJudge.saysPaid(message), "made up");
            }
        });
    }

    @Test
    void whatIsPostedIsReadOrRefused() {
        String address = TestGateway.freshAddress("c2bPayment");
        try (DrcGateway drc =
                TestGateway.settings().at(URI.create("http://127.0.0.1:1")).build()) {
            Callbacks<DrcCallback> callbacks = drc.callbacks();
            fuzz(CALLBACKS, message -> {
                Received<DrcCallback> received = callbacks.receive(address, message);
                understood.incrementAndGet();
                if (received.outcome() instanceof Succeeded) {
                    successes.incrementAndGet();
                    assertTrue(FuzzJudge.saysPaid(message), "made up");
                }
            });
        }
    }

    // What the money rules go by: no error, and the success rule of the spec.
    @Test
    void noAnswerToAPaymentBecomesAnAcceptance() {
        fuzz(ANSWERS, message -> {
            for (Operation<?, ?> payment : List.of(C2bApi.C2B_PAYMENT, B2cApi.B2C_PAYMENT)) {
                Optional<JsonObject> answer = new SoapBodies().read(payment, message);
                boolean isAccepted = answer.isPresent()
                        && new DrcDialect().error(answer.get()).isEmpty()
                        && payment.success().judge(answer.get()) == Success.Verdict.ACCEPTED;
                answer.ifPresent(read -> understood.incrementAndGet());
                if (isAccepted) {
                    successes.incrementAndGet();
                    assertTrue(FuzzJudge.saysAccepted(message), "made up");
                }
            }
        });
    }

    @Test
    void theSecondOpinionIsOne() throws Exception {
        assertTrue(FuzzJudge.saysAccepted(ProofMessages.c2bAccepted()));
        assertTrue(FuzzJudge.saysAccepted(ProofMessages.b2cAccepted()));
        assertTrue(FuzzJudge.saysPaid(ProofMessages.b2cCallback()));
        assertEquals(
                List.of(false, false, false),
                List.of(
                        FuzzJudge.saysAccepted(ProofMessages.sessionExpired()),
                        FuzzJudge.saysAccepted(ProofMessages.c2bAccepted().replace(">0<", ">1<")),
                        FuzzJudge.saysPaid(ProofMessages.c2bCallback("-3", ""))));
        assertThrows(UnreadableBodyException.class, () -> DrcGateway.decode("<x/>"));
    }
}
