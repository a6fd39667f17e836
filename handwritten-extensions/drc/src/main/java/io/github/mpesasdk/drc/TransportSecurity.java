package io.github.mpesasdk.drc;

import io.github.mpesasdk.error.InvalidInputException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates are trusted, and which one is shown. There is no way to trust everybody: the gateway's certificate
 * was seen to be signed privately, and for that a trust store is the answer.
 *
 * @param trust the certificates to trust; null for the platform's
 * @param identity the client certificate; null for none
 * @param password the password of its key; not kept
 */
record TransportSecurity(
        @Nullable KeyStore trust, @Nullable KeyStore identity, char[] password) {

    static final TransportSecurity OF_THE_PLATFORM = new TransportSecurity(null, null, new char[0]);

    /** The client, with these certificates. */
    OkHttpClient applyTo(OkHttpClient client) {
        if (trust == null && identity == null) {
            return client;
        }
        try {
            X509TrustManager trustManager = trustManager();
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers(), new TrustManager[] {trustManager}, null);
            return client.newBuilder()
                    .sslSocketFactory(context.getSocketFactory(), trustManager)
                    .build();
        } catch (GeneralSecurityException unusable) {
            // The reason may quote an alias, but never a key or a password.
            throw new InvalidInputException(
                    DrcContext.BUILDER,
                    "trustStore or clientCertificate",
                    "must be a loaded key store, with the password of its key: "
                            + unusable.getClass().getSimpleName());
        }
    }

    private X509TrustManager trustManager() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trust);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("no X.509 trust manager"));
    }

    private KeyManager @Nullable [] keyManagers() throws GeneralSecurityException {
        if (identity == null) {
            return null;
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(identity, password);
        return factory.getKeyManagers();
    }

    @Override
    public String toString() {
        return "TransportSecurity[***]";
    }
}
