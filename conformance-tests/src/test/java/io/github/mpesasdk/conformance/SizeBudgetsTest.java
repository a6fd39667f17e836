package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an application takes in with the SDK stays within the budgets that {@code size-budgets.properties} sets. */
class SizeBudgetsTest {

    private static final Path BUDGETS = Checkout.root().resolve("conformance-tests/size-budgets.properties");

    static Stream<String> names() throws IOException {
        // The command is built after this module, and has the test of its own budget.
        return budgets().stringPropertyNames().stream()
                .filter(name -> !name.startsWith("command."))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void noBudgetIsExceeded(String name) throws IOException {
        long budget = Long.parseLong(budgets().getProperty(name));
        Size size = size(name);
        assertTrue(
                size.total() <= budget,
                () -> name + " is " + size.total() + ", and its budget is " + budget + ".\n" + size.largest()
                        + "If it is worth that, raise the budget in conformance-tests/size-budgets.properties, "
                        + "and say in the commit what is gained.");
    }

    private static Size size(String name) throws IOException {
        String[] parts = name.split("\\.", -1);
        String module = parts[1];
        return switch (parts[0] + "." + parts[2]) {
            case "closure.jars" -> Size.jars(Closure.of(module));
            case "closure.bytes" -> Size.bytes(Closure.of(module));
            case "generated.linesPerOperation" -> GeneratedCode.of(module).linesPerOperation();
            case "generated.classesPerOperation" -> GeneratedCode.of(module).classesPerOperation();
            default -> throw new IllegalArgumentException("no size is called " + name);
        };
    }

    private static Properties budgets() throws IOException {
        Properties budgets = new Properties();
        try (Reader file = Files.newBufferedReader(BUDGETS)) {
            budgets.load(file);
        }
        return budgets;
    }
}
