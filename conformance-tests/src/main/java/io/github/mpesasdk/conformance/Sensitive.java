package io.github.mpesasdk.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which values of a payload the spec calls sensitive; on an object or list, that holds for every value inside.
 */
public final class Sensitive {

    private static final String MARK = "x-sensitive";
    private static final String WORDS = "words";
    private static final String NONE = "none";
    // In a list of names and values, the names are everybody's.
    private static final Set<String> LABELS = Set.of("Key", "Name", "name");

    private final Spec spec;

    public Sensitive(Spec spec) {
        this.spec = spec;
    }

    /** Whether a property is never to be shown, by itself or by what it refers to. */
    public boolean isMarked(JsonObject property) {
        return mark(property)
                .filter(mark -> !mark.equals(WORDS) && !mark.equals(NONE))
                .isPresent();
    }

    /** Whether a property holds the gateway's own words, which are shown cleaned. */
    public boolean isWords(JsonObject property) {
        return mark(property).filter(WORDS::equals).isPresent();
    }

    private Optional<String> mark(JsonObject property) {
        return ConformanceCase.text(property, MARK).or(() -> ConformanceCase.text(spec.resolve(property), MARK));
    }

    /** The sensitive texts and numbers of a payload, without those that it shows openly in another place. */
    public Set<String> valuesIn(JsonElement payload, String schema) {
        Set<String> hidden = new LinkedHashSet<>();
        Set<String> open = new LinkedHashSet<>();
        collect(payload, spec.schema(schema), false, hidden, open);
        hidden.removeAll(open);
        return hidden;
    }

    private void collect(
            JsonElement value, @Nullable JsonObject property, boolean inside, Set<String> hidden, Set<String> open) {
        boolean sensitive = inside || (property != null && isMarked(property));
        if (value.isJsonPrimitive()) {
            (sensitive ? hidden : open).add(value.getAsString());
        } else if (value.isJsonArray()) {
            value.getAsJsonArray().forEach(each -> collect(each, elementOf(property), sensitive, hidden, open));
        } else if (value.isJsonObject()) {
            value.getAsJsonObject().entrySet().forEach(field -> {
                JsonObject inner = propertyOf(property, field.getKey());
                collect(field.getValue(), inner, sensitive && !LABELS.contains(field.getKey()), hidden, open);
            });
        }
    }

    private @Nullable JsonObject elementOf(@Nullable JsonObject property) {
        return property == null ? null : spec.resolve(property).getAsJsonObject("items");
    }

    private @Nullable JsonObject propertyOf(@Nullable JsonObject property, String field) {
        return Optional.ofNullable(property)
                .map(spec::resolve)
                .flatMap(schema -> spec.property(schema, field))
                .orElse(null);
    }
}
