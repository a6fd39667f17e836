package io.github.mpesasdk.core.message;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.TypeAdapter;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.runtime.Bodies;
import io.github.mpesasdk.runtime.CleanText;
import io.github.mpesasdk.runtime.Field;
import io.github.mpesasdk.runtime.ListAdapter;
import io.github.mpesasdk.runtime.Masked;
import io.github.mpesasdk.runtime.NamedValue;
import io.github.mpesasdk.runtime.NamedValues;
import io.github.mpesasdk.runtime.RecordAdapter;
import io.github.mpesasdk.runtime.Role;
import io.github.mpesasdk.runtime.ScalarAdapter;
import io.github.mpesasdk.runtime.Sensitivity;
import io.github.mpesasdk.runtime.TextOrNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one body tells: its values by wire name and by what the spec says that they are. Nothing in it is believed yet.
 * {@code toString} hides everything.
 */
public final class Told {

    /** A text, and the wire name under which it stands. */
    public record Named(String name, String text) {}

    private final Bodies<?> bodies;
    private final UnaryOperator<String> amounts;
    private final Map<Role, List<Named>> byRole = new EnumMap<>(Role.class);
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final JsonObject other = new JsonObject();
    private boolean odd;

    private Told(Bodies<?> bodies, UnaryOperator<String> amounts) {
        this.bodies = bodies;
        this.amounts = amounts;
    }

    /**
     * Reads an object.
     *
     * @param amounts makes a decimal of an amount that the gateway writes in a way of its own
     */
    public static Told of(
            Bodies<?> bodies, JsonObject object, RecordAdapter<?> adapter, UnaryOperator<String> amounts) {
        Told told = new Told(bodies, amounts);
        told.read(object, adapter, "", "");
        return told;
    }

    private void read(JsonObject object, RecordAdapter<?> adapter, String path, String row) {
        for (Field field : adapter.fields()) {
            odd |= field.isTwiceIn(object);
            JsonElement value = field.in(object);
            if (value != null && !value.isJsonNull()) {
                read(field, value, path + field.name(), row);
            }
        }
        for (Map.Entry<String, JsonElement> part : object.entrySet()) {
            if (!isKnown(part.getKey(), adapter)) {
                odd |= !part.getValue().isJsonNull() && isLike(part.getKey(), adapter);
                other.add(part.getKey() + row, part.getValue());
            }
        }
    }

    private static boolean isKnown(String name, RecordAdapter<?> adapter) {
        for (Field field : adapter.fields()) {
            if (field.isCalled(name)) {
                return true;
            }
        }
        return false;
    }

    // A field of the spec in another spelling, beside the field itself or in its place.
    private static boolean isLike(String name, RecordAdapter<?> adapter) {
        String plain = Field.plain(name);
        return adapter.fields().stream()
                .anyMatch(field -> Field.plain(field.name()).equals(plain));
    }

    private void read(Field field, JsonElement value, String path, String row) {
        if (field.sensitivity() == Sensitivity.SECRET) {
            // Whatever type it comes as.
            values.put(field.name() + row, Masked.MASK);
        } else if (field.adapter() instanceof RecordAdapter<?> nested && value.isJsonObject()) {
            read(value.getAsJsonObject(), nested, path + ".", row);
        } else if (field.adapter() == NamedValues.ADAPTER) {
            readNames(field, value);
        } else if (field.adapter() instanceof ListAdapter<?> list && rows(list) != null) {
            readRows(field, value, Objects.requireNonNull(rows(list)));
        } else {
            Optional<String> text = text(field.adapter(), value);
            // An object or a list where one value belongs can hide anything.
            odd |= !value.isJsonPrimitive();
            odd |= field.role() == Role.AMOUNT && !isAmount(field, value);
            text.ifPresentOrElse(found -> place(field, found, path, row), () -> other.add(field.name() + row, value));
        }
    }

    // What reads the records of a list, which may be a list of lists; null where it holds something else.
    private static @Nullable RecordAdapter<?> rows(ListAdapter<?> list) {
        return list.element() instanceof ListAdapter<?> inner
                ? rows(inner)
                : list.element() instanceof RecordAdapter<?> record ? record : null;
    }

    // The fields of the first record keep their names; those of the second have #2 behind them.
    private void readRows(Field field, JsonElement value, RecordAdapter<?> adapter) {
        List<JsonElement> records = new ArrayList<>();
        flatten(value, records);
        for (int index = 0; index < records.size(); index++) {
            String row = index == 0 ? "" : "#" + (index + 1);
            if (records.get(index) instanceof JsonObject object) {
                read(object, adapter, "", row);
            } else {
                other.add(field.name() + row, records.get(index));
            }
        }
    }

    private static void flatten(JsonElement value, List<JsonElement> records) {
        if (value.isJsonArray()) {
            value.getAsJsonArray().forEach(part -> flatten(part, records));
        } else if (!value.isJsonNull()) {
            records.add(value);
        }
    }

    private void readNames(Field field, JsonElement value) {
        NamedValues list = names(value).orElse(null);
        if (list == null) {
            odd |= !isBlank(value);
            other.add(field.name(), value);
            return;
        }
        for (NamedValue named : list.asList()) {
            odd |= named.isDouble();
            if (!named.unknownFields().isEmpty()) {
                named.unknownFields().toJson().entrySet().forEach(part -> other.add(part.getKey(), part.getValue()));
            }
        }
        list.toMap().forEach((name, text) -> {
            if (!bodies.isAbsent(name, text)) {
                Role role = field.roleOf(bare(name));
                String shown = role == Role.AMOUNT ? plain(amounts.apply(text)) : amounts.apply(text);
                note(role, name, shown);
                values.put(name, shown);
            }
        });
    }

