package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.core.crypto.EncryptionKey;
import io.github.mpesasdk.core.crypto.PublicKeys;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.SeenRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;

/** A gateway that answers as told, and a client of it. */
final class TestGateway implements AutoCloseable {

    static final String API_KEY = "api-key-of-the-test-0123456789ab";
    static final String CREDENTIAL = "security-credential-of-the-test";
    static final String INITIATOR = "initiator-of-the-test";
    static final String CUSTOMER = "84 912 3456";
    static final String CUSTOMER_DIGITS = "258849123456";
    static final String ID = "input_ThirdPartyReference";
    static final Duration SOON = Duration.ofSeconds(30);
    private static final KeyPair PAIR = pair();
    static final EncryptionKey KEY = PublicKeys.read(PAIR.getPublic().getEncoded());
    /** By what is encrypted: a client sends the same all its life. */
    private static final Map<String, String> DECRYPTED = new ConcurrentHashMap<>();

    private final DyingServer server;
    private final Mozambique client;

    private TestGateway(DyingServer server, Mozambique client) {
        this.server = server;
        this.client = client;
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

    static byte[] publicKey() {
        return PAIR.getPublic().getEncoded();
    }

    /** What a bearer decrypts to. */
    static String decrypted(String bearer) {
        return DECRYPTED.computeIfAbsent(bearer, TestGateway::decrypt);
    }

    private static String decrypt(String bearer) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.DECRYPT_MODE, PAIR.getPrivate());
            return new String(cipher.doFinal(Base64.getDecoder().decode(bearer)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException wrong) {
            throw new AssertionError(wrong);
        }
    }

    /** Answers every request with this. */
    static TestGateway answering(String status, String body) {
        return answering(status, request -> body, settings -> settings);
    }

    /** Answers every request with this and its own id. */
    static TestGateway repeating(String body) {
        return answering("201 Created", repeatingId(body), settings -> settings);
    }

    /** Answers by request. */
    static TestGateway answering(Function<SeenRequest, String> body) {
        return answering("200 OK", body, settings -> settings);
    }

    static TestGateway answering(
            String status, Function<SeenRequest, String> body, UnaryOperator<MozambiqueBuilder> settings) {
        DyingServer server = DyingServer.start(Fates.answer(status, body));
        return new TestGateway(
                server, settings.apply(settings().at(base(server.baseUrl()))).build());
    }

    static MozambiqueBuilder settings() {
        return Mozambique.builder()
                .apiKey(API_KEY, KEY)
                .serviceProvider("171717")
                .initiator(INITIATOR, CREDENTIAL)
                .retries(RetryPolicy.NONE)
                .pollAfter(Duration.ofMillis(20));
    }

    static URI base(URI host) {
        return URI.create(host + "/ipg/v1x");
    }

    /** The address for further clients. */
    URI baseUrl() {
        return base(server.baseUrl());
    }

    Mozambique client() {
        return client;
    }

    List<SeenRequest> requests() {
        return server.requests();
    }

    /** The same body with the id of its request, as every answer of the real gateway has it. */
    static Function<SeenRequest, String> repeatingId(String body) {
        return request -> body.replaceFirst("\\}$", ",\"output_ThirdPartyReference\":\"" + field(request, ID) + "\"}");
    }

    /** A field of a JSON body or of a query. */
    static String field(SeenRequest request, String name) {
        String text = request.body().isEmpty() ? request.head() : request.body();
        Matcher matcher = Pattern.compile(name + "(?:\":\"|=)([^\"& ]*)").matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
