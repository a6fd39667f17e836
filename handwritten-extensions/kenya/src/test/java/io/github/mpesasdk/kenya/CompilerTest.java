package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a payment cannot go without, the compiler asks for; nobody has to run a program to find out. */
class CompilerTest {

    private static final String CALL =
            "class Call { void call(io.github.mpesasdk.kenya.Daraja daraja) { daraja.%s; } }";

    @TempDir
    Path folder;

    @Test
    void aWholePaymentCompiles() throws IOException {
        assertEquals(
                List.of(),
                errors(
                        "stk().push(push -> push.amount(1).from(\"0708 374 149\").reference(\"A\").description(\"Tea\").order(\"17\"))"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    stk().push(push -> push.amount(1).from("0708 374 149").reference("A"))  | NeedsDescription
                    stk().push(push -> push.from("0708 374 149"))                           | NeedsAmount
                    b2c().pay(pay -> pay.amount(10))                                        | NeedsTo
                    b2b().payBill(pay -> pay.amount(10))                                    | NeedsTo
                    transactions().reverse(undo -> undo.receipt("TST1234567"))              | NeedsAmount
                    """)
    void whatIsMissingIsNamedByTheCompiler(String call, String missing) throws IOException {
        List<String> errors = errors(call);

        assertTrue(errors.toString().contains(missing), errors.toString());
    }

    private List<String> errors(String call) throws IOException {
        Path source = Files.writeString(folder.resolve("Call.java"), CALL.formatted(call));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            List<String> options =
                    List.of("-proc:none", "-d", folder.toString(), "-classpath", System.getProperty("java.class.path"));
            compiler.getTask(null, files, found, options, null, files.getJavaFileObjects(source))
                    .call();
        }
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
    }
}
