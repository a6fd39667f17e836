package io.github.mpesasdk.runtime;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One field of a record, as the spec describes it.
 *
 * @param name the wire name
 * @param role what it is to a reader
 * @param sensitivity who may see it
 * @param adapter reads its value; that of a record or a list of names leads further down
 * @param roles the roles of names in a list of names and values, by the plain name; empty for any other field
 * @param alias another name under which some messages have it; null where there is none
 */
public record Field(
        String name,
        Role role,
        Sensitivity sensitivity,
        WireAdapter<?> adapter,
        Map<String, Role> roles,
        @Nullable String alias) {

    // Whatever does not show: blanks of all kinds and control characters.
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{C}]");

    public Field {
        Map<String, Role> plainly = new HashMap<>();
        for (Map.Entry<String, Role> named : roles.entrySet()) {
            plainly.put(plain(named.getKey()), named.getValue());
        }
        roles = Map.copyOf(plainly);
    }

    /** A field with one value. */
    public static Field of(String name, Role role, Sensitivity sensitivity, WireAdapter<?> adapter) {
        return new Field(name, role, sensitivity, adapter, Map.of(), null);
    }

    /** The same with roles for the names in its list; they are matched without regard to case and blanks. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Field with(Map.Entry<String, Role>... named) {
        return new Field(name, role, sensitivity, adapter, Map.ofEntries(named), alias);
    }

    /** The same field with another name under which some messages have it. */
    public Field orAs(String other) {
        return new Field(name, role, sensitivity, adapter, roles, other);
    }

    /** The value of this field in an object, under either name; null where it has none. */
    public @Nullable JsonElement in(JsonObject object) {
        JsonElement value = object.get(name);
        return value == null && alias != null ? object.get(alias) : value;
    }

    /** Whether an object has it under both names, and so says two things. */
    public boolean isTwiceIn(JsonObject object) {
        return alias != null && object.has(name) && object.has(alias);
    }

    /** Whether an object has it under its other name alone. */
    public boolean isOtherwiseIn(JsonObject object) {
        return alias != null && object.has(alias) && !object.has(name);
    }

    /** Whether it goes by this name. */
    public boolean isCalled(String wireName) {
        return name.equals(wireName) || wireName.equals(alias);
    }

    /** The role of a name in the list. */
    public Role roleOf(String named) {
        return roles.getOrDefault(plain(named), Role.VALUE);
    }

    /** A name as names are compared. */
    public static String plain(String name) {
        String shown = isVisibleAscii(name) ? name : BLANKS.matcher(name).replaceAll("");
        return shown.toLowerCase(Locale.ROOT);
    }

    private static boolean isVisibleAscii(String name) {
        for (int at = 0; at < name.length(); at++) {
            if (name.charAt(at) <= ' ' || name.charAt(at) > '~') {
                return false;
            }
        }
        return true;
    }

    /** Whether its values are hidden, whatever they are. */
    public boolean isHidden() {
        boolean isText = adapter == Adapters.TEXT || adapter == Adapters.URI || adapter == TextOrNumber.ADAPTER;
        return !isShown() && (sensitivity != Sensitivity.UNSAID || isText);
    }

    /** Whether a text in this field may be seen. */
    public boolean isShown() {
        return sensitivity == Sensitivity.NONE || (sensitivity == Sensitivity.UNSAID && role.isHarmless());
    }
}
