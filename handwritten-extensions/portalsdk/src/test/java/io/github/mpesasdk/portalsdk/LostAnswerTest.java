package io.github.mpesasdk.portalsdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.DyingServer.Fate;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.Impatient;
import io.github.mpesasdk.core.testing.Secrecy;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LostAnswerTest {

    private static final Map<String, Fate> LOSSES = Map.of(
            "drop", Fates.drop(),
            "reset", Fates.reset(),
            "half", Fates.truncated("201 Created", "{\"output_ResponseCode\":\"INS-0\"}"),
            "no HTTP", Fates.thenClose(Fates.raw(Portal.MSISDN + " " + Portal.API_KEY + "\r\n\r\n")));

    private static final Map<String, Fate> INVITATIONS = Map.of(
            "503", Fates.answer("503 Service Unavailable", "", "Retry-After: 0"),
            "401", Fates.answer("401 Unauthorized", "", "WWW-Authenticate: Basic realm=\"x\""),
            "408", Fates.answer("408 Request Timeout", "", "Retry-After: 0"),
            "302", Fates.answer("302 Found", "", "Location: " + Portal.PATH),
            "307", Fates.answer("307 Temporary Redirect", "", "Location: " + Portal.PATH));

    static Stream<Arguments> losses() {
        return eachMethodWith(LOSSES);
    }

    static Stream<Arguments> invitations() {
        return eachMethodWith(INVITATIONS);
    }

    private static Stream<Arguments> eachMethodWith(Map<String, Fate> fates) {
        return Arrays.stream(APIMethodType.values())
                .flatMap(method -> fates.keySet().stream().map(name -> Arguments.of(method, name)));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aLostAnswerIsTheEndOfTheCall(APIMethodType method, String loss) {
        try (DyingServer server = DyingServer.start(LOSSES.getOrDefault(loss, Fates.drop()))) {
            APIRequest request = new APIRequest(Portal.context(method, server));
            MpesaException error = assertThrows(MpesaException.class, request::execute);

            proveLoss(method, error, server);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSilentGatewayIsGivenUp(APIMethodType method) {
        AtomicBoolean hasArrived = new AtomicBoolean();
        Fate silence = Fates.noting(hasArrived, Fates.stall());
        Impatient.prove(Duration.ofSeconds(2), timeout -> proveGivenUp(method, silence, timeout), hasArrived::get);
    }

    private static void proveGivenUp(APIMethodType method, Fate silence, Duration timeout) {
        try (DyingServer server = DyingServer.start(silence)) {
            APIContext context = Portal.context(method, server);
            context.setTimeout(timeout);
            MpesaException error = assertThrows(MpesaException.class, () -> new APIRequest(context).execute());

            proveLoss(method, error, server);
        }
    }

    @ParameterizedTest
    @MethodSource("invitations")
    void anAnswerThatInvitesRepetitionIsReturned(APIMethodType method, String status) {
        try (DyingServer server = DyingServer.start(INVITATIONS.getOrDefault(status, Fates.drop()))) {
            APIResponse response = new APIRequest(Portal.context(method, server)).execute();

            assertEquals(status, Integer.toString(response.getStatusCode()));
            assertEquals(1, server.requests().size());
        }
    }

    @Test
    void aRetryAfterIsStillTold() {
        try (DyingServer server = DyingServer.start(INVITATIONS.getOrDefault("503", Fates.drop()))) {
            APIResponse response = new APIRequest(Portal.context(APIMethodType.POST, server)).execute();

            assertTrue(response.getHeaders().containsKey("retry-after"));
        }
    }

    @Test
    void aConnectionThatTheServerGaveUpIsNotUsedAgain() {
        try (DyingServer server = DyingServer.start(Fates.thenClose(Fates.answer("201 Created", "{}")))) {
            APIRequest request = new APIRequest(Portal.context(APIMethodType.POST, server));

            assertEquals(201, request.execute().getStatusCode());
            assertEquals(201, request.execute().getStatusCode());
            assertEquals(2, server.requests().size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutConnectionNothingIsSent(APIMethodType method) {
        URI nobody = DyingServer.nobody();
        APIRequest request = new APIRequest(Portal.context(method, nobody));
        NotConnectedException error = assertThrows(NotConnectedException.class, request::execute);

        Secrecy.prove(error, Portal.sensitiveTexts());
    }

    @Test
    void behindATlsHandshakeThatFailsNothingIsSent() {
        try (DyingServer server = DyingServer.start(Fates.drop())) {
            APIContext context = Portal.context(APIMethodType.POST, server);
            context.setSsl(true);
            context.setTimeout(Duration.ofMillis(300));
            assertThrows(NotConnectedException.class, () -> new APIRequest(context).execute());

            assertFalse(server.requests().toString().contains(Portal.PATH), "the request left in clear");
        }
    }

    @Test
    void mozambiquesOwnReferenceIsGivenToo() {
        try (DyingServer server = DyingServer.start(Fates.drop())) {
            APIContext context = Portal.context(APIMethodType.PUT, server);
            context.setParameters(Map.of("input_ThirdPartyReference", "T7test"));
            UnknownOutcomeException error =
                    assertThrows(UnknownOutcomeException.class, () -> new APIRequest(context).execute());

            assertEquals(
                    Optional.of(new Reference("mozambique", "", "input_ThirdPartyReference", "T7test")),
                    error.reference());
        }
    }

    private static void proveLoss(APIMethodType method, MpesaException error, DyingServer server) {
        if (method == APIMethodType.GET) {
            assertInstanceOf(NoAnswerException.class, error);
        } else {
            UnknownOutcomeException unknown = assertInstanceOf(UnknownOutcomeException.class, error);
            assertEquals(
                    Optional.of(new Reference("vodacom", "", "input_ThirdPartyConversationID", Portal.CONVERSATION)),
                    unknown.reference());
        }
        assertEquals("portalsdk", error.market());
        assertEquals(method + " " + Portal.PATH, error.operation());
        assertEquals(1, server.requests().size(), "requests");
        Secrecy.prove(error, Portal.sensitiveTexts());
        Secrecy.proveForHeaders(error, server.requests());
    }
}
