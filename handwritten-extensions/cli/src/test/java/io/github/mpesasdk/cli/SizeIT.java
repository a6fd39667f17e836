package io.github.mpesasdk.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The jar that people run stays within its budget. */
class SizeIT {

    private static final Path JAR = Path.of("target", "mpesa.jar");
    private static final Path BUDGETS = Path.of("..", "..", "conformance-tests", "size-budgets.properties");

    @Test
    void theCommandStaysWithinItsBudget() throws IOException {
        Properties budgets = new Properties();
        try (Reader file = Files.newBufferedReader(BUDGETS)) {
            budgets.load(file);
        }
        long budget = Long.parseLong(budgets.getProperty("command.bytes"));
        long bytes = Files.size(JAR);
        assertTrue(
                bytes <= budget,
                () -> "mpesa.jar has " + bytes + " bytes, and its budget is " + budget + ".\n" + largest()
                        + "If it is worth that, raise command.bytes in conformance-tests/size-budgets.properties, "
                        + "and say in the commit what is gained.");
    }

    /** The twenty packages that take most. */
    private static String largest() {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            TreeMap<String, Long> packages = jar.stream()
                    .collect(Collectors.groupingBy(
                            entry -> entry.getName().replaceFirst("^([^/]*/[^/]*/[^/]*)/.*", "$1"),
                            TreeMap::new,
                            Collectors.summingLong(entry -> Math.max(entry.getCompressedSize(), 0))));
            return packages.entrySet().stream()
                    .sorted((one, other) -> Long.compare(other.getValue(), one.getValue()))
                    .limit(20)
                    .map(part -> "%,14d  %s%n".formatted(part.getValue(), part.getKey()))
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
