package io.github.mpesasdk.core.crypto;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.encodings.PKCS1Encoding;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;

/**
 * RSA by Bouncy Castle. It is apart from {@link EncryptionKey}, with which a client is built, because loading this
 * class loads Bouncy Castle, and that takes longer than everything else that a client is built of.
 */
final class RsaCipher {

    private RsaCipher() {}

    // Bouncy Castle looks once in a process whether a modulus is a prime, which protects nothing.
    private static RSAKeyParameters parameters(BigInteger modulus, BigInteger exponent) {
        try {
            return new RSAKeyParameters(false, modulus, exponent);
        } catch (IllegalArgumentException noModulus) {
            throw PublicKeys.unreadable("holds a damaged key: its modulus is not one of RSA");
        }
    }

    /** A secret that fits, in base64 on one line. */
    static String encrypt(BigInteger modulus, BigInteger exponent, String secret) {
        byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
        PKCS1Encoding cipher = new PKCS1Encoding(new RSAEngine());
        cipher.init(true, parameters(modulus, exponent));
        try {
            return Base64.getEncoder().encodeToString(cipher.processBlock(plain, 0, plain.length));
        } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException("RSA takes any block of a permitted length", impossible);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }
}
