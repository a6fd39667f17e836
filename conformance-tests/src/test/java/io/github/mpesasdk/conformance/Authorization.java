package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.cli.conformance.SoapMessage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Tells whether a request proves who sends it, in the way that the spec names. */
final class Authorization {

    private static final String BEARER = "Bearer ";

    private final MarketCases market;
    private final TestKeys keys;

    Authorization(MarketCases market, TestKeys keys) {
        this.market = market;
        this.keys = keys;
    }

    /**
     * Checks the header.
     *
     * @param number which request of the case this is, from one
     */
    void check(ConformanceCase played, WireRequest sent, int number) {
        String header = sent.headers().getOrDefault("authorization", "");
        Setup setup = market.setup();
        String scheme = market.spec().operation(played.subject()).security();
        switch (scheme) {
            case "consumer" -> assertEquals(basic(setup.value("consumerKey"), setup.value("consumerSecret")), header);
            case "accessToken" -> assertEquals(BEARER + token(played, number), header);
            case "encryptedApiKey" -> assertEncrypted(setup.value("apiKey"), header);
            case "encryptedSession" -> assertEncrypted(token(played, number), header);
            // The session stands in the envelope.
            case "session" -> {
                assertEquals("", header);
                assertEquals(
                        Optional.of(token(played, number)),
                        SoapMessage.read(sent.body()).token());
            }
            case "" -> assertEquals("", header);
            default -> throw new IllegalStateException("the cases do not know the security scheme " + scheme);
        }
    }

    private static String basic(String name, String password) {
        byte[] credential = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credential);
    }

    /** The newest token after a rejection, as many as the case allows, and the first one otherwise. */
    private String token(ConformanceCase played, int number) {
        JsonObject expect = played.expect();
        int most = expect.has("tokens") ? expect.get("tokens").getAsInt() : 1;
        return market.setup().token(Math.min(number, most));
    }

    private void assertEncrypted(String secret, String header) {
        assertTrue(header.startsWith(BEARER), "no Bearer");
        assertTrue(keys.hides(secret, header.substring(BEARER.length())), "the Bearer is no encryption of the secret");
    }
}
