package io.github.mpesasdk.core.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate that signs itself, as that of the gateway seems to, and its key; for one host. */
public final class TestCertificate {

    /** Of the key stores. */
    public static final char[] PASSWORD = "key-store-of-the-test".toCharArray();

    private final KeyPair pair;
    private final Certificate certificate;

    private TestCertificate(KeyPair pair, Certificate certificate) {
        this.pair = pair;
        this.certificate = certificate;
    }

    /** One for a host. */
    public static TestCertificate of(GeneralName host) throws GeneralSecurityException {
        // The gateway's is of RSA, which makes no difference to its clients and takes much longer to make.
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
        pairs.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = pairs.generateKeyPair();
        X500Name name = new X500Name("CN=gateway of the test");
        Instant now = Instant.now();
        try {
            byte[] encoded = new X509v3CertificateBuilder(
                            name,
                            BigInteger.ONE,
                            Date.from(now.minus(1, ChronoUnit.DAYS)),
                            Date.from(now.plus(1, ChronoUnit.DAYS)),
                            name,
                            SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()))
                    .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(host))
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                    .getEncoded();
            return new TestCertificate(
                    pair,
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded)));
        } catch (IOException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A store with nothing in it. */
    public static KeyStore empty() throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, null);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return store;
    }

    /** A store in which it is trusted. */
    public KeyStore trusted() throws GeneralSecurityException {
        KeyStore store = empty();
        store.setCertificateEntry("gateway", certificate);
        return store;
    }

    /** The settings of a client that trusts it, and nothing else. */
    public OkHttpClient.Builder client() throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted());
        TrustManager[] managers = trust.getTrustManagers();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers, null);
        return new OkHttpClient.Builder().sslSocketFactory(context.getSocketFactory(), (X509TrustManager) managers[0]);
    }

    /** A store with its key. */
    public KeyStore withKey() throws GeneralSecurityException {
        KeyStore store = empty();
        store.setKeyEntry("key", pair.getPrivate(), PASSWORD, new Certificate[] {certificate});
        return store;
    }

    /** Server sockets that show it, and, if a client is named, demand the certificate of that client. */
    public SSLServerSocketFactory serverSockets(TestCertificate... clients) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(withKey(), PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(clients.length == 0 ? trusted() : clients[0].trusted());
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return new ClientAuthSockets(context.getServerSocketFactory(), clients.length > 0);
    }
}
