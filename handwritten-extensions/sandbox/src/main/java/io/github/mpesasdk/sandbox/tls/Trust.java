package io.github.mpesasdk.sandbox.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates are good enough for the receiver of a callback. */
final class Trust {

    private Trust() {}

    /** What the authority signed for the host, and what this machine trusts. */
    static SSLContext in(Authority authority) {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry("sandbox", authority.root().certificate());
            for (TrustManager manager : managers(null)) {
                if (manager instanceof X509TrustManager machine) {
                    for (X509Certificate issuer : machine.getAcceptedIssuers()) {
                        trusted.setCertificateEntry("machine-" + trusted.size(), issuer);
                    }
                }
            }
            return context(managers(trusted));
        } catch (GeneralSecurityException | IOException e) {
            throw noTls(e);
        }
    }

    /** Anything, for any host. */
    static SSLContext anything() {
        try {
            return context(new Anything());
        } catch (GeneralSecurityException e) {
            throw noTls(e);
        }
    }

    private static TrustManager[] managers(@Nullable KeyStore trusted) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory.getTrustManagers();
    }

    private static SSLContext context(TrustManager... managers) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers, null);
        return context;
    }

    private static IllegalStateException noTls(Exception e) {
        return new IllegalStateException("no TLS on this Java", e);
    }

    /** An extended one, because Java compares host names for others. */
    private static final class Anything extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
