package io.github.mpesasdk.kenya;

import io.github.mpesasdk.core.crypto.EncryptedSecret;
import io.github.mpesasdk.core.crypto.EncryptionKey;

/**
 * The API user that pays out, asks and reverses, as the merchant knows it. {@code toString} hides name and password.
 *
 * @param name its user name in the organisation portal
 * @param password its password, in clear; leaves the process only encrypted
 * @param certificate the certificate of the environment
 */
record Initiator(String name, String password, EncryptionKey certificate) {

    /** The same, as requests name it. */
    EncryptedInitiator encrypted() {
        return new EncryptedInitiator(name, EncryptedSecret.of(certificate, password, "initiator password"));
    }

    @Override
    public String toString() {
        return "Initiator[***, " + certificate + "]";
    }
}
