package io.github.mpesasdk.kenya;

import com.google.gson.JsonObject;
import io.github.mpesasdk.core.outcome.Decoded;
import io.github.mpesasdk.runtime.Code;
import io.github.mpesasdk.runtime.CodeKind;
import io.github.mpesasdk.runtime.NamedValue;
import io.github.mpesasdk.runtime.NamedValues;
import io.github.mpesasdk.runtime.TextOrNumber;
import io.github.mpesasdk.runtime.WireRecord;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a {@link Decoded}. Used for one body, then dropped. */
final class NormalForm {

    private final String kind;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final JsonObject other = new JsonObject();
    private @Nullable String resultCode;
    private @Nullable String description;

    NormalForm(String kind) {
        this.kind = kind;
    }

    NormalForm code(@Nullable TextOrNumber code, @Nullable String words) {
        return code(code == null ? null : code.text(), words);
    }

    NormalForm code(@Nullable String code, @Nullable String words) {
        this.resultCode = code;
        this.description = words;
        return this;
    }

    NormalForm id(String name, @Nullable String value) {
        put(ids, name, value);
        return this;
    }

    NormalForm value(String name, @Nullable String value) {
        put(values, name, value);
        return this;
    }

    NormalForm amount(String name, @Nullable BigDecimal value) {
        return value(name, value == null ? null : value.toPlainString());
    }

    /** Every name of a list that has a value; amounts become plain decimals. */
    NormalForm values(NamedValues list) {
        list.toMap().forEach((name, text) -> {
            boolean isMoney = name.startsWith("Amount") || name.endsWith("Amount") || text.startsWith("{Amount=");
            TextOrNumber value = TextOrNumber.of(text);
            put(
                    values,
                    name,
                    isMoney
                            ? DarajaMoney.parse(value)
                                    .map(BigDecimal::toPlainString)
                                    .orElse(text)
                            : text);
        });
        list.asList().stream().map(NamedValue::unknownFields).forEach(fields -> keep(fields.toJson()));
        return this;
    }

    /** The fields of a record that the spec does not know. */
    NormalForm unknown(@Nullable WireRecord part) {
        if (part != null) {
            keep(part.unknownFields().toJson());
        }
        return this;
    }

    private void keep(JsonObject fields) {
        fields.entrySet().forEach(field -> other.add(field.getKey(), field.getValue()));
    }

    private static void put(Map<String, String> target, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            target.put(name, value);
        }
    }

    Decoded as(Decoded.State outcome) {
        return new Decoded(kind, outcome, resultCode, description, ids, values, other);
    }

    /** The state that a result code stands for. */
    static Decoded.State state(Code code) {
        if (code.kind() == CodeKind.PENDING) {
            return Decoded.State.PENDING;
        }
        if (!code.isFinal()) {
            return Decoded.State.UNKNOWN;
        }
        return code.kind() == CodeKind.SUCCESS ? Decoded.State.SUCCEEDED : Decoded.State.FAILED;
    }
}
