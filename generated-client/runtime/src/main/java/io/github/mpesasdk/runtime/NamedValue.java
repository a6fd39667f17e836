package io.github.mpesasdk.runtime;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One name and value of a list such as {@code {"Key": ..., "Value": ...}}.
 *
 * @param nameField the wire name of the name itself: {@code Key} or {@code Name}
 * @param name the name
 * @param value the value; gateways leave it out for some names
 * @param unknownFields anything else in the object
 */
public record NamedValue(
        String nameField, @Nullable String name, Optional<TextOrNumber> value, UnknownFields unknownFields)
        implements WireRecord {

    /** Reads either spelling of the name. */
    public static final RecordAdapter<NamedValue> ADAPTER = new Adapter();

    /** Whether it has two names or two values, and so says two things. */
    public boolean isDouble() {
        return !unknownFields.isEmpty()
                && unknownFields.names().stream().map(Field::plain).anyMatch(Set.of("key", "name", "value")::contains);
    }

    @Override
    public String toString() {
        return (name == null ? "" : CleanText.of(name)) + "=" + Masked.MASK;
    }

    private static final class Adapter extends RecordAdapter<NamedValue> {
        private static final List<String> NAMES = List.of("Key", "Name", "key", "name");
        private static final List<String> VALUES = List.of("Value", "value");

        @Override
        protected List<Field> describe() {
            return List.of(
                    Field.of("Key", Role.NONE, Sensitivity.WORDS, Adapters.TEXT),
                    Field.of("Value", Role.VALUE, Sensitivity.PERSONAL, TextOrNumber.ADAPTER));
        }

        @Override
        protected NamedValue read(Fields fields) {
            String nameField = null;
            String name = null;
            TextOrNumber value = null;
            for (Map.Entry<String, JsonElement> part : fields.all()) {
                JsonElement said = part.getValue();
                boolean isName = NAMES.contains(part.getKey());
                if (said.isJsonNull()) {
                    if (isName || VALUES.contains(part.getKey())) {
                        fields.understood(part.getKey());
                    }
                } else if (isName && nameField == null) {
                    nameField = part.getKey();
                    name = Adapters.TEXT.fromTree(said);
                    if (name != null) {
                        fields.understood(nameField);
                    }
                } else if (value == null && VALUES.contains(part.getKey())) {
                    value = TextOrNumber.ADAPTER.fromTree(said);
                    fields.understood(part.getKey());
                }
            }
            return new NamedValue(
                    nameField == null ? "Key" : nameField, name, Optional.ofNullable(value), fields.unknown());
        }

        @Override
        protected void write(NamedValue value, JsonObject object) {
            Fields.write(object, value.nameField(), Adapters.TEXT, value.name());
            Fields.write(object, "Value", TextOrNumber.ADAPTER, value.value().orElse(null));
        }
    }
}
