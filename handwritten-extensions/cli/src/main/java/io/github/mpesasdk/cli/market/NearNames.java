package io.github.mpesasdk.cli.market;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what a mistyped name may have meant. */
public final class NearNames {

    private static final int FARTHEST = 3;

    private NearNames() {}

    /** {@code " Did you mean stkPush?"}, or nothing if no name is near. */
    public static String suggestion(String typed, List<String> known) {
        String word = typed.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name -> distance(word, name.toLowerCase(Locale.ROOT)) <= Math.min(FARTHEST, word.length() / 2))
                .min(Comparator.comparingInt(name -> distance(word, name.toLowerCase(Locale.ROOT))))
                .or(() -> known.stream()
                        .filter(name -> word.length() > 1
                                && name.toLowerCase(Locale.ROOT).startsWith(word))
                        .findFirst())
                .map(name -> " Did you mean " + name + "?")
                .orElse("");
    }

    /** The word in quotes, if it looks like a name; anything else could be a secret in the wrong place. */
    public static String quoted(String typed) {
        return typed.matches("[A-Za-z][A-Za-z0-9-]{0,29}") ? "\"" + typed + "\"" : "of that name";
    }

    /** How many letters must be added, dropped or changed to make one word of the other. */
    static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] here = new int[above.length];
            here[0] = row;
            for (int column = 1; column < here.length; column++) {
                int change = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                here[column] = Math.min(above[column - 1] + change, Math.min(above[column], here[column - 1]) + 1);
            }
            above = here;
        }
        return above[other.length()];
    }
}
