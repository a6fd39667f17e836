package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A group of operations has a class of typed calls where its spec offers calls, and none where it would be empty. */
class TypedCallsTest {

    private static final String SOURCES = "generated-client/%s/target/generated-sources/openapi/src/main/java";
    private static final String SUFFIX = "Calls.java";

    @ParameterizedTest
    @CsvSource({
        "daraja, daraja/openapi.yaml",
        "vodacom, vodacom/openapi.yaml",
        "mozambique, mozambique/openapi.yaml",
        "drc, drc/messages.yaml"
    })
    void onlyGroupsWithCallsHaveAClassOfCalls(String api, String spec) throws IOException {
        Set<String> groups = Spec.read(spec).operations().values().stream()
                .filter(operation -> operation.definition().has("x-calls"))
                .flatMap(operation -> operation.definition().getAsJsonArray("tags").asList().stream())
                .map(JsonElement::getAsString)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> classes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Checkout.root().resolve(SOURCES.formatted(api)))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .forEach(classes::add);
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        assertEquals(
                groups,
                classes,
                "what has no typed call is listed in generated-client/" + api + "/.openapi-generator-ignore");
    }
}
