package io.github.mpesasdk.sandbox.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI document as a judge: which operation a request means, and what is wrong with it. The document is read when
 * it is first needed, so that a sandbox is ready before, and nobody waits for a market that nobody uses.
 */
public final class OpenApiSpec {

    private static final Map<String, OpenApiSpec> KNOWN = new ConcurrentHashMap<>();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final String resource;
    private @Nullable Contents contents;

    private OpenApiSpec(String resource) {
        this.resource = resource;
    }

    /** The document at a place on the class path. */
    public static OpenApiSpec of(String resource) {
        return KNOWN.computeIfAbsent(resource, OpenApiSpec::new);
    }

    /** The text of a document on the class path. */
    public static String read(String resource) {
        return SpecDocument.text(resource);
    }

    /** The rows of {@code x-markets}: the countries that share the API; none, where it serves one country. */
    static List<Map<?, ?>> markets(SpecDocument document) {
        List<Map<?, ?>> rows = new ArrayList<>();
        SpecDocument.list(document.at("x-markets")).forEach(row -> rows.add((Map<?, ?>) row));
        return List.copyOf(rows);
    }

    /** The rows of {@code x-markets}. */
    public List<Map<?, ?>> markets() {
        return contents().markets();
    }

    /** How commands call those countries. */
    public List<String> countries() {
        return markets().stream().map(row -> String.valueOf(row.get("word"))).toList();
    }

    /** Where the operator's own gateways are. */
    public List<ServerAddress> servers() {
        return ServerAddress.of(SpecDocument.load(resource), operations());
    }

    /** All operations. */
    public Collection<SpecOperation> operations() {
        return contents().operations().values();
    }

    /** The ids of all operations. */
    public Set<String> operationIds() {
        return operations().stream().map(SpecOperation::id).collect(Collectors.toUnmodifiableSet());
    }

    /** The operation that a request means. */
    public Optional<SpecOperation> operation(MarketRequest request) {
        return Optional.ofNullable(contents().operations().get(request.method() + " " + request.path()));
    }

    /** Whether any operation has this path. */
    public boolean knows(String path) {
        return operations().stream().anyMatch(operation -> operation.path().equals(path));
    }

    /**
     * What the document has against a request, in the order in which it lists the fields.
     *
     * @param codes those by which the gateway refuses fields
     */
    public List<Violation> violations(MarketRequest request, Catalogue codes) {
        return operation(request)
                .map(known -> RequestCheck.violations(known, request, codes))
                .orElse(List.of());
    }

    private synchronized Contents contents() {
        if (contents == null) {
            contents = Contents.of(SpecDocument.load(resource));
        }
        return contents;
    }

    /** The operations by method and path, and the rows of {@code x-markets}. */
    private record Contents(Map<String, SpecOperation> operations, List<Map<?, ?>> markets) {

        static Contents of(SpecDocument document) {
            Map<String, SpecOperation> operations = new LinkedHashMap<>();
            SpecDocument.map(document.at("paths"))
                    .forEach((path, item) -> document.resolved(item).forEach((name, operation) -> {
                        if (METHODS.contains((String) name)) {
                            String method = ((String) name).toUpperCase(Locale.ROOT);
                            operations.put(
                                    method + " " + path,
                                    SpecOperation.of(method, (String) path, SpecDocument.map(operation), document));
                        }
                    }));
            return new Contents(operations, OpenApiSpec.markets(document));
        }
    }
}
