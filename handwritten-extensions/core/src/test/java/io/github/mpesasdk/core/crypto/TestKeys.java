package io.github.mpesasdk.core.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
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

    static BigInteger modulus(KeyPair pair) {
        return ((RSAPublicKey) pair.getPublic()).getModulus();
    }

    static byte[] pkcs1(KeyPair pair) {
        return pkcs1(modulus(pair), BigInteger.valueOf(65537));
    }

    static byte[] pkcs1(BigInteger modulus, BigInteger exponent) {
        return der(new DERSequence(new ASN1Encodable[] {new ASN1Integer(modulus), new ASN1Integer(exponent)}));
    }

    static byte[] pkcs1Private(KeyPair pair) {
        try {
            return der(PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded())
                    .parsePrivateKey()
                    .toASN1Primitive());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] twice(byte[] der) {
        byte[] both = Arrays.copyOf(der, 2 * der.length);
        System.arraycopy(der, 0, both, der.length, der.length);
        return both;
    }

    /** The outside of a PKCS#7 bundle. */
    static byte[] bundle(byte[] certificate) {
        return der(new DERSequence(new ASN1Encodable[] {
            PKCSObjectIdentifiers.signedData, new DERTaggedObject(0, new DEROctetString(certificate))
        }));
    }

    /** The outside of a PKCS#12 key store. */
    static byte[] store() {
        return der(new DERSequence(new ASN1Encodable[] {
            new ASN1Integer(3), new DERSequence(new ASN1Encodable[] {PKCSObjectIdentifiers.data})
        }));
    }

    private static byte[] der(ASN1Primitive structure) {
        try {
            return structure.getEncoded();
        } catch (IOException impossible) {
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
