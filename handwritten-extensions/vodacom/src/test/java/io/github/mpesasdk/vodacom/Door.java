package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.core.crypto.EncryptionKey;
import io.github.mpesasdk.core.crypto.PublicKeys;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.SeenRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.crypto.Cipher;

/** A gateway of the tests that holds the private key, and a client that calls it. */
final class Door implements AutoCloseable {

    static final String API_KEY = "an-api-key-of-the-test-000000001";
    static final String SESSION = "asessionofthetest000000000000001";
    static final String BASE = "/sandbox/ipg/v2/vodacomTZN";
    static final String CUSTOMER = "0744 000 001";
    static final String NOT_AUTHORIZED = "{\"output_error\":\"API or Session key is not authorized\"}";
    static final Duration SOON = Duration.ofSeconds(10);

    private static final KeyPair PAIR = pair();
    static final EncryptionKey KEY = PublicKeys.read(PAIR.getPublic().getEncoded());

    private final DyingServer server;

    private Door(DyingServer server) {
        this.server = server;
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
            pairs.initialize(2048);
            return pairs.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A gateway that opens sessions and answers the rest as told: status and reason, a line break, and a body. */
    static Door open(Function<SeenRequest, String> answer) {
        return opening(request -> answered(sessionAnswer(SESSION)), answer);
    }

    /** The same, with sessions of the test's own. */
    static Door opening(Function<SeenRequest, String> session, Function<SeenRequest, String> answer) {
        return new Door(DyingServer.start((request, connection) -> {
            String[] parts =
                    (isSession(request) ? session : answer).apply(request).split("\n", 2);
            Fates.answer(parts[0], parts[1]).befall(request, connection);
        }));
    }

    static String answered(String body) {
        return "200 OK\n" + body;
    }

    static String sessionAnswer(String id) {
        return "{\"output_ResponseCode\":\"INS-0\",\"output_ResponseDesc\":\"Done\",\"output_SessionID\":\"" + id
                + "\"}";
    }

    static boolean isSession(SeenRequest request) {
        return request.path().endsWith("/getSession/");
    }

    /** What the bearer of a request decrypts to. */
    static String bearer(SeenRequest request) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.DECRYPT_MODE, PAIR.getPrivate());
            String header = request.header("Authorization").orElseThrow().substring("Bearer ".length());
            return new String(cipher.doFinal(Base64.getDecoder().decode(header)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException foreign) {
            throw new IllegalStateException(foreign);
        }
    }

    VodacomOpenApi client() {
        return client(settings -> {});
    }

    VodacomOpenApi client(Consumer<VodacomOpenApiBuilder> more) {
        VodacomOpenApiBuilder settings = settings().serviceProvider("000000");
        more.accept(settings);
        return settings.build();
    }

    VodacomOpenApi clientWithoutShortCode() {
        return settings().build();
    }

    private VodacomOpenApiBuilder settings() {
        return VodacomOpenApi.builder()
                .at(server.baseUrl())
                .market(Market.TANZANIA)
                .apiKey(API_KEY, KEY)
                .askAfter(Duration.ofMillis(50))
                .retries(new RetryPolicy(3, Duration.ofMillis(10), Duration.ofMillis(50)));
    }

    static void tea(ChargeDraft charge) {
        charge.amount(10).from(CUSTOMER).description("Tea");
    }

    List<SeenRequest> sessions() {
        return server.requests().stream().filter(Door::isSession).toList();
    }

    List<SeenRequest> calls() {
        return server.requests().stream().filter(request -> !isSession(request)).toList();
    }

    List<SeenRequest> all() {
        return server.requests();
    }

    @Override
    public void close() {
        server.close();
    }
}
