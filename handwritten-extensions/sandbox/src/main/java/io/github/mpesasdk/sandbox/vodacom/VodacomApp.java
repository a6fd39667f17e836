package io.github.mpesasdk.sandbox.vodacom;

/**
 * An application of the developer portal.
 *
 * @param name names it in the journal
 * @param apiKey what a session is asked with, 32 letters and digits
 */
public record VodacomApp(String name, String apiKey) {

    @Override
    public String toString() {
        return "VodacomApp[" + name + "]";
    }
}
