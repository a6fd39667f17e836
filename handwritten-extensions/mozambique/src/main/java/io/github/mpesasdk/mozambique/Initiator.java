package io.github.mpesasdk.mozambique;

/**
 * Who reverses payments. {@code toString} hides both.
 *
 * @param identifier its name, as Vodacom gave it
 * @param securityCredential its credential, as Vodacom gave it
 */
record Initiator(String identifier, String securityCredential) {

    @Override
    public String toString() {
        return "Initiator[***]";
    }
}
