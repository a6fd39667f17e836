package io.github.mpesasdk.core.testing;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Violation;
import io.github.mpesasdk.runtime.Adapters;
import io.github.mpesasdk.runtime.Field;
import io.github.mpesasdk.runtime.Fields;
import io.github.mpesasdk.runtime.Masked;
import io.github.mpesasdk.runtime.RecordAdapter;
import io.github.mpesasdk.runtime.Role;
import io.github.mpesasdk.runtime.Sensitivity;
import io.github.mpesasdk.runtime.UnknownFields;
import io.github.mpesasdk.runtime.WireRecord;
import java.util.List;
import java.util.stream.Stream;

/** Any JSON object, as request or answer of an operation that only tests have. */
public record Wire(UnknownFields unknownFields) implements WireRecord {

    /** One that knows no field by name. */
    public static final RecordAdapter<Wire> ADAPTER = adapter();

    /** One whose operation has these fields, which a client may fill in; what follows a bar is a field's other name. */
    public static RecordAdapter<Wire> adapter(String... fieldNames) {
        List<Field> fields = Stream.of(fieldNames).map(Wire::field).toList();
        return new RecordAdapter<>() {
            @Override
            protected List<Field> describe() {
                return fields;
            }

            @Override
            protected Wire read(Fields read) {
                return new Wire(read.unknown());
            }

            @Override
            protected void write(Wire value, JsonObject object) {
                // Everything is an unknown field, and those are written by the frame.
            }
        };
    }

    private static Field field(String names) {
        int bar = names.indexOf('|');
        String name = bar < 0 ? names : names.substring(0, bar);
        Field field = Field.of(name, role(name), Sensitivity.UNSAID, Adapters.TEXT);
        return bar < 0 ? field : field.orAs(names.substring(bar + 1));
    }

    private static Role role(String name) {
        return switch (name) {
            case "Id", "PushId" -> Role.KEY;
            case "Code", "Result" -> Role.CODE;
            case "Words", "words" -> Role.WORDS;
            case "Amount" -> Role.AMOUNT;
            case "Receipt" -> Role.RECEIPT;
            default -> Role.VALUE;
        };
    }

    /** Names and values in turn. */
    public static Wire of(String... namesAndValues) {
        JsonObject fields = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.addProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Wire(UnknownFields.of(fields));
    }

    /** The text of a field. */
    public String text(String name) {
        return unknownFields.text(name).orElseThrow();
    }

    @Override
    public List<Violation> broken() {
        return unknownFields.names().contains("Forbidden")
                ? List.of(new Violation("Forbidden", "is not allowed"))
                : List.of();
    }

    @Override
    public String toString() {
        return Masked.of("Wire").unknown(unknownFields).toString();
    }
}
