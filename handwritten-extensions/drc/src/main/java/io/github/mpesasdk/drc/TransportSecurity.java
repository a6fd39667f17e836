package io.github.mpesasdk.drc;

import io.github.mpesasdk.error.InvalidInputException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates are trusted, and which one is shown; null for what the platform does. There is no way to trust
 * everybody: where the gateway's certificate is signed privately, a trust store is the answer.
 */
record TransportSecurity(
        @Nullable TrustManagerFactory trust, @Nullable KeyManagerFactory identity) {

    static final TransportSecurity OF_THE_PLATFORM = new TransportSecurity(null, null);

    TransportSecurity trusting(KeyStore certificates) {
        try {
            return new TransportSecurity(trustOf(certificates), identity);
        } catch (GeneralSecurityException unusable) {
            throw refused("trustStore", "must be a loaded key store with certificates", unusable);
        }
    }

    TransportSecurity showing(KeyStore keyAndCertificate, char[] password) {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keyAndCertificate, password);
            return new TransportSecurity(trust, factory);
        } catch (GeneralSecurityException unusable) {
            throw refused("clientCertificate", "must be a loaded key store, with the password of its key", unusable);
        }
    }

    // Only the kind of the reason: its words are the provider's, and may quote anything.
    private static InvalidInputException refused(String method, String rule, GeneralSecurityException reason) {
        return new InvalidInputException(
                DrcContext.BUILDER, method, rule + " (" + reason.getClass().getSimpleName() + ")");
    }

    private static TrustManagerFactory trustOf(@Nullable KeyStore certificates) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(certificates);
        return factory;
    }

    /** The client, with these certificates. */
    OkHttpClient applyTo(OkHttpClient client) {
        if (trust == null && identity == null) {
            return client;
        }
        try {
            X509TrustManager trustManager = trustManager(trust != null ? trust : trustOf(null));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity == null ? null : identity.getKeyManagers(), new TrustManager[] {trustManager}, null);
            return client.newBuilder()
                    .sslSocketFactory(context.getSocketFactory(), trustManager)
                    .build();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("this Java platform has no TLS", broken);
        }
    }

    private static X509TrustManager trustManager(TrustManagerFactory factory) throws GeneralSecurityException {
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("no X.509 trust manager"));
    }
}
