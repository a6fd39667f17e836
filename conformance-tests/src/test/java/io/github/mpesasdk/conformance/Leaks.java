package io.github.mpesasdk.conformance;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the sensitive values of a case where none may be: in errors, with their causes, and in texts of records.
 */
final class Leaks {

    // Shorter values, such as an amount, occur by chance.
    private static final int SHORTEST = 4;

    private final Set<String> sensitive = new LinkedHashSet<>();

    Leaks(MarketCases market, ConformanceCase played) {
        Spec spec = market.spec();
        Setup setup = market.setup();
        Sensitive marked = new Sensitive(spec);
        if (played.isCallback()) {
            collect(
                    marked,
                    played.given(),
                    spec.callback(played.subject()).requestSchema().orElseThrow());
        } else {
            SpecOperation operation = spec.operation(played.subject());
            operation.requestSchema().ifPresent(schema -> {
                sensitive.addAll(marked.valuesIn(played.given().get("input"), schema));
                collect(marked, played.request(), schema);
            });
            for (JsonObject answer : played.answers()) {
                operation.answerSchemas().values().forEach(schema -> collect(marked, answer, schema));
                Payload.soap(answer)
                        .ifPresent(soap -> sensitive.addAll(marked.valuesIn(
                                soap.echo(), operation.requestSchema().orElseThrow())));
            }
        }
        sensitive.addAll(setup.secrets());
        // Gateways write words where something secret belongs, and words must be shown.
        Expectation.messageParts(played.expect()).forEach(sensitive::remove);
        setup.tokenOperation().ifPresent(issuing -> sensitive.addAll(Set.of(setup.token(1), setup.token(2))));
        sensitive.removeIf(value -> value.length() < SHORTEST);
    }

    private void collect(Sensitive marked, @Nullable JsonObject holder, String schema) {
        Optional.ofNullable(holder)
                .flatMap(Payload::content)
                .ifPresent(content -> sensitive.addAll(marked.valuesIn(content, schema)));
    }

    /** A sensitive value that an error shows in its text, its causes or its stack trace. */
    Optional<String> in(Throwable error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace, true));
        return in(trace + " " + error.getMessage() + " " + error);
    }

    /** A sensitive value that a text shows. */
    Optional<String> in(String text) {
        return sensitive.stream().filter(text::contains).findFirst();
    }
}
