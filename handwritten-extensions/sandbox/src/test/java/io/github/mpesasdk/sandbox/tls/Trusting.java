package io.github.mpesasdk.sandbox.tls;

import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A program that was told to trust one authority and nobody else. */
final class Trusting {

    private Trusting() {}

    static SSLContext context(String pem) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("sandbox", certificate(pem));
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    static HttpClient client(String pem) throws Exception {
        return builder(pem).build();
    }

    /** One that finds nothing but through a proxy. */
    static HttpClient client(String pem, URI proxy) throws Exception {
        return builder(pem)
                .proxy(ProxySelector.of(new InetSocketAddress(proxy.getHost(), proxy.getPort())))
                .build();
    }

    static X509Certificate certificate(String pem) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Makes sure that the authority may sign a certificate, by its own constraints too. */
    static void path(String pem, X509Certificate certificate) throws Exception {
        X509Certificate root = certificate(pem);
        // Java looks at the constraints of what is in the path, and not at those of the anchor.
        TrustAnchor anchor = new TrustAnchor(root.getSubjectX500Principal(), root.getPublicKey(), null);
        PKIXParameters parameters = new PKIXParameters(Set.of(anchor));
        parameters.setRevocationEnabled(false);
        CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate, root));
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }

    private static HttpClient.Builder builder(String pem) throws Exception {
        return HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).sslContext(context(pem));
    }
}
