package io.github.mpesasdk.sandbox.market;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A document of the specs as it is written: maps, lists and values. */
final class SpecDocument {

    /** Reading a document takes a while, and every sandbox needs the same ones. */
    private static final Map<String, SpecDocument> LOADED = new ConcurrentHashMap<>();

    private final Map<?, ?> root;

    private SpecDocument(Map<?, ?> root) {
        this.root = root;
    }

    /** The document at a place on the class path, read once per process. */
    static SpecDocument load(String resource) {
        return LOADED.computeIfAbsent(resource, place -> parse(text(place)));
    }

    static SpecDocument parse(String yaml) {
        Object root = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        if (!(root instanceof Map<?, ?> map)) {
            throw new IllegalStateException("the spec is not an OpenAPI document");
        }
        return new SpecDocument(map);
    }

    /** The text of a document on the class path. */
    static String text(String resource) {
        try (InputStream in = SpecDocument.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no " + resource + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of a top-level name, or null. */
    @Nullable
    Object at(String name) {
        return root.get(name);
    }

    /** What a node is, or what its reference within this document means. */
    Map<?, ?> resolved(@Nullable Object node) {
        Map<?, ?> at = map(node);
        while (at.get("$ref") instanceof String reference) {
            at = target(reference);
        }
        return at;
    }

    /** A schema behind its references, plain ones or those in an {@code allOf} that says more about the schema. */
    Map<?, ?> schema(@Nullable Object node) {
        Map<?, ?> at = resolved(node);
        while (at.get("allOf") instanceof List<?> parts) {
            at = resolved(parts.get(0));
        }
        return at;
    }

    private Map<?, ?> target(String reference) {
        Object at = root;
        for (String step : reference.substring("#/".length()).split("/", -1)) {
            at = Objects.requireNonNull(map(at).get(step), reference);
        }
        return map(at);
    }

    /** A node as a map; an empty one if it is none. */
    static Map<?, ?> map(@Nullable Object node) {
        return node instanceof Map<?, ?> map ? map : Map.of();
    }

    /** A node as a list; an empty one if it is none. */
    static Collection<?> list(@Nullable Object node) {
        return node instanceof Collection<?> list ? list : List.of();
    }
}
