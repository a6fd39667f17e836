package io.github.mpesasdk.runtime;

import com.google.gson.TypeAdapter;
import java.util.Locale;
import java.util.Map;

/**
 * One field of a record, as the spec describes it.
 *
 * @param name the wire name
 * @param role what it is to a reader
 * @param sensitivity who may see it
 * @param adapter reads its value; that of a record or a list of names leads further down
 * @param roles the roles of names in a list of names and values; empty for any other field
 */
public record Field(String name, Role role, Sensitivity sensitivity, TypeAdapter<?> adapter, Map<String, Role> roles) {

    public Field {
        roles = Map.copyOf(roles);
    }

    /** A field with one value. */
    public static Field of(String name, Role role, Sensitivity sensitivity, TypeAdapter<?> adapter) {
        return new Field(name, role, sensitivity, adapter, Map.of());
    }

    /** The same with roles for the names in its list; they are matched without regard to case and blanks. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Field with(Map.Entry<String, Role>... named) {
        return new Field(name, role, sensitivity, adapter, Map.ofEntries(named));
    }

    /** The role of a name in the list. */
    public Role roleOf(String named) {
        return roles.entrySet().stream()
                .filter(entry -> plain(entry.getKey()).equals(plain(named)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Role.VALUE);
    }

    /** A name as names are compared. */
    public static String plain(String name) {
        return name.replace(" ", "").toLowerCase(Locale.ROOT);
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
