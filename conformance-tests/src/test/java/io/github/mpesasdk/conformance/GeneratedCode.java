package io.github.mpesasdk.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What the templates made of a spec: source files by name, and classes. */
record GeneratedCode(Path module, int operations) {

    static GeneratedCode of(String api) {
        String spec = api.equals("drc") ? "drc/messages.yaml" : api + "/openapi.yaml";
        return new GeneratedCode(
                Checkout.root().resolve("generated-client").resolve(api),
                Spec.read(spec).operations().size());
    }

    Size linesPerOperation() throws IOException {
        return Size.of(files("target/generated-sources/openapi", ".java", GeneratedCode::lines), operations);
    }

    Size classesPerOperation() throws IOException {
        return Size.of(files("target/classes", ".class", file -> 1), operations);
    }

    private Map<String, Long> files(String folder, String ending, ToLongFunction<Path> size) throws IOException {
        Path top = module.resolve(folder);
        Map<String, Long> found = new HashMap<>();
        try (Stream<Path> files = Files.walk(top)) {
            files.filter(file -> file.toString().endsWith(ending))
                    .forEach(file -> found.put(top.relativize(file).toString(), size.applyAsLong(file)));
        }
        return found;
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
