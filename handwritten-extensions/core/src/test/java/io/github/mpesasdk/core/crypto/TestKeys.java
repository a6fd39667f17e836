package io.github.mpesasdk.core.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys and certificates made for the tests; no operator's is kept here. */
final class TestKeys {

    static final KeyPair RSA = pair("RSA", 2048);
    static final KeyPair EC = pair("EC", 256);
    static final Instant END = Instant.parse("2018-03-21T10:00:00Z");

    private TestKeys() {}

    private static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A certificate that expired years ago, as those of operators are wont to. */
    static byte[] certificate(KeyPair subject) {
        X500Name name = new X500Name("CN=gateway.example,O=Example Operator,C=KE");
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                name,
                new BigInteger("5df069e6", 16),
                Date.from(Instant.parse("2017-04-25T10:00:00Z")),
                Date.from(END),
                name,
                SubjectPublicKeyInfo.getInstance(subject.getPublic().getEncoded()));
        try {
            return builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(RSA.getPrivate()))
                    .getEncoded();
        } catch (IOException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String base64(byte[] der) {
        return Base64.getEncoder().encodeToString(der);
    }

    static String wrapped(byte[] der, String lineEnd) {
        return Base64.getMimeEncoder(64, lineEnd.getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
    }

    static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + wrapped(der, "\n") + "\n-----END " + label + "-----\n";
    }
}
