package io.github.mpesasdk.runtime;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
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
        return unknownFields.names().stream().map(Field::plain).anyMatch(Set.of("key", "name", "value")::contains);
    }

    @Override
    public String toString() {
        return (name == null ? "" : CleanText.of(name)) + "=" + Masked.MASK;
    }

    private static final class Adapter extends RecordAdapter<NamedValue> {
        @Override
        public List<Field> fields() {
            return List.of(
                    Field.of("Key", Role.NONE, Sensitivity.WORDS, Adapters.TEXT),
                    Field.of("Value", Role.VALUE, Sensitivity.PERSONAL, TextOrNumber.ADAPTER));
        }

        @Override
        protected NamedValue readFields(JsonReader in, Fields fields) throws IOException {
            String nameField = "Key";
            String name = null;
            TextOrNumber value = null;
            while (in.hasNext()) {
                String field = in.nextName();
                switch (field) {
                    case "Key", "Name", "key", "name" -> {
                        if (name == null) {
                            nameField = field;
                            name = fields.read(field, Adapters.TEXT, in);
                        } else {
                            fields.keep(field, in);
                        }
                    }
                    case "Value", "value" -> {
                        if (value == null) {
                            value = fields.read(field, TextOrNumber.ADAPTER, in);
                        } else {
                            fields.keep(field, in);
                        }
                    }
                    default -> fields.keep(field, in);
                }
            }
            return new NamedValue(nameField, name, Optional.ofNullable(value), fields.unknown());
        }

        @Override
        protected void writeFields(JsonWriter out, NamedValue value) throws IOException {
            Fields.write(out, value.nameField(), Adapters.TEXT, value.name());
            Fields.write(out, "Value", TextOrNumber.ADAPTER, value.value().orElse(null));
        }
    }
}
