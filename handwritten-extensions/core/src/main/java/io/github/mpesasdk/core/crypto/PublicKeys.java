package io.github.mpesasdk.core.crypto;

import io.github.mpesasdk.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * Reads the public keys that operators hand out, in whatever form they arrive: X.509 certificates and bare keys, as
 * PEM, as DER, or as base64 on one line or wrapped. Expired certificates are read too: both of Kenya's live ones are
 * expired.
 */
public final class PublicKeys {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

    private PublicKeys() {}

    /** Reads a key or certificate from text: PEM or base64. */
    public static EncryptionKey read(String text) {
        Matcher pem = PEM.matcher(text);
        boolean armoured = pem.find();
        if (armoured && pem.group(1).contains("PRIVATE")) {
            throw unreadable("is a private key; give the public key or certificate");
        }
        String base64 = armoured ? pem.group(2) : text;
        try {
            return fromDer(Base64.getMimeDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException notBase64) {
            throw unreadable("is neither PEM nor base64");
        }
    }

    /** Reads a key or certificate from the bytes of a file: DER, PEM or base64. */
    public static EncryptionKey read(byte[] file) {
        boolean der = file.length > 0 && file[0] == 0x30;
        return der ? fromDer(file) : read(new String(file, StandardCharsets.ISO_8859_1));
    }

    private static EncryptionKey fromDer(byte[] der) {
        ASN1Primitive structure;
        try {
            structure = ASN1Primitive.fromByteArray(der);
        } catch (IOException broken) {
            throw unreadable("is not a complete key or certificate; a part may be missing");
        }
        if (structure == null) {
            throw unreadable("is empty");
        }
        return attempt(() -> ofCertificate(Certificate.getInstance(structure)))
                .or(() -> attempt(() -> new EncryptionKey(rsa(SubjectPublicKeyInfo.getInstance(structure)), null)))
                .orElseThrow(() -> unreadable("is neither an X.509 certificate nor a public key"));
    }

    private static Optional<EncryptionKey> attempt(Supplier<EncryptionKey> reading) {
        try {
            return Optional.of(reading.get());
        } catch (InvalidInputException told) {
            throw told;
        } catch (RuntimeException unreadable) {
            // Bouncy Castle answers what it cannot read with whatever exception is at hand.
            return Optional.empty();
        }
    }

    private static EncryptionKey ofCertificate(Certificate certificate) {
        return new EncryptionKey(rsa(certificate.getSubjectPublicKeyInfo()), CertificateFacts.of(certificate));
    }

    private static RSAKeyParameters rsa(SubjectPublicKeyInfo info) {
        AsymmetricKeyParameter key;
        try {
            key = PublicKeyFactory.createKey(info);
        } catch (IOException broken) {
            throw unreadable("holds a damaged key");
        }
        if (!(key instanceof RSAKeyParameters rsa) || rsa.isPrivate()) {
            throw unreadable("is not an RSA public key");
        }
        return rsa;
    }

    private static InvalidInputException unreadable(String rule) {
        return new InvalidInputException("The public key", "public key or certificate", rule);
    }
}
