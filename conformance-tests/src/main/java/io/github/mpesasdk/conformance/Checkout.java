package io.github.mpesasdk.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

/** Where the files of this checkout are, whichever of its folders the program was started in. */
public final class Checkout {

    private static final String LANDMARK = "specs/daraja/openapi.yaml";

    private Checkout() {}

    /** The top folder. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve(LANDMARK))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("not inside a checkout: no folder above holds " + LANDMARK);
        }
        return folder;
    }

    /** The folder of the cases as people write them, with all that stands beside them. */
    public static Path cases() {
        return root().resolve("conformance-tests/cases");
    }

    /**
     * The folder of the full cases, which the module {@code specs} makes of those.
     *
     * @throws IllegalStateException if they were not made since the last edit of a case
     */
    public static Path fullCases() {
        Path made = root().resolve("specs/target/npm");
        if (!Files.exists(made.resolve("package.json")) || changed(cases()).isAfter(changed(made))) {
            throw new IllegalStateException("the cases are not expanded since they were edited: "
                    + "run mvn -pl specs -am process-resources, or add -am to your command");
        }
        return made.resolve("cases");
    }

    /** When the newest file of a folder was written. */
    private static Instant changed(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.toFile().lastModified())
                    .max(Long::compare)
                    .map(Instant::ofEpochMilli)
                    .orElse(Instant.MIN);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
