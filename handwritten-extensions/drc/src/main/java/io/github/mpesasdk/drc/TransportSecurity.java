package io.github.mpesasdk.drc;

import io.github.mpesasdk.InvalidInputException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.util.Arrays;
import java.util.Collections;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates are trusted, and which one is shown; null for what the HTTP client does. There is no way to trust
 * everybody: where the gateway's certificate is signed privately, a trust store is the answer.
 */
record TransportSecurity(
        @Nullable X509TrustManager trust, @Nullable KeyManagerFactory identity) {

    static final TransportSecurity OF_THE_PLATFORM = new TransportSecurity(null, null);

    TransportSecurity trusting(KeyStore certificates) {
        try {
            X509TrustManager manager = trustOf(certificates);
            if (manager.getAcceptedIssuers().length == 0) {
                throw new KeyStoreException("it trusts nobody");
            }
            return new TransportSecurity(manager, identity);
        } catch (GeneralSecurityException unusable) {
            throw refused("trustStore", "must be a loaded key store with certificates", unusable);
        }
    }

    TransportSecurity showing(KeyStore keyAndCertificate, char[] password) {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keyAndCertificate, password);
            if (!hasKey(keyAndCertificate)) {
                throw new KeyStoreException("it has nothing to show");
            }
            return new TransportSecurity(trust, factory);
        } catch (GeneralSecurityException unusable) {
            throw refused(
                    "clientCertificate", "must be a loaded key store with a key, and the password of that", unusable);
        }
    }

    private static boolean hasKey(KeyStore store) throws KeyStoreException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return true;
            }
        }
        return false;
    }

    // Only the kind of the reason: its words are the provider's, and may quote anything.
    private static InvalidInputException refused(String method, String rule, GeneralSecurityException reason) {
        return new InvalidInputException(
                DrcGatewayBuilder.BUILDER,
                method,
                rule + " (" + reason.getClass().getSimpleName() + ")");
    }

    private static X509TrustManager trustOf(@Nullable KeyStore certificates) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(certificates);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("no X.509 trust manager"));
    }

    /** The client, with these certificates. */
    OkHttpClient applyTo(OkHttpClient client) {
        if (trust == null && identity == null) {
            return client;
        }
        try {
            X509TrustManager trusting = trust != null ? trust : trustOf(client);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity == null ? null : identity.getKeyManagers(), new TrustManager[] {trusting}, null);
            return client.newBuilder()
                    .sslSocketFactory(context.getSocketFactory(), trusting)
                    .build();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("this Java platform has no TLS", broken);
        }
    }

    // To show a certificate is no reason to trust others than before.
    private static X509TrustManager trustOf(OkHttpClient client) throws GeneralSecurityException {
        X509TrustManager own = client.x509TrustManager();
        return own != null ? own : trustOf((KeyStore) null);
    }
}
