package io.github.mpesasdk.core.transport;

import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.runtime.Fields;
import io.github.mpesasdk.runtime.Masked;
import io.github.mpesasdk.runtime.RecordAdapter;
import io.github.mpesasdk.runtime.UnknownFields;
import io.github.mpesasdk.runtime.WireRecord;
import java.io.IOException;
import java.util.List;

/** Any JSON object, for the tests of the transport: it has no field of its own. */
record Wire(UnknownFields unknownFields) implements WireRecord {

    static final RecordAdapter<Wire> ADAPTER = new RecordAdapter<>() {
        @Override
        public List<String> fieldNames() {
            return List.of();
        }

        @Override
        protected Wire readFields(JsonReader in, Fields fields) throws IOException {
            while (in.hasNext()) {
                fields.keep(in.nextName(), in);
            }
            return new Wire(fields.unknown());
        }

        @Override
        protected void writeFields(JsonWriter out, Wire value) {
            // Everything is an unknown field, and those are written by the frame.
        }
    };

    /** Names and values in turn. */
    static Wire of(String... namesAndValues) {
        JsonObject fields = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.addProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Wire(UnknownFields.of(fields));
    }

    String text(String name) {
        return unknownFields.text(name).orElseThrow();
    }

    @Override
    public void check() {
        if (unknownFields.names().contains("Forbidden")) {
            throw new InvalidInputException("Wire", "Forbidden", "is not allowed");
        }
    }

    @Override
    public String toString() {
        return Masked.of("Wire").unknown(unknownFields).toString();
    }
}
