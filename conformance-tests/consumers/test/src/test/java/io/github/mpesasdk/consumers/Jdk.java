package io.github.mpesasdk.consumers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Javas that each application is run on. */
enum Jdk {
    /** The one that builds the applications and us. */
    OF_THE_BUILD,
    /** A newer one with long-term support; a test of it is skipped where there is none. */
    JAVA_25;

    Path home() {
        return this == OF_THE_BUILD ? Path.of(System.getProperty("java.home")) : java25();
    }

    private static Path java25() {
        List<Path> candidates = new ArrayList<>();
        for (String variable : List.of("JAVA_HOME_25_X64", "JAVA_25_HOME", "JDK25_HOME")) {
            if (System.getenv(variable) != null) {
                candidates.add(Path.of(System.getenv(variable)));
            }
        }
        Path usual = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(usual)) {
            try (Stream<Path> installed = Files.list(usual)) {
                installed
                        .filter(home -> home.getFileName().toString().contains("-25-"))
                        .forEach(candidates::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        candidates.removeIf(home -> !Files.isExecutable(home.resolve("bin/javac")));
        assumeTrue(!candidates.isEmpty(), "no JDK 25 on this machine: name its folder in JAVA_HOME_25_X64");
        return candidates.get(0);
    }
}
