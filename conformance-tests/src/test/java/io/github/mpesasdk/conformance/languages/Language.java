package io.github.mpesasdk.conformance.languages;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A language with a stock client: where its tools are, how it is checked, and how a driver of it is started. */
enum Language {
    TYPESCRIPT("typescript") {
        @Override
        List<Path> needs() {
            return List.of(work().resolve("node_modules/typescript/bin/tsc"));
        }

        @Override
        List<String> programs() {
            return List.of("node");
        }

        @Override
        Command check() {
            return Command.in(work(), "node", "node_modules/typescript/bin/tsc", "-p", ".");
        }

        @Override
        Command drive(String market) {
            return Command.in(work(), "node", "built/src/" + market + ".js");
        }

        @Override
        Command playCases(String market) {
            return Command.in(work(), "node", "built/src/conformance.js", market);
        }
    },

    PYTHON("python") {
        private final Path python = work().resolve("venv/bin/python");

        @Override
        List<Path> needs() {
            return List.of(python);
        }

        @Override
        List<String> programs() {
            return List.of();
        }

        @Override
        Command check() {
            return Command.in(work(), python, "-m", "compileall", "-q", "daraja", "vodacom", "mozambique");
        }

        @Override
        Command drive(String market) {
            return Command.in(work(), python, "drivers/" + market + ".py");
        }

        @Override
        Command playCases(String market) {
            return Command.in(work(), python, "drivers/conformance.py", market);
        }

        @Override
        Map<String, String> environment() {
            return Map.of("PYTHONPATH", String.join(File.pathSeparator, "daraja", "vodacom", "mozambique"));
        }
    },

    GO("go") {
        @Override
        List<Path> needs() {
            return List.of();
        }

        @Override
        List<String> programs() {
            return List.of("go");
        }

        @Override
        Command check() {
            return Command.in(work(), "go", "build", "-o", "built/", "./...");
        }

        @Override
        Command drive(String market) {
            return Command.in(work(), work().resolve("built").resolve(market));
        }

        @Override
        Command playCases(String market) {
            return Command.in(work(), work().resolve("built").resolve("conformance"), market);
        }

        @Override
        Map<String, String> environment() {
            return Map.of("GOPROXY", "off", "GOTOOLCHAIN", "local", "GOFLAGS", "-mod=mod");
        }
    };

    static final Path TARGET = Path.of("target", "languages").toAbsolutePath();

    private final String folder;

    Language(String folder) {
        this.folder = folder;
    }

    /** Files that languages/install makes. */
    abstract List<Path> needs();

    /** Programs that must be on the path. */
    abstract List<String> programs();

    /** Compiles everything, or checks its types. */
    abstract Command check();

    /** Runs the driver of a market, once everything was checked. */
    abstract Command drive(String market);

    /** Plays the cases of a market, once everything was checked. */
    abstract Command playCases(String market);

    Map<String, String> environment() {
        return Map.of();
    }

    /** Where the client was generated to, and the driver is copied to. */
    final Path work() {
        return Path.of("target", "languages", folder).toAbsolutePath();
    }

    /** Why it cannot be tested here; empty if it can. */
    final Optional<String> obstacle() {
        return Stream.concat(
                        programs().stream()
                                .filter(program -> !isOnPath(program))
                                .map(program -> program + " is not installed"),
                        needs().stream()
                                .filter(file -> !Files.exists(file))
                                .map(file -> TARGET.relativize(file)
                                        + " is missing: run conformance-tests/languages/install"))
                .findFirst();
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    /** Puts the driver beside the client, as its build wants it. */
    final void copyDriver() throws IOException {
        Path source = Path.of("languages", folder);
        Path destination = this == PYTHON ? work().resolve("drivers") : work();
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = destination.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
