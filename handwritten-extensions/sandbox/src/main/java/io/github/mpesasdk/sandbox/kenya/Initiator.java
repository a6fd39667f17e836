package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.market.Credentials;
import io.github.mpesasdk.sandbox.market.EncryptionKeys;
import io.github.mpesasdk.sandbox.market.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.jspecify.annotations.Nullable;

/** The API operator, with the key pair that hides the password on its way. */
final class Initiator {

    private static final int MOST_MISTAKES = 5;
    private static final Instant ISSUED = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant EXPIRED = Instant.parse("2022-01-01T00:00:00Z");

    private final String name;
    private final String password;
    private final boolean takesAnyone;
    private final EncryptionKeys keys;
    private final AtomicInteger mistakes = new AtomicInteger();
    private @Nullable String pem;

    Initiator(Credentials credentials, boolean takesAnyone) {
        this.name = credentials.letters("kenya.initiatorName", "api", 8, "");
        // The specials are some that the portal allows.
        this.password = credentials.letters("kenya.initiatorPassword", "", 12, "#&%$");
        this.keys = credentials.keys("kenya");
        this.takesAnyone = takesAnyone;
    }

    String name() {
        return name;
    }

    String password() {
        return password;
    }

    /** Why a request is not this initiator's, or may not be; five wrong passwords in a row lock it. */
    Optional<Reason> refusal(String claimedName, String securityCredential) {
        if (takesAnyone) {
            return Optional.empty();
        }
        boolean right =
                keys.decrypt(securityCredential).filter(password::equals).isPresent();
        if (mistakes.get() >= MOST_MISTAKES) {
            return Optional.of(Reason.LOCKED);
        }
        if (right && name.equals(claimedName)) {
            unlock();
            return Optional.empty();
        }
        mistakes.incrementAndGet();
        return Optional.of(Reason.WRONG_SECRET);
    }

    void unlock() {
        mistakes.set(0);
    }

    /** The certificate in PEM. It has expired, as both certificates that the gateway publishes have. */
    synchronized String certificatePem() {
        if (pem == null) {
            try {
                pem = pem(certificate(keys.pair()));
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException("no certificate could be made", e);
            }
        }
        return pem;
    }

    private byte[] certificate(KeyPair pair) throws GeneralSecurityException, IOException {
        X500Name name = new X500Name("CN=mpesa-sandbox, O=M-Pesa SDK, C=KE");
        AlgorithmIdentifier algorithm =
                new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
        V3TBSCertificateGenerator says = new V3TBSCertificateGenerator();
        says.setSerialNumber(new ASN1Integer(1));
        says.setIssuer(name);
        says.setSubject(name);
        says.setStartDate(new Time(Date.from(ISSUED)));
        says.setEndDate(new Time(Date.from(EXPIRED)));
        says.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        says.setSignature(algorithm);
        TBSCertificate said = says.generateTBSCertificate();
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(said.getEncoded(ASN1Encoding.DER));
        return new DERSequence(new ASN1Encodable[] {said, algorithm, new DERBitString(signature.sign())}).getEncoded();
    }

    private static String pem(byte[] encoded) {
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN CERTIFICATE-----\n" + lines.encodeToString(encoded) + "\n-----END CERTIFICATE-----\n";
    }
}
