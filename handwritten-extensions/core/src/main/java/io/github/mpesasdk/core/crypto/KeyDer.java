package io.github.mpesasdk.core.crypto;

import static io.github.mpesasdk.core.crypto.PublicKeys.unreadable;

import io.github.mpesasdk.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;

/** Reads the binary form of a key or certificate, and refuses keys that protect nothing. */
final class KeyDer {

    static final String BUNDLE =
            "is a PKCS#7 bundle of certificates; take the operator's certificate out of it, as PEM";

    private static final int NUMBERS_OF_A_PUBLIC_KEY = 2;

    private KeyDer() {}

    static EncryptionKey read(byte[] der) {
        ASN1Primitive structure = parse(der);
        if (!(structure instanceof ASN1Sequence parts)) {
            throw unreadable("is neither an X.509 certificate nor a public key");
        }
        refuseOtherThings(parts);
        return attempt(() -> ofInfo(Certificate.getInstance(parts).getSubjectPublicKeyInfo(), der))
                .or(() -> attempt(() -> ofInfo(SubjectPublicKeyInfo.getInstance(parts), null)))
                .or(() -> attempt(() -> ofPkcs1(parts)))
                .orElseThrow(() -> unreadable("is neither an X.509 certificate nor a public key"));
    }

    private static ASN1Primitive parse(byte[] der) {
        ASN1Primitive first;
        boolean more;
        try (ASN1InputStream in = new ASN1InputStream(new ByteArrayInputStream(der), der.length)) {
            first = in.readObject();
            more = in.read() >= 0;
        } catch (IOException | RuntimeException broken) {
            throw unreadable("is cut short or damaged: it is not a complete key or certificate");
        }
        if (first == null) {
            throw unreadable("is empty");
        }
        if (more) {
            throw unreadable(
                    "holds more than one key or certificate, or bytes behind it; give the operator's own alone");
        }
        return first;
    }

    private static void refuseOtherThings(ASN1Sequence parts) {
        if (isPrivate(parts)) {
            throw unreadable("is a private key; give the operator's public key or certificate,"
                    + " and let nobody see the private one");
        }
        if (startsWith(parts, PKCSObjectIdentifiers.signedData)) {
            throw unreadable(BUNDLE);
        }
        boolean store = parts.size() > 1
                && parts.getObjectAt(0) instanceof ASN1Integer
                && parts.getObjectAt(1) instanceof ASN1Sequence content
                && startsWith(content, PKCSObjectIdentifiers.data);
        if (store) {
            throw unreadable("is a PKCS#12 key store; take the operator's certificate out of it, as PEM");
        }
    }

    /** PKCS#8 has version, algorithm and octets; PKCS#1 a version and eight numbers; an encrypted one two parts. */
    private static boolean isPrivate(ASN1Sequence parts) {
        if (parts.size() == 2) {
            return parts.getObjectAt(1) instanceof ASN1OctetString;
        }
        return parts.size() > NUMBERS_OF_A_PUBLIC_KEY
                && parts.getObjectAt(0) instanceof ASN1Integer
                && (parts.getObjectAt(2) instanceof ASN1OctetString || parts.getObjectAt(2) instanceof ASN1Integer);
    }

    private static boolean startsWith(ASN1Sequence parts, ASN1ObjectIdentifier type) {
        return parts.size() > 0 && parts.getObjectAt(0).equals(type);
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

    private static EncryptionKey ofInfo(SubjectPublicKeyInfo info, byte @Nullable [] certificate) {
        if (!info.getAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
            throw unreadable("is not an RSA public key, and the operators encrypt with RSA");
        }
        try {
            return checked(RSAPublicKey.getInstance(info.parsePublicKey()), certificate);
        } catch (IOException | IllegalArgumentException broken) {
            throw unreadable("holds a damaged key");
        }
    }

    private static EncryptionKey ofPkcs1(ASN1Sequence parts) {
        return checked(RSAPublicKey.getInstance(parts), null);
    }

    private static EncryptionKey checked(RSAPublicKey key, byte @Nullable [] certificate) {
        BigInteger modulus = key.getModulus();
        BigInteger exponent = key.getPublicExponent();
        int bits = modulus.bitLength();
        if (bits > KeyRules.MOST_BITS) {
            throw unreadable("holds a damaged key");
        }
        if (bits < KeyRules.FEWEST_BITS) {
            throw unreadable("is a key of " + bits + " bits, which can be broken; the operators' have at least "
                    + KeyRules.FEWEST_BITS);
        }
        if (!KeyRules.isUsable(exponent)) {
            throw unreadable("has an exponent that does not encrypt: it must be odd and at least 3, and is 65537 in"
                    + " the operators' keys");
        }
        if (!KeyRules.isModulus(modulus)) {
            throw unreadable("holds a damaged key: its modulus is not one of RSA");
        }
        return new EncryptionKey(modulus, exponent, certificate);
    }
}
