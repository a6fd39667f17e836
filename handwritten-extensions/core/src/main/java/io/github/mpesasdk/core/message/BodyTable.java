package io.github.mpesasdk.core.message;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.TypeAdapter;
import io.github.mpesasdk.Decoded;
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

    public BodyTable(Bodies<?> bodies) {
        this.bodies = bodies;
    }

    /** The first of some shapes that a body has. */
    public <T> Optional<Found<T>> find(JsonObject body, List<? extends Shape<? extends T>> shapes) {
        return saysTwoThings(body)
                ? Optional.empty()
                : shapes.stream()
                        .flatMap(shape -> this.<T>find(body, shape).stream())
                        .findFirst();
    }

    private boolean saysTwoThings(JsonObject body) {
        return Stream.concat(bodies.callbacks().stream(), bodies.answers().stream())
                .anyMatch(shape -> part(body, shape.within())
                        .filter(part -> hasBothNames(part, shape.adapter()))
                        .isPresent());
    }

    private static Optional<JsonObject> part(JsonObject body, List<String> within) {
        JsonElement part = body;
        for (String step : within) {
            part = part instanceof JsonObject object ? object.get(step) : null;
        }
        return part instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    // A field under both of its names, here or in an object or list further in.
    private static boolean hasBothNames(JsonObject object, RecordAdapter<?> adapter) {
        return adapter.fields().stream()
                .anyMatch(field -> field.isTwiceIn(object) || hasBothNames(field.in(object), field.adapter()));
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
        JsonObject around = new JsonObject();
        JsonObject object = body;
        for (String step : shape.within()) {
            object.entrySet().stream()
                    .filter(part -> !part.getKey().equals(step))
                    .forEach(part -> around.add(part.getKey(), part.getValue()));
            if (!(object.get(step) instanceof JsonObject inner)) {
                return Optional.empty();
            }
            object = inner;
        }
        JsonObject asItCame = object;
        JsonObject found = bodies.anySpelling() ? Spelling.of(object, shape.adapter()) : object;
        boolean fits = isAlone(body, shape)
                && shape.all().stream().allMatch(name -> isThere(found, name))
                && (shape.any().isEmpty() || shape.any().stream().anyMatch(name -> isThere(asItCame, name)))
                && shape.none().stream().noneMatch(name -> isThere(asItCame, name));
        if (!fits) {
            return Optional.empty();
        }
        Map<String, List<String>> texts = texts(found, shape.adapter());
        return shape.kinds().stream()
                .filter(kind -> isKind(kind, texts))
                .findFirst()
                .map(kind -> new Found<>(shape, kind, found, around));
    }

    // Two messages in one body can be read in two ways.
    private boolean isAlone(JsonObject body, Shape<?> shape) {
        return shape.within().isEmpty()
                || Stream.concat(bodies.callbacks().stream(), bodies.answers().stream())
                        .filter(other -> !other.within().isEmpty())
                        .map(other -> other.within().get(0))
                        .noneMatch(head -> !head.equals(shape.within().get(0)) && body.has(head));
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
        object.entrySet().stream()
                .filter(part -> part.getValue().isJsonPrimitive())
                .forEach(part -> add(texts, part.getKey(), part.getValue().getAsString()));
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
