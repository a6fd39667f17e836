package io.github.mpesasdk.sandbox.market;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** An OpenAPI document as a judge: which operation a request means, and what is wrong with it. */
public final class OpenApiSpec {

    /** Reading a document takes a while, and every sandbox needs the same ones. */
    private static final Map<String, OpenApiSpec> LOADED = new ConcurrentHashMap<>();

    private final Map<String, SpecOperation> operations = new LinkedHashMap<>();
    private final List<Map<?, ?>> markets;

    private OpenApiSpec(String document) {
        OpenAPI api = parse(document);
        markets = markets(api);
        api.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
            SpecOperation known = SpecOperation.of(method.name(), path, operation, api);
            operations.put(known.method() + " " + path, known);
        }));
    }

    /** The document at a place on the class path, read once per process. */
    public static OpenApiSpec load(String resource) {
        return LOADED.computeIfAbsent(resource, place -> new OpenApiSpec(read(place)));
    }

    /** The model of a document, as this judge reads it. */
    static OpenAPI parse(String document) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        options.setResolveRequestBody(true);
        options.setResolveResponses(true);
        OpenAPI api =
                new OpenAPIV3Parser().readContents(document, List.of(), options).getOpenAPI();
        if (api == null) {
            throw new IllegalStateException("the spec is not an OpenAPI document");
        }
        // The address is the market's business: some of them have variables in it.
        api.setServers(null);
        api.getPaths().values().forEach(item -> item.setServers(null));
        return api;
    }

    /** The rows of {@code x-markets}: the countries that share the API; none, where it serves one country. */
    static List<Map<?, ?>> markets(OpenAPI api) {
        List<Map<?, ?>> rows = new ArrayList<>();
        Object table = api.getExtensions() == null ? null : api.getExtensions().get("x-markets");
        if (table instanceof List<?> list) {
            for (Object row : list) {
                rows.add((Map<?, ?>) row);
            }
        }
        return List.copyOf(rows);
    }

    /** The rows of {@code x-markets}. */
    public List<Map<?, ?>> markets() {
        return markets;
    }

    /** The text of a document on the class path. */
    public static String read(String resource) {
        try (InputStream in = OpenApiSpec.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no " + resource + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All operations. */
    public Collection<SpecOperation> operations() {
        return operations.values();
    }

    /** The ids of all operations. */
    public Set<String> operationIds() {
        return operations.values().stream().map(SpecOperation::id).collect(Collectors.toUnmodifiableSet());
    }

    /** The operation that a request means. */
    public Optional<SpecOperation> operation(MarketRequest request) {
        return Optional.ofNullable(operations.get(request.method() + " " + request.path()));
    }

    /** Whether any operation has this path. */
    public boolean knows(String path) {
        return operations.values().stream()
                .anyMatch(operation -> operation.path().equals(path));
    }

    /** What the document has against a request, in the order in which it lists the fields. */
    public List<Violation> violations(MarketRequest request) {
        return operation(request)
                .map(known -> RequestCheck.violations(known, request))
                .orElse(List.of());
    }
}
