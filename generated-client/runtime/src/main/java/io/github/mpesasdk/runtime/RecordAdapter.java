package io.github.mpesasdk.runtime;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frame of every generated adapter: a JSON object, read field by field, without reflection.
 *
 * @param <T> the record
 */
public abstract class RecordAdapter<T extends WireRecord> extends WireAdapter<T> {

    // Made when they are needed: a process uses few of the records of a spec.
    private volatile @Nullable List<Field> fields;

    /** For generated adapters. */
    protected RecordAdapter() {}

    /** The record of an object. What cannot be read as its type is kept among the unknown fields. */
    public final T of(JsonObject object) {
        return read(new Fields(object));
    }

    @Override
    public final @Nullable T fromTree(JsonElement element) {
        return element instanceof JsonObject object ? of(object) : null;
    }

    @Override
    public final JsonObject toTree(T value) {
        JsonObject object = new JsonObject();
        write(value, object);
        value.unknownFields().addTo(object);
        return object;
    }

    /**
     * Writes a record over the object that it was read from, so that each value has the form that the spec gives it.
     */
    public final void normalize(JsonObject object, T value) {
        for (Field field : fields()) {
            if (field.isOtherwiseIn(object)) {
                object.add(field.name(), object.remove(field.alias()));
            }
            if (object.get(field.name()) instanceof JsonNull) {
                object.remove(field.name());
            }
        }
        write(value, object);
    }

    /** An object in which each field that came under its other name has its own; the same object if none did. */
    public final JsonObject underOwnNames(JsonObject object) {
        for (Field field : fields()) {
            if (field.isOtherwiseIn(object)) {
                return renamed(object.deepCopy());
            }
        }
        return object;
    }

    private JsonObject renamed(JsonObject object) {
        for (Field field : fields()) {
            if (field.isOtherwiseIn(object)) {
                object.add(field.name(), object.remove(field.alias()));
            }
        }
        return object;
    }

    /** The fields, in the order of the spec. */
    public final List<Field> fields() {
        List<Field> known = fields;
        if (known == null) {
            known = describe();
            fields = known;
        }
        return known;
    }

    /** Their wire names. */
    public final List<String> fieldNames() {
        return fields().stream().map(Field::name).toList();
    }

    /** What a field is to a reader; a mere value if there is none of this wire name. */
    final Role roleOf(String wireName) {
        for (Field field : fields()) {
            if (field.name().equals(wireName)) {
                return field.role();
            }
        }
        return Role.VALUE;
    }

    /** Makes what {@link #fields} answers; two threads that ask at once may make it twice. */
    protected abstract List<Field> describe();

    /** Makes the record of its fields. */
    protected abstract T read(Fields fields);

    /**
     * Sets the fields that have a value; those that the object lacks come behind the others, in the order of the spec.
     */
    protected abstract void write(T value, JsonObject object);
}
