package io.github.mpesasdk.core.message;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.TypeAdapter;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.core.memory.Late;
import io.github.mpesasdk.runtime.Bodies;
import io.github.mpesasdk.runtime.Field;
import io.github.mpesasdk.runtime.Kind;
import io.github.mpesasdk.runtime.ListAdapter;
import io.github.mpesasdk.runtime.NamedValues;
import io.github.mpesasdk.runtime.RecordAdapter;
import io.github.mpesasdk.runtime.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells bodies apart by the table that the spec has of them. Immutable. */
public final class BodyTable {

    /**
     * What a body is.
     *
     * @param object the part of it that counts
     * @param around the fields around that part, which no spec describes
     */
    public record Found<T>(Shape<? extends T> shape, Kind kind, JsonObject object, JsonObject around) {}

    private final Bodies<?> bodies;
    private final List<Shape<?>> shapes;
    // Few shapes have a field with two names, and only those can say two things by it.
    private final Late<List<Shape<?>>> twofold;

    public BodyTable(Bodies<?> bodies) {
        this.bodies = bodies;
        this.shapes = Stream.<Shape<?>>concat(bodies.callbacks().stream(), bodies.answers().stream())
                .toList();
        this.twofold = new Late<>(() -> shapes.stream()
                .filter(shape -> mayHaveBothNames(shape.adapter()))
                .toList());
    }

    private static boolean mayHaveBothNames(TypeAdapter<?> adapter) {
        if (adapter instanceof ListAdapter<?> list) {
            return mayHaveBothNames(list.element());
        }
        return adapter instanceof RecordAdapter<?> record
                && record.fields().stream()
                        .anyMatch(field -> field.alias() != null || mayHaveBothNames(field.adapter()));
    }

    /** The first of some shapes that a body has; none if the body has a field under both of its names. */
    public <T> Optional<Found<T>> find(JsonObject body, List<? extends Shape<? extends T>> among) {
        return findEvenIfDoubled(body, among).filter(found -> !saysTwoThings(body));
    }

