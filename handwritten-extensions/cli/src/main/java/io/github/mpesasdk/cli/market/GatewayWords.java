package io.github.mpesasdk.cli.market;

import io.github.mpesasdk.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What gateways say with their codes: {@code says} of {@code codes.yaml}, which no program needs and people search for.
 */
public final class GatewayWords {

    private static final Map<String, GatewayWords> LOADED = new ConcurrentHashMap<>();

    private final Map<List<Object>, String> words = new HashMap<>();

    private GatewayWords(String spec) {
        String resource = "io/github/mpesasdk/specs/" + spec + "/codes.yaml";
        try (InputStream file = GatewayWords.class.getClassLoader().getResourceAsStream(resource)) {
            Object tables = new Load(LoadSettings.builder().build())
                    .loadFromInputStream(Objects.requireNonNull(file, resource));
            if (tables instanceof Map<?, ?> byName) {
                byName.values().forEach(this::addTable);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Those of a spec, read once per process. */
    static GatewayWords of(String spec) {
        return LOADED.computeIfAbsent(spec, GatewayWords::new);
    }

    private void addTable(@Nullable Object table) {
        if (table instanceof Collection<?> entries) {
            for (Object entry : entries) {
                if (entry instanceof Map<?, ?> fields && fields.get("says") != null) {
                    words.put(key(fields), String.valueOf(fields.get("says")).strip());
                }
            }
        }
    }

    private static List<Object> key(Map<?, ?> fields) {
        Object operations = fields.get("operations");
        return List.of(
                text(fields.get("code")),
                operations == null ? List.of() : operations,
                text(fields.get("message")),
                text(fields.get("words")),
                text(fields.get("meaning")));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value).strip();
    }

    /** What came with this code, as documents and captures have it. */
    public Optional<String> of(Code code) {
        return Optional.ofNullable(words.get(List.of(
                code.value(), code.operations(), text(code.message()), text(code.words()), text(code.meaning()))));
    }
}
