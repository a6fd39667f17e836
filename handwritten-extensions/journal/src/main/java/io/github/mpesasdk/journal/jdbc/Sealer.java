package io.github.mpesasdk.journal.jdbc;

import io.github.mpesasdk.journal.JournalException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what is personal or secret with AES-256-GCM. The first of the caller's keys encrypts, all of them decrypt. A
 * sealed text opens only at its own place, so nobody who can write to the tables can swap two of them. Thread-safe.
 */
final class Sealer {

    private static final int ID_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final List<Key> keys;
    private final SecureRandom random = new SecureRandom();

    /**
     * Derives the keys.
     *
     * @param secrets the caller's, long and random
     */
    Sealer(List<String> secrets) {
        keys = secrets.stream().map(Key::of).toList();
    }

    private record Key(String id, SecretKeySpec aes) {

        // HKDF (RFC 5869) with one block of output per purpose.
        static Key of(String secret) {
            byte[] master = hmac("mpesa-journal".getBytes(StandardCharsets.UTF_8), secret);
            return new Key(idOf(hmac(master, "key id\u0001")), new SecretKeySpec(hmac(master, "seal\u0001"), "AES"));
        }
    }

    /** An HMAC-SHA-256. */
    static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }

    /**
     * Encrypts a text.
     *
     * @param place where it is kept: table, column and row
     */
    String seal(String text, String place) {
        Key key = keys.get(0);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, key, nonce, place).doFinal(text.getBytes(StandardCharsets.UTF_8));
            ByteBuffer whole = ByteBuffer.allocate(ID_BYTES + NONCE_BYTES + sealed.length);
            whole.put(HexFormat.of().parseHex(key.id())).put(nonce).put(sealed);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has AES in GCM mode", impossible);
        }
    }

    /** Decrypts it again. */
    String open(String sealed, String place) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(sealed);
            Key key = keyOf(whole).orElseThrow(() -> new GeneralSecurityException("unknown key"));
            byte[] nonce = Arrays.copyOfRange(whole, ID_BYTES, ID_BYTES + NONCE_BYTES);
            int start = ID_BYTES + NONCE_BYTES;
            byte[] text = cipher(Cipher.DECRYPT_MODE, key, nonce, place).doFinal(whole, start, whole.length - start);
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            throw new JournalException(
                    "The journal holds something that none of its keys can read: give key(...) the key that it was"
                            + " written with as an older one.",
                    notOurs);
        }
    }

    /** Whether the first key has sealed it. */
    boolean isFresh(String sealed) {
        return idOf(Base64.getUrlDecoder().decode(sealed)).equals(keys.get(0).id());
    }

    private Optional<Key> keyOf(byte[] sealed) {
        String id = idOf(sealed);
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private static String idOf(byte[] sealed) {
        return HexFormat.of().formatHex(Arrays.copyOf(sealed, ID_BYTES));
    }

    private static Cipher cipher(int mode, Key key, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.aes(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
