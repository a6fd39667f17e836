package io.github.mpesasdk.conformance.languages;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A generator whose client is not run, but which has to take every document. */
enum OtherGenerator {
    OPENAPI_PYTHON_CLIENT("python/venv/bin/openapi-python-client") {
        @Override
        List<Object> arguments(Path spec, Path output) {
            return List.of("generate", "--path", spec, "--meta", "none", "--overwrite", "--output-path", output);
        }
    },
    OAPI_CODEGEN("go-generators/oapi-codegen") {
        @Override
        List<Object> arguments(Path spec, Path output) {
            return List.of("-generate", "types,client", "-package", "api", "-o", output, spec);
        }
    },
    OGEN("go-generators/ogen") {
        @Override
        List<Object> arguments(Path spec, Path output) {
            return List.of("--target", output, "--package", "api", "--clean", spec);
        }
    };

    static final Path OUTPUT = Language.TARGET.resolve("other");

    private final Path program;

    OtherGenerator(String program) {
        this.program = Language.TARGET.resolve(program);
    }

    abstract List<Object> arguments(Path spec, Path output);

    Path output(String api) {
        return OUTPUT.resolve(name() + "-" + api);
    }

    Command generate(String api) {
        // What is inside the SOAP envelope of the DRC is no API of its own, but a document all the same.
        String document = api.equals("drc") ? "messages.yaml" : "openapi.yaml";
        Path spec = Path.of("..", "specs", api, document).toAbsolutePath().normalize();
        return Command.in(
                OUTPUT,
                Stream.concat(Stream.of(program), arguments(spec, output(api)).stream())
                        .toArray());
    }

    /** The Python generator looks for its formatter on the path. */
    Map<String, String> environment() {
        return Map.of("PATH", program.getParent() + ":" + System.getenv().getOrDefault("PATH", ""));
    }

    Optional<String> obstacle() {
        return Files.exists(program)
                ? Optional.empty()
                : Optional.of(
                        Language.TARGET.relativize(program) + " is missing: run conformance-tests/languages/install");
    }
}
