package io.github.mpesasdk.sandbox.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/** An X.509 certificate that is being written, through the ASN.1 of Bouncy Castle alone. */
public final class CertificateDraft {

    private final V3TBSCertificateGenerator says = new V3TBSCertificateGenerator();
    private final ExtensionsGenerator extensions = new ExtensionsGenerator();

    /** A certificate of a key. */
    public CertificateDraft(String subject, BigInteger serial, PublicKey key, Instant from, Instant to) {
        says.setSerialNumber(new ASN1Integer(serial));
        says.setSubject(new X500Name(subject));
        says.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(key.getEncoded()));
        says.setStartDate(new Time(Date.from(from)));
        says.setEndDate(new Time(Date.from(to)));
    }

    CertificateDraft with(ASN1ObjectIdentifier extension, boolean critical, ASN1Encodable value) throws IOException {
        extensions.addExtension(extension, critical, value);
        return this;
    }

    /**
     * The certificate in DER.
     *
     * @param key the issuer's, of RSA or of an elliptic curve
     */
    public byte[] signed(String issuer, PrivateKey key) throws GeneralSecurityException, IOException {
        SignatureKind kind = SignatureKind.of(key);
        says.setSignature(kind.identifier());
        says.setIssuer(new X500Name(issuer));
        if (!extensions.isEmpty()) {
            says.setExtensions(extensions.generate());
        }
        TBSCertificate said = says.generateTBSCertificate();
        byte[] signature = kind.sign(key, said.getEncoded(ASN1Encoding.DER));
        return new DERSequence(new ASN1Encodable[] {said, kind.identifier(), new DERBitString(signature)}).getEncoded();
    }
}
