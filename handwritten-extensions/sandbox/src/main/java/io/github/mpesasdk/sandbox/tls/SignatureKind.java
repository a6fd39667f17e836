package io.github.mpesasdk.sandbox.tls;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** How a key signs. */
enum SignatureKind {
    RSA("SHA256withRSA", new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE)),
    EC("SHA256withECDSA", new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256));

    private final String algorithm;
    private final AlgorithmIdentifier identifier;

    SignatureKind(String algorithm, AlgorithmIdentifier identifier) {
        this.algorithm = algorithm;
        this.identifier = identifier;
    }

    /** @throws IllegalArgumentException if it is a key of another kind */
    static SignatureKind of(Key key) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(key.getAlgorithm()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("its key is neither of RSA nor of an elliptic curve"));
    }

    /** How certificates name it. */
    AlgorithmIdentifier identifier() {
        return identifier;
    }

    byte[] sign(PrivateKey key, byte[] content) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(content);
        return signature.sign();
    }

    boolean verify(PublicKey key, byte[] content, byte[] signed) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initVerify(key);
        signature.update(content);
        return signature.verify(signed);
    }
}
