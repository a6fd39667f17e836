package io.github.mpesasdk.sandbox.market;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Ids and secrets that nobody can guess. Safe for use by several threads. */
public final class RandomText {

    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String SMALL = "abcdefghijklmnopqrstuvwxyz";
    private static final String LETTERS = CAPITALS + SMALL;

    private final SecureRandom random = new SecureRandom();

    /** Capital letters and digits. */
    public String capitals(int length) {
        return of(CAPITALS, length);
    }

    /** Small letters and digits. */
    public String smallLetters(int length) {
        return of(SMALL + "0123456789", length);
    }

    /** Letters of both cases, and digits. */
    public String letters(int length) {
        return of(LETTERS, length);
    }

    /** Digits. */
    public String digits(int length) {
        return of("0123456789", length);
    }

    /** Two lower-case hex digits for each byte. */
    public String hex(int bytes) {
        byte[] raw = new byte[bytes];
        random.nextBytes(raw);
        return HexFormat.of().formatHex(raw);
    }

    private String of(String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