    /** The same for a body that may have a field under both of its names. */
    public <T> Optional<Found<T>> findEvenIfDoubled(JsonObject body, List<? extends Shape<? extends T>> among) {
        for (Shape<? extends T> shape : among) {
            Optional<Found<T>> found = find(body, shape);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Whether a body has a field under both of its names. */
    public boolean saysTwoThings(JsonObject body) {
        for (Shape<?> shape : twofold.get()) {
            JsonObject part = part(body, shape.within());
            if (part != null && hasBothNames(part, shape.adapter())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable JsonObject part(JsonObject body, List<String> within) {
        JsonElement part = body;
        for (String step : within) {
            part = part instanceof JsonObject object ? object.get(step) : null;
        }
        return part instanceof JsonObject object ? object : null;
    }

    // A field under both of its names, here or in an object or list further in.
    private static boolean hasBothNames(JsonObject object, RecordAdapter<?> adapter) {
        for (Field field : adapter.fields()) {
            if (field.isTwiceIn(object) || hasBothNames(field.in(object), field.adapter())) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasBothNames(@Nullable JsonElement value, TypeAdapter<?> adapter) {
        if (value instanceof JsonObject object && adapter instanceof RecordAdapter<?> nested) {
            return hasBothNames(object, nested);
        }
        return value instanceof JsonArray array
                && adapter instanceof ListAdapter<?> list
                && array.asList().stream().anyMatch(part -> hasBothNames(part, list.element()));
    }

    private <T> Optional<Found<T>> find(JsonObject body, Shape<? extends T> shape) {
        JsonObject asItCame = part(body, shape.within());
        if (asItCame == null || !isAlone(body, shape)) {
            return Optional.empty();
        }
        JsonObject found = bodies.anySpelling() ? Spelling.of(asItCame, shape.adapter()) : asItCame;
        if (!hasAll(found, shape.all())
                || (!shape.any().isEmpty() && !hasOneOf(asItCame, shape.any()))
                || hasOneOf(asItCame, shape.none())) {
            return Optional.empty();
        }
        Kind kind = kind(found, shape);
        return kind == null
                ? Optional.empty()
                : Optional.of(new Found<>(shape, kind, found, around(body, shape.within())));
    }

    private @Nullable Kind kind(JsonObject object, Shape<?> shape) {
        Map<String, List<String>> texts = null;
        for (Kind kind : shape.kinds()) {
            if (kind.isAny()) {
                return kind;
            }
            texts = texts == null ? texts(object, shape.adapter()) : texts;
            if (isKind(kind, texts)) {
                return kind;
            }
        }
        return null;
    }

    private static JsonObject around(JsonObject body, List<String> within) {
        JsonObject around = new JsonObject();
        JsonObject object = body;
        for (String step : within) {
            for (Map.Entry<String, JsonElement> part : object.entrySet()) {
                if (!part.getKey().equals(step)) {
                    around.add(part.getKey(), part.getValue());
                }
            }
            object = object.getAsJsonObject(step);
        }
        return around;
    }

    // Two messages in one body can be read in two ways.
    private boolean isAlone(JsonObject body, Shape<?> shape) {
        if (!shape.within().isEmpty()) {
            for (Shape<?> other : shapes) {
                boolean isAnother = !other.within().isEmpty()
                        && !other.within().get(0).equals(shape.within().get(0));
                if (isAnother && body.has(other.within().get(0))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean hasAll(JsonObject object, List<String> names) {
        for (String name : names) {
            if (!isThere(object, name)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasOneOf(JsonObject object, List<String> names) {
        for (String name : names) {
            if (isThere(object, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isThere(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && !value.isJsonNull();
    }

    private static boolean isKind(Kind kind, Map<String, List<String>> texts) {
        return (kind.has().isEmpty() || kind.has().stream().anyMatch(name -> texts.containsKey(Field.plain(name))))
                && kind.is().entrySet().stream().allMatch(rule -> isOneOf(texts, rule.getKey(), rule.getValue()))
                && kind.unless().entrySet().stream().allMatch(rule -> isAnother(texts, rule.getKey(), rule.getValue()))
                && kind.mentions().entrySet().stream().allMatch(rule -> mentions(texts, rule.getKey(), rule.getValue()))
                && kind.unlike().entrySet().stream().allMatch(rule -> isUnlike(texts, rule.getKey(), rule.getValue()));
    }

    /** Whether a body has something that contradicts a success. */
    public boolean isDoubtful(Found<?> found) {
        return hasOne(found, found.kind().doubts());
    }

    /** Whether a body has something that contradicts a failure. */
    public boolean hasSign(Found<?> found) {
        return hasOne(found, found.kind().signs());
    }

    private boolean hasOne(Found<?> found, Map<String, List<String>> rules) {
        Map<String, List<String>> texts = texts(found.object(), found.shape().adapter());
        return rules.entrySet().stream().anyMatch(rule -> isOneOf(texts, rule.getKey(), rule.getValue()));
    }

    /** The kind of a shape that settles nothing, whatever code is in it: what waited too long. */
    public static @Nullable Kind timeout(Shape<?> shape) {
        return shape.kinds().stream()
                .filter(kind -> kind.means() == Decoded.State.UNKNOWN)
                .findFirst()
                .orElse(null);
    }

    private static boolean isOneOf(Map<String, List<String>> texts, String name, List<String> values) {
        return texts.getOrDefault(Field.plain(name), List.of()).stream()
                .anyMatch(text -> values.stream().anyMatch(text.strip()::equalsIgnoreCase));
    }

    private static boolean isAnother(Map<String, List<String>> texts, String name, List<String> values) {
        return texts.getOrDefault(Field.plain(name), List.of()).stream()
                .anyMatch(text -> values.stream().noneMatch(text.strip()::equalsIgnoreCase));
    }

    private static boolean mentions(Map<String, List<String>> texts, String name, List<String> parts) {
        return texts.getOrDefault(Field.plain(name), List.of()).stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .anyMatch(text -> parts.stream().anyMatch(text::contains));
    }

    private static boolean isUnlike(Map<String, List<String>> texts, String name, List<String> patterns) {
        return texts.getOrDefault(Field.plain(name), List.of()).stream()
                .anyMatch(text -> patterns.stream().noneMatch(text.strip()::matches));
    }

    // Every text that holds something, under its name as names are compared; nothing inside what no spec describes.
    private Map<String, List<String>> texts(JsonObject object, RecordAdapter<?> adapter) {
        Map<String, List<String>> texts = new HashMap<>();
        collect(object, adapter, texts);
        return texts;
    }

    private void collect(JsonObject object, RecordAdapter<?> adapter, Map<String, List<String>> texts) {
        for (Map.Entry<String, JsonElement> part : object.entrySet()) {
            if (part.getValue().isJsonPrimitive()) {
                add(texts, part.getKey(), part.getValue().getAsString());
            }
        }
        for (Field field : adapter.fields()) {
            JsonElement value = field.in(object);
            if (field.adapter() instanceof RecordAdapter<?> nested && value instanceof JsonObject inner) {
                collect(inner, nested, texts);
            } else if (field.adapter() == NamedValues.ADAPTER && value != null) {
                Told.names(value).ifPresent(list -> list.asList().forEach(named -> named.value()
                        .filter(text -> named.name() != null)
                        .ifPresent(text -> add(texts, String.valueOf(named.name()), text.text()))));
            }
        }
    }

    private void add(Map<String, List<String>> texts, String name, String text) {
        if (!bodies.isAbsent(name, text)) {
            texts.computeIfAbsent(Field.plain(name), none -> new ArrayList<>()).add(text);
        }
    }
}
