package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.core.crypto.EncryptionKey;
import io.github.mpesasdk.core.crypto.PublicKeys;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.vodacomapi.api.C2bCalls.C2bPaymentDraft;
import io.github.mpesasdk.vodacomapi.api.C2bCalls.C2bPaymentSteps.NeedsAmount;
import io.github.mpesasdk.vodacomapi.api.C2bCalls.C2bPaymentSteps.NeedsDescription;
import io.github.mpesasdk.vodacomapi.api.C2bCalls.C2bPaymentSteps.NeedsFrom;
import io.github.mpesasdk.vodacomapi.model.Market;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;

/** A gateway of the tests that holds the private key, and a client that calls it. */
final class Gateway implements AutoCloseable {

    static final String API_KEY = "an-api-key-of-the-test-000000001";
    static final String SESSION = "asessionofthetest000000000000001";
    static final String BASE = "/sandbox/ipg/v2/vodacomTZN";
    static final String CUSTOMER = "0744 000 001";
    static final String NOT_AUTHORIZED = "{\"output_error\":\"API or Session key is not authorized\"}";
    static final Duration SOON = Duration.ofSeconds(30);

    private static final Pattern ID = Pattern.compile("input_ThirdPartyConversationID(?:=|\":\")([^&\" ]+)");
    private static final KeyPair PAIR = pair();
    static final byte[] PUBLIC_KEY = PAIR.getPublic().getEncoded();
    static final EncryptionKey KEY = PublicKeys.read(PUBLIC_KEY);
    /** By what is encrypted: a client sends the same until it has a new session. */
    private static final Map<String, String> DECRYPTED = new ConcurrentHashMap<>();

    private final DyingServer server;

    private Gateway(DyingServer server) {
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

    /**
     * A gateway that opens sessions and answers the rest as told: status and reason, a line break, and a body. Without
     * a status no answer comes.
     */
    static Gateway open(Function<SeenRequest, String> answer) {
        return opening(request -> answered(sessionAnswer(SESSION)), answer);
    }

    /** The same, with sessions of the test's own. Every answer that has a code repeats the id of its request. */
    static Gateway opening(Function<SeenRequest, String> session, Function<SeenRequest, String> answer) {
        return new Gateway(DyingServer.start((request, connection) -> {
            String[] parts =
                    (isSession(request) ? session : answer).apply(request).split("\n", 2);
            if (parts[0].isEmpty()) {
                Fates.drop().befall(request, connection);
                return;
            }
            Fates.answer(parts[0], repeating(request, parts[1])).befall(request, connection);
        }));
    }

    private static String repeating(SeenRequest request, String body) {
        String named = "\"output_ThirdPartyConversationID\"";
        return body.contains("output_ResponseCode") && !body.contains(named) && !isSession(request)
                ? body.replaceFirst("^\\{", "{" + named + ":\"" + id(request) + "\",")
                : body;
    }

    /** The id that a request carries, in its body or its address. */
    static String id(SeenRequest request) {
        Matcher matcher = ID.matcher(request.head() + "\n" + request.body());
        return matcher.find() ? matcher.group(1) : "";
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

    /** Whether a request asks what became of a transaction. */
    static boolean isQuestion(SeenRequest request) {
        return request.path().endsWith("/queryTransactionStatus/");
    }

    /** What the bearer of a request decrypts to. */
    static String bearer(SeenRequest request) {
        String header = request.header("Authorization").orElseThrow();
        return DECRYPTED.computeIfAbsent(header.substring("Bearer ".length()), Gateway::decrypted);
    }

    private static String decrypted(String bearer) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.DECRYPT_MODE, PAIR.getPrivate());
            return new String(cipher.doFinal(Base64.getDecoder().decode(bearer)), StandardCharsets.UTF_8);
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
        return clientWithoutShortCode(Duration.ZERO);
    }

    VodacomOpenApi clientWithoutShortCode(Duration activationPatience) {
        return settings().activationPatience(activationPatience).build();
    }

    private VodacomOpenApiBuilder settings() {
        return VodacomOpenApi.builder()
                .at(server.baseUrl())
                .market(Market.TANZANIA)
                .apiKey(API_KEY, KEY)
                .activationPatience(Duration.ZERO)
                .pollAfter(Duration.ofMillis(50))
                .retries(new RetryPolicy(3, Duration.ofMillis(10), Duration.ofMillis(50)));
    }

    static C2bPaymentDraft tea(NeedsAmount<NeedsFrom<NeedsDescription<C2bPaymentDraft>>> charge) {
        return charge.amount(10).from(CUSTOMER).description("Tea");
    }

    List<SeenRequest> sessions() {
        return server.requests().stream().filter(Gateway::isSession).toList();
    }

    List<SeenRequest> calls() {
        return server.requests().stream().filter(request -> !isSession(request)).toList();
    }

    /** What changed something, or tried to. */
    List<SeenRequest> payments() {
        return calls().stream()
                .filter(request -> !request.method().equals("GET"))
                .toList();
    }

    List<SeenRequest> all() {
        return server.requests();
    }

    @Override
    public void close() {
        server.close();
    }
}
