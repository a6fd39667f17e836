package io.github.mpesasdk.mozambique;

import com.google.gson.JsonObject;
import io.github.mpesasdk.core.outcome.Decoded;
import io.github.mpesasdk.runtime.Code;
import io.github.mpesasdk.runtime.CodeKind;
import io.github.mpesasdk.runtime.WireRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a {@link Decoded}. Used for one body, then dropped. */
final class NormalForm {

    private final String kind;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private JsonObject other = new JsonObject();
    private @Nullable String resultCode;
    private @Nullable String description;

    NormalForm(String kind) {
        this.kind = kind;
    }

    NormalForm code(@Nullable String code, @Nullable String words) {
        this.resultCode = WireText.present(code).orElse(null);
        this.description = WireText.present(words).orElse(null);
        return this;
    }

    NormalForm id(String name, @Nullable String value) {
        WireText.present(value).ifPresent(text -> ids.put(name, text));
        return this;
    }

    NormalForm value(String name, @Nullable String value) {
        WireText.present(value).ifPresent(text -> values.put(name, text));
        return this;
    }

    /** The fields of a record that the spec does not know. */
    NormalForm unknown(WireRecord body) {
        this.other = body.unknownFields().toJson();
        return this;
    }

    Decoded as(Decoded.State outcome) {
        return new Decoded(kind, outcome, resultCode, description, ids, values, other);
    }

    /** The state that a code or a word stands for. */
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
