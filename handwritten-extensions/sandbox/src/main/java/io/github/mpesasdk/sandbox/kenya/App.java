package io.github.mpesasdk.sandbox.kenya;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * An app of the developer portal: the consumer key and secret that a token is asked with.
 *
 * @param consumerKey the key, which also names the app in the journal
 * @param consumerSecret the secret
 */
public record App(String consumerKey, String consumerSecret) {

    /** The app that Basic credentials claim to be; one without a name if they cannot be read. */
    static App claimed(String credentials) {
        String[] pair = decoded(credentials).split(":", 2);
        return new App(pair[0], pair.length > 1 ? pair[1] : "");
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "App[***]";
    }
}
