package io.github.mpesasdk.sandbox.tls;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;

/**
 * A certificate with its key. {@link #toString()} does not show the key.
 *
 * @param certificate what may be shown
 * @param key what may not
 */
record Issued(X509Certificate certificate, PrivateKey key) {

    private static final int BITS = 2048;

    static Issued of(byte[] certificate, PrivateKey key) throws GeneralSecurityException {
        return new Issued(
                (X509Certificate) CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(certificate)),
                key);
    }

    /**
     * Reads what the two texts have in PEM.
     *
     * @throws IllegalArgumentException if there is no certificate, no key, or the two are no pair
     */
    static Issued read(String certificatePem, String keyPem) {
        try {
            PrivateKey key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Pem.read("PRIVATE KEY", keyPem)));
            Issued read = of(Pem.read("CERTIFICATE", certificatePem), key);
            if (!read.isPair()) {
                throw new IllegalArgumentException("the key belongs to another certificate");
            }
            return read;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("it cannot be read", e);
        }
    }

    /** A new pair; RSA, because every client of the last twenty years takes it. */
    static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(BITS);
        return rsa.generateKeyPair();
    }

    private boolean isPair() throws GeneralSecurityException {
        byte[] anything = {1, 2, 3};
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(anything);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(anything);
        return signature.verify(signed);
    }

    /** Whether it is good for a while from a moment on. */
    boolean lasts(Duration time, Instant from) {
        return certificate.getNotAfter().toInstant().isAfter(from.plus(time));
    }

    String certificatePem() {
        return Pem.certificate(encoded());
    }

    String keyPem() {
        return Pem.privateKey(key.getEncoded());
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
