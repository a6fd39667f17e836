package io.github.mpesasdk.drc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.SdkLog;
import io.github.mpesasdk.core.testing.Secrecy;
import io.github.mpesasdk.drcapi.model.DrcCurrency;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same as answers to a payment: it went out, and what came back settles nothing. */
class AnswerAttackTest {

    private static final List<String> SECRETS =
            List.of(BodyAttackTest.CANARY, "xxxxxxxx", ProofMessages.SESSION, "password-of-the-test");

    @RegisterExtension
    final SdkLog log = new SdkLog();

    private volatile String answer = "";
    private final DyingServer server = DyingServer.start(Fates.when(
            request -> request.body().contains("EventID>2500<"),
            Fates.answer("200 OK", ProofMessages.loggedIn()),
            Fates.answer("200 OK", request -> answer)));
    private final DrcGateway drc = DrcGateway.builder()
            .at(server.baseUrl())
            .login("user", "password-of-the-test")
            .c2bAccount("8337", "InitTrans_exampleC2B")
            .callbacksAt(URI.create("https://shop.example/mpesa"))
            .retries(RetryPolicy.NONE)
            .build();

    @AfterEach
    void close() {
        drc.close();
        server.close();
        Secrecy.prove(log.text(), SECRETS);
    }

    private String charge() {
        return String.valueOf(drc.c2b()
                .charge(charge -> charge.from("0810 000 001")
                        .currency(DrcCurrency.CDF)
                        .amount(2500)
                        .surname("Shop")
                        .initials("Order 17"))
                .acknowledgement()
                .insightReference());
    }

    // Or else every test below could pass for another reason.
    @BeforeEach
    void aGoodAnswerIsAccepted() {
        answer = ProofMessages.c2bAccepted();

        assertEquals(ProofMessages.INSIGHT, charge());
    }

    static Stream<Arguments> attacks() {
        return Stream.concat(BodyAttackTest.refused(), BodyAttackTest.twoMessagesInOne())
                .filter(attack -> !String.valueOf(attack.get()[2]).contains("ThirdPartyReference"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void leavesThePaymentOpen(String name, String reason, String body) {
        answer = body;

        MpesaException error = assertThrows(UnknownOutcomeException.class, this::charge);

        Secrecy.prove(error, SECRETS);
        assertEquals(4, server.requests().size(), "the good payment and this one once, and a login for each");
    }

    @Test
    void aHugeFaultIsNotRepeated() {
        answer = ProofMessages.fault().replace("Cannot find dispatch method", "x".repeat(900_000));

        MpesaException error = assertThrows(UnknownOutcomeException.class, this::charge);

        assertTrue(String.valueOf(error.getMessage()).length() < 1_000);
        assertTrue(String.valueOf(error.words()).length() < 1_000);
    }

    @Test
    void nothingOutsideIsAskedFor() {
        try (DyingServer outside = DyingServer.start(Fates.answer("200 OK", "<!ENTITY x '0'>"))) {
            for (String body : AttackBodies.ANSWER.pointingTo(outside.baseUrl() + "/x")) {
                answer = body;
                try {
                    charge();
                } catch (UnknownOutcomeException open) {
                    Secrecy.prove(open, SECRETS);
                }
            }
            assertEquals(List.of(), outside.requests());
        }
    }
}
