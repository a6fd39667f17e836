package io.github.mpesasdk.cli.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares JSON with what a case expects. Text and number are two things, and digits count as they are written; the
 * order of fields does not.
 */
public final class JsonMatch {

    private static final String ANY = "$any";
    private static final String ENCRYPTED = "$encrypted";

    private final BiPredicate<String, String> isEncryptionOf;
    private final boolean more;
    private final List<String> differences = new ArrayList<>();

    private JsonMatch(BiPredicate<String, String> isEncryptionOf, boolean more) {
        this.isEncryptionOf = isEncryptionOf;
        this.more = more;
    }

    /**
     * What differs where both must be the same.
     *
     * @param isEncryptionOf whether the second text is an encryption of what the first one names
     */
    public static List<String> exact(
            JsonElement expected, JsonElement actual, BiPredicate<String, String> isEncryptionOf) {
        return new JsonMatch(isEncryptionOf, false).compare("", expected, actual);
    }

    /** What differs where the actual side may hold more fields than expected. */
    public static List<String> subset(JsonElement expected, JsonElement actual) {
        return new JsonMatch((name, text) -> false, true).compare("", expected, actual);
    }

    private List<String> compare(String at, JsonElement expected, @Nullable JsonElement actual) {
        if (actual == null) {
            differences.add(at + " is missing");
        } else if (expected instanceof JsonObject wanted && wanted.size() == 1 && wanted.has(ANY)) {
            return differences;
        } else if (expected instanceof JsonObject wanted && wanted.size() == 1 && wanted.has(ENCRYPTED)) {
            String name = wanted.get(ENCRYPTED).getAsString();
            if (!actual.isJsonPrimitive() || !isEncryptionOf.test(name, actual.getAsString())) {
                differences.add(at + " is no encryption of " + name);
            }
        } else if (expected instanceof JsonObject wanted && actual instanceof JsonObject found) {
            compareFields(at, wanted, found);
        } else if (!isSame(expected, actual)) {
            differences.add(at + " is " + actual + ", not " + expected);
        }
        return differences;
    }

    private void compareFields(String at, JsonObject wanted, JsonObject found) {
        Set<String> fields = new TreeSet<>(wanted.keySet());
        fields.forEach(field -> compare(at + "/" + field, wanted.get(field), found.get(field)));
        if (!more) {
            found.keySet().stream()
                    .filter(field -> !fields.contains(field))
                    .forEach(field -> differences.add(at + "/" + field + " is there, and should not be"));
        }
    }

    private static boolean isSame(JsonElement expected, JsonElement actual) {
        if (expected instanceof JsonPrimitive wanted && actual instanceof JsonPrimitive found) {
            return wanted.isString() == found.isString() && wanted.getAsString().equals(found.getAsString());
        }
        return expected.equals(actual);
    }
}
