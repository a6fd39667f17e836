package io.github.mpesasdk.portalsdk;

import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.SeenRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;

/** A portal's account made for the tests, and what its gateway would make of a request. */
final class Portal {

    static final String API_KEY = "k7Qz0testApiKeyOfNobody123456789";
    static final String PATH = "/sandbox/ipg/v2/vodacomTZN/c2bPayment/singleStage/";
    static final String MSISDN = "255744000901";
    static final String CONVERSATION = "c0ffee00c0ffee00c0ffee00c0ffee01";

    private static final KeyPair KEYS = keys();

    static final String PUBLIC_KEY =
            Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());

    private Portal() {}

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A payment or question of that server. */
    static APIContext context(APIMethodType method, DyingServer server) {
        return context(method, server.baseUrl());
    }

    static APIContext context(APIMethodType method, URI gateway) {
        return APIContext.builder()
                .apiKey(API_KEY)
                .publicKey(PUBLIC_KEY)
                .methodType(method)
                .address(gateway.getHost())
                .port(gateway.getPort())
                .path(PATH)
                .timeout(Duration.ofSeconds(30))
                .header("Origin", "shop.example")
                .parameter("input_CustomerMSISDN", MSISDN)
                .parameter("input_ThirdPartyConversationID", CONVERSATION)
                .build();
    }

    /** What must stand in no message. */
    static List<String> sensitiveTexts() {
        return List.of(API_KEY, PUBLIC_KEY, MSISDN, CONVERSATION);
    }

    /** What the bearer of a request says to the holder of the private key. */
    static String decrypted(SeenRequest request) throws GeneralSecurityException {
        return decrypted(request.header("Authorization").orElseThrow().replaceFirst("^Bearer ", ""));
    }

    static String decrypted(String bearer) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.DECRYPT_MODE, KEYS.getPrivate());
        return new String(cipher.doFinal(Base64.getDecoder().decode(bearer)), StandardCharsets.UTF_8);
    }
}
