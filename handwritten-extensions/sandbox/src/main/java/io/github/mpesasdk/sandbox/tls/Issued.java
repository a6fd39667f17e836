package io.github.mpesasdk.sandbox.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * A certificate with its key. {@link #toString()} does not show the key.
 *
 * @param certificate what may be shown
 * @param key what may not
 */
record Issued(X509Certificate certificate, PrivateKey key) {

    /**
     * What keys the sandbox makes. An authority of RSA, which somebody may trust since an earlier start, is read too.
     */
    static final String KEYS = "EC";

    private static final String CURVE = "secp256r1";

    static Issued of(byte[] certificate, PrivateKey key) throws GeneralSecurityException {
        return new Issued(certificate(certificate), key);
    }

    private static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    /**
     * Reads what the two texts have in PEM.
     *
     * @throws IllegalArgumentException if there is no certificate, no key, or the two are no pair
     */
    static Issued read(String certificatePem, String keyPem) {
        try {
            X509Certificate certificate = certificate(Pem.read("CERTIFICATE", certificatePem));
            PrivateKey key = KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(Pem.read("PRIVATE KEY", keyPem)));
            Issued read = new Issued(certificate, key);
            if (!read.isPair()) {
                throw new IllegalArgumentException("the key belongs to another certificate");
            }
            return read;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("it cannot be read", e);
        }
    }

    /** A new pair, on the curve that every client of the last ten years takes; one of RSA takes much longer to make. */
    static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(KEYS);
        generator.initialize(new ECGenParameterSpec(CURVE));
        return generator.generateKeyPair();
    }

    private boolean isPair() throws GeneralSecurityException {
        byte[] anything = {1, 2, 3};
        SignatureKind kind = SignatureKind.of(key);
        return kind.verify(certificate.getPublicKey(), anything, kind.sign(key, anything));
    }

    /** Whether it is good for a while from a moment on. */
    boolean lasts(Duration time, Instant from) {
        return certificate.getNotAfter().toInstant().isAfter(from.plus(time));
    }

    String certificatePem() {
        return Pem.certificate(encoded());
    }

    String keyPem() {
        return Pem.privateKey(key instanceof ECPrivateKey onCurve ? withPublicKey(onCurve) : key.getEncoded());
    }

    // Java leaves the public key out, without which some receivers cannot read the file: those in Rust, for example.
    private byte[] withPublicKey(ECPrivateKey onCurve) {
        SubjectPublicKeyInfo open =
                SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded());
        int bits = onCurve.getParams().getOrder().bitLength();
        try {
            return new PrivateKeyInfo(
                            open.getAlgorithm(),
                            new org.bouncycastle.asn1.sec.ECPrivateKey(
                                    bits, onCurve.getS(), open.getPublicKeyData(), null))
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a key cannot be written", e);
        }
    }

    private byte[] encoded() {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read cannot be written", e);
        }
    }

    @Override
    public String toString() {
        return "Issued[" + certificate.getSubjectX500Principal() + "]";
    }
}
