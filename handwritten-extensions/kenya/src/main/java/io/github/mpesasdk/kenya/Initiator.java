package io.github.mpesasdk.kenya;

import io.github.mpesasdk.core.crypto.EncryptionKey;

/**
 * The API operator that pays out, asks and reverses. {@code toString} hides name and password.
 *
 * @param name its user name in the organisation portal
 * @param password its password, in clear; leaves the process only encrypted
 * @param certificate the certificate of the environment
 */
record Initiator(String name, String password, EncryptionKey certificate) {

    /** The password, encrypted anew. */
    String securityCredential() {
        return certificate.encrypt(password);
    }

    @Override
    public String toString() {
        return "Initiator[***, " + certificate + "]";
    }
}
