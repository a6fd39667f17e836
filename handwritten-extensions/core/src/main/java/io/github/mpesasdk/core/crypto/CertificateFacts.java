package io.github.mpesasdk.core.crypto;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * What a certificate says about itself, for diagnosing result 2001 or 8006: the usual cause is a certificate of the
 * wrong environment. None of it is secret.
 *
 * @param subject distinguished name
 * @param serialNumber hexadecimal
 * @param notAfter end of validity; operators go on using certificates after it, so it is reported and never enforced
 * @param sha256 fingerprint, hexadecimal in capitals with colons
 */
public record CertificateFacts(String subject, String serialNumber, Instant notAfter, String sha256) {

    static CertificateFacts of(Certificate certificate) {
        return new CertificateFacts(
                certificate.getSubject().toString(),
                certificate.getSerialNumber().getValue().toString(16),
                certificate.getEndDate().getDate().toInstant(),
                fingerprint(certificate));
    }

    /** Whether its validity is over. */
    public boolean isExpired(Clock clock) {
        return notAfter.isBefore(clock.instant());
    }

    private static String fingerprint(Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (IOException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("a certificate that was read can be written", impossible);
        }
    }
}
