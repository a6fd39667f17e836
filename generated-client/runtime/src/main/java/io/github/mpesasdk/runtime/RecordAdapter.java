package io.github.mpesasdk.runtime;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;

/**
 * The frame of every generated adapter: a JSON object, read field by field, without reflection.
 *
 * @param <T> the record
 */
public abstract class RecordAdapter<T extends WireRecord> extends TypeAdapter<T> {

    /** For generated adapters. */
    protected RecordAdapter() {}

    @Override
    public final T read(JsonReader in) throws IOException {
        in.beginObject();
        T value = readFields(in, new Fields());
        in.endObject();
        return value;
    }

    @Override
    public final void write(JsonWriter out, T value) throws IOException {
        out.beginObject();
        writeFields(out, value);
        value.unknownFields().write(out);
        out.endObject();
    }

    /** The fields, in the order of the spec. */
    public abstract List<Field> fields();

    /** Their wire names. */
    public final List<String> fieldNames() {
        return fields().stream().map(Field::name).toList();
    }

    /** Reads fields until the object ends. */
    protected abstract T readFields(JsonReader in, Fields fields) throws IOException;

    /** Writes the fields that have a value, in the order of the spec. */
    protected abstract void writeFields(JsonWriter out, T value) throws IOException;
}
