package io.github.mpesasdk.sandbox.market;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * The RSA key pair behind which callers hide what only the gateway shall read. Made on first use, because a key pair
 * takes longer than starting the whole server. Safe for use by several threads.
 */
public final class EncryptionKeys {

    private static final int MOST_REMEMBERED = 64;

    private final Supplier<KeyPair> maker;
    private @Nullable KeyPair keys;

    /** What was read lately: a request is read more than once, and clients send one ciphertext many times. */
    private final Map<String, Optional<String>> read =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Optional<String>> eldest) {
                    return size() > MOST_REMEMBERED;
                }
            });

    private EncryptionKeys(Supplier<KeyPair> maker) {
        this.maker = maker;
    }

    /** The keys of a market that follow from a seed. */
    static EncryptionKeys drawn(String seed, String market) {
        return new EncryptionKeys(() -> made(Primes.pair(seed, market)));
    }

    /**
     * Keys that somebody has.
     *
     * @param name what to call the setting in an error
     * @param pem a private RSA key, PKCS 8 in PEM
     * @throws IllegalArgumentException if it is none
     */
    static EncryptionKeys of(String name, String pem) {
        KeyPair pair = read(name, pem);
        return new EncryptionKeys(() -> pair);
    }

    /** The pair. */
    public synchronized KeyPair pair() {
        if (keys == null) {
            keys = maker.get();
        }
        return keys;
    }

    private static KeyPair made(Primes.Pair primes) {
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    rsa.generatePublic(new RSAPublicKeySpec(primes.modulus(), Primes.EXPONENT)),
                    rsa.generatePrivate(new RSAPrivateCrtKeySpec(
                            primes.modulus(),
                            Primes.EXPONENT,
                            primes.privateExponent(),
                            primes.p(),
                            primes.q(),
                            primes.exponentP(),
                            primes.exponentQ(),
                            primes.coefficient())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no RSA on this Java", e);
        }
    }

    private static KeyPair read(String name, String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey secret = (RSAPrivateCrtKey) rsa.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
            PublicKey open = rsa.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
            return new KeyPair(open, secret);
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new IllegalArgumentException(
                    name + " must be a private RSA key in PEM that begins with -----BEGIN PRIVATE KEY-----;"
                            + " openssl pkcs8 -topk8 -nodes makes it of another form",
                    e);
        }
    }

    /** The public key as the portals show it: SubjectPublicKeyInfo in base64, on one line. */
    public String publicKeyBase64() {
        return Base64.getEncoder().encodeToString(pair().getPublic().getEncoded());
    }

    /** What a base64 ciphertext hides, if it was encrypted for us with PKCS 1 version 1.5 padding. */
    public Optional<String> decrypt(String ciphertext) {
        // Two at once decrypt twice; that is better than one waiting for all.
        Optional<String> known = read.get(ciphertext);
        if (known == null) {
            known = decrypted(ciphertext);
            read.put(ciphertext, known);
        }
        return known;
    }

    private Optional<String> decrypted(String ciphertext) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.DECRYPT_MODE, pair().getPrivate());
            byte[] clear = cipher.doFinal(Base64.getDecoder().decode(ciphertext));
            return Optional.of(new String(clear, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Not encrypted for us: a wrong credential like any other.
            return Optional.empty();
        }
    }
}
