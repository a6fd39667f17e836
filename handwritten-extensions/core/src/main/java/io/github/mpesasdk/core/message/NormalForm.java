package io.github.mpesasdk.core.message;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.runtime.NamedValue;
import io.github.mpesasdk.runtime.NamedValues;
import io.github.mpesasdk.runtime.TextOrNumber;
import io.github.mpesasdk.runtime.WireRecord;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a {@link Decoded}; what is blank counts as absent. Used for one body, by one thread. */
public final class NormalForm {

    private final String kind;
    private final List<String> absent;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final JsonObject other = new JsonObject();
    private @Nullable String resultCode;
    private @Nullable String description;

    /**
     * Starts a form.
     *
     * @param kind what the body is
     * @param absent texts by which the market says that a field is absent, such as {@code N/A}
     */
    public NormalForm(String kind, String... absent) {
        this.kind = kind;
        this.absent = List.of(absent);
    }

    /** The result code, and the gateway's words. */
    public NormalForm code(@Nullable TextOrNumber code, @Nullable String words) {
        return code(code == null ? null : code.text(), words);
    }

    /** The same, where the code is text. */
    public NormalForm code(@Nullable String code, @Nullable String words) {
        this.resultCode = present(code);
        this.description = present(words);
        return this;
    }

    /** Something that names the payment. */
    public NormalForm id(String name, @Nullable String value) {
        return put(ids, name, value);
    }

    /** Something else that the spec knows. */
    public NormalForm value(String name, @Nullable String value) {
        return put(values, name, value);
    }

    /** An amount, as a plain decimal. */
    public NormalForm amount(String name, @Nullable BigDecimal value) {
        return value(name, value == null ? null : value.toPlainString());
    }

    /** Every name of a list that has a value. {@code shown} is given name and text, and answers the text to keep. */
    public NormalForm values(NamedValues list, BinaryOperator<String> shown) {
        list.toMap().forEach((name, text) -> value(name, shown.apply(name, text)));
        list.asList().stream().map(NamedValue::unknownFields).forEach(fields -> keep(fields.toJson()));
        return this;
    }

    /** The fields of a record that the spec does not know. */
    public NormalForm unknown(@Nullable WireRecord part) {
        if (part != null) {
            keep(part.unknownFields().toJson());
        }
        return this;
    }

    /** One field that the spec does not know. */
    public NormalForm other(String name, JsonElement value) {
        other.add(name, value);
        return this;
    }

    private void keep(JsonObject fields) {
        fields.entrySet().forEach(field -> other(field.getKey(), field.getValue()));
    }

    private NormalForm put(Map<String, String> target, String name, @Nullable String value) {
        String text = present(value);
        if (text != null) {
            target.put(name, text);
        }
        return this;
    }

    private @Nullable String present(@Nullable String text) {
        return text == null || text.isBlank() || absent.contains(text) ? null : text;
    }

    /** The finished form. */
    public Decoded as(Decoded.State outcome) {
        return new Decoded(kind, outcome, resultCode, description, ids, values, other);
    }
}
