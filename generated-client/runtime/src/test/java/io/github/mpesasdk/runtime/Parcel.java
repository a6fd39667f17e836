package io.github.mpesasdk.runtime;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Violation;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record as the templates write them, with one field of each sort. */
record Parcel(
        @Nullable String label,
        @Nullable BigDecimal price,
        @Nullable Long grams,
        @Nullable Size size,
        @Nullable Parcel inner,
        @Nullable List<String> stamps,
        UnknownFields unknownFields)
        implements WireRecord {

    static final RecordAdapter<Parcel> ADAPTER = new Adapter();

    static Parcel labelled(@Nullable String label) {
        return new Parcel(label, null, null, null, null, null, UnknownFields.NONE);
    }

    static Parcel around(Parcel inner) {
        return new Parcel("outer", null, null, null, inner, null, UnknownFields.NONE);
    }

    static Parcel read(String json) {
        try {
            return ADAPTER.fromJson(json);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public List<Violation> broken() {
        return Checks.of(unknownFields)
                .field(LABEL, label)
                .field(PRICE, price)
                .field(SIZE, size)
                .field(INNER, inner)
                .field(STAMPS, stamps)
                .found();
    }

    private static final Rule LABEL =
            Rule.of("Label").required().minimumLength(2).maximumLength(5).build();
    private static final Rule PRICE = Rule.of("Price")
            .minimum("1")
            .maximum("250000")
            .pattern("^[1-9][0-9]*$")
            .hint("whole shillings")
            .build();
    private static final Rule SIZE = Rule.of("Size").build();
    private static final Rule INNER = Rule.of("Inner").build();
    private static final Rule STAMPS = Rule.of("Stamps").maximumLength(3).build();

    @Override
    public String toString() {
        return Masked.of("Parcel")
                .show("Label", label)
                .hide("Price", price)
                .unknown(unknownFields)
                .toString();
    }

    /** An open enum as the templates write them. */
    static final class Size extends OpenEnum {
        static final Size SMALL = new Size("small", true);
        static final ScalarAdapter<Size> ADAPTER = adapter(Size::of);

        private Size(String value, boolean known) {
            super(value, known);
        }

        static Size of(String value) {
            return value.equals(SMALL.value()) ? SMALL : new Size(value, false);
        }

        @Override
        protected List<Size> listed() {
            return List.of(SMALL);
        }
    }

    private static final class Adapter extends RecordAdapter<Parcel> {
        private static final WireAdapter<List<String>> TEXTS = Adapters.list(Adapters.TEXT);

        @Override
        protected List<Field> describe() {
            return List.of(
                    Field.of("Label", Role.VALUE, Sensitivity.UNSAID, Adapters.TEXT),
                    Field.of("Price", Role.AMOUNT, Sensitivity.UNSAID, Adapters.AMOUNT),
                    Field.of("Grams", Role.VALUE, Sensitivity.UNSAID, Adapters.LONG),
                    Field.of("Size", Role.VALUE, Sensitivity.UNSAID, Size.ADAPTER),
                    Field.of("Inner", Role.VALUE, Sensitivity.UNSAID, ADAPTER),
                    Field.of("Stamps", Role.VALUE, Sensitivity.UNSAID, TEXTS));
        }

        @Override
        protected Parcel read(Fields fields) {
            return new Parcel(
                    fields.read("Label", Adapters.TEXT),
                    fields.read("Price", Adapters.AMOUNT),
                    fields.read("Grams", Adapters.LONG),
                    fields.read("Size", Size.ADAPTER),
                    fields.read("Inner", Parcel.ADAPTER),
                    fields.read("Stamps", TEXTS),
                    fields.unknown());
        }

        @Override
        protected void write(Parcel value, JsonObject object) {
            Fields.write(object, "Label", Adapters.TEXT, value.label());
            Fields.write(object, "Price", Adapters.AMOUNT, value.price());
            Fields.write(object, "Grams", Adapters.LONG, value.grams());
            Fields.write(object, "Size", Size.ADAPTER, value.size());
            Fields.write(object, "Inner", Parcel.ADAPTER, value.inner());
            Fields.write(object, "Stamps", TEXTS, value.stamps());
        }
    }
}
