package io.github.mpesasdk.core.crypto;

import java.math.BigInteger;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.encodings.PKCS1Encoding;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;

/** RSA, PKCS#1 v1.5, by Bouncy Castle: for every key, on every platform, after a long first use. */
final class BouncyCipher {

    private BouncyCipher() {}

    static byte[] encrypt(BigInteger modulus, BigInteger exponent, byte[] plain) {
        PKCS1Encoding cipher = new PKCS1Encoding(new RSAEngine());
        // The last argument spares a test for a prime: KeyRules has looked for what a damaged modulus mostly has, and a
        // prime is no worse than the other products that nobody can tell from good ones.
        cipher.init(true, new RSAKeyParameters(false, modulus, exponent, true));
        try {
            return cipher.processBlock(plain, 0, plain.length);
        } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException("RSA takes any block of a permitted length", impossible);
        }
    }
}
