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

    /** A secret that fits, in base64 on one line. */
    static String encrypt(BigInteger modulus, BigInteger exponent, String secret) {
        byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
        PKCS1Encoding cipher = new PKCS1Encoding(new RSAEngine());
        // "True": it was examined when it was read, by KeyRules. Bouncy Castle would also look whether it is a prime,
        // which
        // takes longer than to encrypt.
        cipher.init(true, new RSAKeyParameters(false, modulus, exponent, true));
        try {
            return Base64.getEncoder().encodeToString(cipher.processBlock(plain, 0, plain.length));
        } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException("RSA takes any block of a permitted length", impossible);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }
}
