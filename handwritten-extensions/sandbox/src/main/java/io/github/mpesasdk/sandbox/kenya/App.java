package io.github.mpesasdk.sandbox.kenya;

/**
 * An app of the developer portal: the consumer key and secret that a token is asked with.
 *
 * @param consumerKey the key, which also names the app in the journal
 * @param consumerSecret the secret
 */
public record App(String consumerKey, String consumerSecret) {

    @Override
    public String toString() {
        return "App[***]";
    }
}
