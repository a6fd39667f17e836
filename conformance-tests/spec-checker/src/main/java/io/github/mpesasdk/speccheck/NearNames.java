package io.github.mpesasdk.speccheck;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a misspelt one may have meant. */
final class NearNames {

    private static final int FARTHEST = 2;

    private NearNames() {}

    /** The known name that differs in two letters at most, if there is one; a short name in fewer. */
    static Optional<String> of(String name, Collection<String> known) {
        return known.stream()
                .filter(other -> distance(name, other) <= Math.min(FARTHEST, name.length() / 3))
                .min(Comparator.comparingInt(other -> distance(name, other)));
    }

    /** {@code "; did you mean Amount"}, or nothing if no name is near. */
    static String suggestion(String name, Collection<String> known) {
        return of(name, known).map(near -> "; did you mean " + near).orElse("");
    }

    /** How many letters must be added, dropped or changed to make one word of the other, in any case of letters. */
    private static int distance(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[] above = new int[to.length() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] here = new int[above.length];
            here[0] = row;
            for (int column = 1; column < here.length; column++) {
                int change = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
                here[column] = Math.min(above[column - 1] + change, Math.min(above[column], here[column - 1]) + 1);
            }
            above = here;
        }
        return above[to.length()];
    }
}