    // Some gateways write an empty text where there is no list.
    private static boolean isBlank(JsonElement value) {
        return value.isJsonPrimitive() && value.getAsString().isBlank();
    }

    /** A list of names and values; empty for what is none. */
    static Optional<NamedValues> names(JsonElement value) {
        return Optional.ofNullable(NamedValues.ADAPTER.fromTree(value));
    }

    private static Optional<String> text(TypeAdapter<?> adapter, JsonElement value) {
        if (adapter == TextOrNumber.ADAPTER) {
            return Optional.of(value.isJsonPrimitive() ? value.getAsString() : value.toString());
        }
        boolean isReadable = adapter instanceof ScalarAdapter<?> scalar
                && value.isJsonPrimitive()
                && scalar.parse(value.getAsString()) != null;
        return isReadable ? Optional.of(value.getAsString()) : Optional.empty();
    }

    private void place(Field field, String text, String path, String row) {
        String name = field.name() + row;
        if (bodies.isAbsent(field.name(), text)) {
            return;
        }
        note(field.role(), name, text);
        switch (field.role()) {
            case KEY, ID, RECEIPT, TRANSACTION, REQUEST -> ids.put(name, text);
            case AMOUNT -> values.put(name, plain(text));
            case STATUS -> values.put(name, text);
            case VALUE -> values.put(path + row, field.sensitivity() == Sensitivity.WORDS ? CleanText.of(text) : text);
            case CODE, WORDS, NONE -> {
                // The code and the words have places of their own.
            }
        }
    }

    private boolean isAmount(Field field, JsonElement value) {
        return value.isJsonPrimitive()
                && (bodies.isAbsent(field.name(), value.getAsString())
                        || TextOrNumber.of(value.getAsString())
                                .decimal()
                                .filter(amount -> amount.signum() >= 0)
                                .isPresent());
    }

    private static String plain(String text) {
        return TextOrNumber.of(text).decimal().map(BigDecimal::toPlainString).orElse(text);
    }

    private void note(Role role, String name, String text) {
        byRole.computeIfAbsent(role, none -> new ArrayList<>()).add(new Named(name, text));
    }

    /** The same, with fields that stood around what was read. */
    public Told beside(JsonObject around) {
        around.entrySet().forEach(part -> other.add(part.getKey(), part.getValue()));
        return this;
    }

    /** Whether a part of it that the spec knows cannot be read, or comes in another spelling: it may say anything. */
    public boolean isOdd() {
        return odd;
    }

    /** Every text of a role, in the order of the spec. */
    public List<Named> all(Role role) {
        return List.copyOf(byRole.getOrDefault(role, List.of()));
    }

    /** The first text of a role. */
    public Optional<String> first(Role role) {
        return all(role).stream().map(Named::text).findFirst();
    }

    /** Whether two texts of a role differ, in more than the case of letters. */
    public boolean isDivided(Role role) {
        List<Named> all = all(role);
        return all.stream()
                .map(named -> named.text().strip())
                .anyMatch(text -> !text.equalsIgnoreCase(all.get(0).text().strip()));
    }

    /** The code; empty where the body has none. */
    public String code() {
        return first(Role.CODE).orElse("");
    }

    /** The gateway's words as they came; null where it has none. */
    public @Nullable String words() {
        return first(Role.WORDS).orElse(null);
    }

    /** The gateway's words, cleaned; null where it has none. */
    public @Nullable String cleanWords() {
        return first(Role.WORDS).map(CleanText::of).orElse(null);
    }

    /** The M-Pesa receipt; what names the transaction, where no receipt is given. */
    public @Nullable String receipt() {
        return first(Role.RECEIPT).or(() -> first(Role.TRANSACTION)).orElse(null);
    }

    /** A text by its wire name, whether it is an id or another value. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(ids.get(name)).or(() -> Optional.ofNullable(values.get(name)));
    }

    /**
     * Every text that stands under a name: that of the id, or else of each value, however it is spelt and repeated. The
     * result of a question carries the ids of what was asked for as well, among its values.
     */
    public Stream<String> texts(String name) {
        String id = ids.get(name);
        return id != null
                ? Stream.of(id)
                : values.entrySet().stream()
                        .filter(part -> bare(part.getKey()).equals(Field.plain(name)))
                        .map(Map.Entry::getValue);
    }

    /** Whether something stands under a name that is no text. */
    public boolean isOfAnotherType(String name) {
        return other.entrySet().stream()
                .anyMatch(part -> bare(part.getKey()).equals(Field.plain(name))
                        && !part.getValue().isJsonNull());
    }

    // A name that is repeated has its number behind it.
    private static String bare(String name) {
        return Field.plain(name.indexOf('#') < 0 ? name : name.replaceFirst("#\\d+$", ""));
    }

    /** Everything that it tells, ids first. */
    public Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>(ids);
        details.putAll(values);
        return details;
    }

    /** The normal form. */
    public Decoded as(String kind, Decoded.State outcome) {
        return new Decoded(kind, outcome, first(Role.CODE).orElse(null), cleanWords(), ids, values, other);
    }

    @Override
    public String toString() {
        return "Told" + ids.keySet();
    }
}
