package io.github.mpesasdk.kenya;

import io.github.mpesasdk.core.crypto.EncryptedSecret;

/**
 * The initiator, as requests name it. {@code toString} hides it.
 *
 * @param name its user name in the organisation portal
 * @param securityCredential its password, encrypted for the gateway
 */
record EncryptedInitiator(String name, EncryptedSecret securityCredential) {

    @Override
    public String toString() {
        return "EncryptedInitiator[***]";
    }
}
