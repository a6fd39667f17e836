package io.github.mpesasdk.runtime;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * The request of an operation that takes none.
 *
 * @param unknownFields always empty, unless somebody read it from a text
 */
public record NoInput(UnknownFields unknownFields) implements WireRecord {

    /** The only one that is ever sent. */
    public static final NoInput NOTHING = new NoInput(UnknownFields.NONE);

    /** Reads and writes an object without fields. */
    public static final RecordAdapter<NoInput> ADAPTER = new Adapter();

    private static final class Adapter extends RecordAdapter<NoInput> {
        @Override
        protected List<Field> describe() {
            return List.of();
        }

        @Override
        protected NoInput read(Fields fields) {
            return new NoInput(fields.unknown());
        }

        @Override
        protected void write(NoInput value, JsonObject object) {
            // It has none.
        }
    }
}
