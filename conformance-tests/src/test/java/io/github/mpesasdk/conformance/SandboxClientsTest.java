package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.mpesasdk.sandbox.Sandbox;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings by which the sandbox's page joins each client to it make a client. */
class SandboxClientsTest {

    private static final Path PAGE = Path.of("..", "handwritten-extensions", "sandbox", "README.md");
    private static final Pattern ROW =
            Pattern.compile("^\\| `(Daraja|VodacomOpenApi|Mozambique|DrcGateway)` \\|(.*)\\|$", Pattern.MULTILINE);
    private static final Pattern SETTINGS = Pattern.compile("`(\\.[^`]+)`");
    private static final String PROGRAM = """
            import io.github.mpesasdk.drc.*;
            import io.github.mpesasdk.kenya.*;
            import io.github.mpesasdk.mozambique.*;
            import io.github.mpesasdk.sandbox.Sandbox;
            import io.github.mpesasdk.vodacom.*;
            import io.github.mpesasdk.vodacomapi.model.Market;

            public final class Clients {
                public static void build(Sandbox sandbox) {
                    var kenya = sandbox.kenya();
                    var vodacom = sandbox.vodacom();
                    var mozambique = sandbox.mozambique();
                    var drc = sandbox.drc();
            %s
                }
            }
            """;

    @Test
    void thePageHasTheSettingsOfEachClient(@TempDir Path folder) throws Exception {
        List<String> clients = ROW.matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group(1) + ".builder()" + settings(row) + ".build().close();")
                .toList();
        assertEquals(4, clients.size(), "a row for each client");
        compile(folder, PROGRAM.formatted(String.join("\n", clients)));
        URL[] classes = {folder.toUri().toURL()};
        try (Sandbox sandbox = Sandbox.start();
                URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
            loader.loadClass("Clients").getMethod("build", Sandbox.class).invoke(null, sandbox);
        }
    }

    private static String settings(MatchResult row) {
        return SETTINGS.matcher(row.group(2))
                .results()
                .map(code -> code.group(1))
                .filter(code -> code.endsWith(")"))
                .collect(Collectors.joining());
    }

    private static void compile(Path folder, String program) throws Exception {
        Path source = Files.writeString(folder.resolve("Clients.java"), program);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        boolean isGood = compiler.getTask(
                        said,
                        null,
                        null,
                        List.of("-d", folder.toString()),
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjects(source))
                .call();
        assertEquals("", isGood ? "" : said.toString());
    }
}
