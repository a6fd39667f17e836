package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java in the README is compiled as it stands; the first piece, which takes a payment, is run. */
class ReadmeTest extends ShopTest {

    private static final Path README = Path.of("..", "..", "README.md");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    // What a reader's own program would have around the snippets.
    private static final String READER = """
            import io.github.mpesasdk.core.outcome.*;
            import io.github.mpesasdk.daraja.model.*;
            import io.github.mpesasdk.*;
            import io.github.mpesasdk.kenya.*;
            import io.github.mpesasdk.runtime.*;
            import java.math.BigDecimal;
            import java.net.URI;
            import java.time.*;
            import java.util.*;

            public class Reader%d {
                static Daraja daraja;
                static String path, body, checkoutRequestId;
                static URI confirmation, validation;
                static StkPushRequest request;
                static final List<String> SAID = new ArrayList<>();

                static void ship(Optional<String> receipt) { SAID.add("shipped"); }
                static void tell(String advice) { SAID.add("told"); }
                static void askLater(Reference reference) { SAID.add("later"); }
                static void respond(int status, String answer) {}
                static void book(Optional<String> receipt, Optional<BigDecimal> amount, Optional<ZonedDateTime> at) {}

                public static List<String> run(URI gateway, String consumerKey, String consumerSecret, String passkey) {
            %s
                    return SAID;
                }
            }
            """;

    ReadmeTest(KenyaSandbox kenya) {
        super(kenya);
    }

    @Test
    void theSnippetsCompileAndTheFirstTakesAPayment(@TempDir Path folder) throws Exception {
        List<String> snippets = snippets();
        List<String> sources = new ArrayList<>();
        for (int number = 0; number < snippets.size(); number++) {
            Path source = folder.resolve("Reader" + number + ".java");
            Files.writeString(source, READER.formatted(number, snippets.get(number)));
            sources.add(source.toString());
        }
        compile(folder, sources);

        assertEquals(List.of("shipped"), runFirst(folder));
        assertTrue(snippets.get(0).lines().count() <= 16, "the README opens with few lines");
    }

    private List<String> snippets() throws IOException {
        List<String> snippets = new ArrayList<>();
        Matcher matcher = JAVA.matcher(Files.readString(README));
        while (matcher.find()) {
            snippets.add(matcher.group(1));
        }
        snippets.set(0, onTheSandbox(snippets.get(0)));
        return snippets;
    }

    /** The first snippet names Safaricom's sandbox; the test has one of its own. Nothing else is changed. */
    private String onTheSandbox(String snippet) {
        Map<String, String> places = Map.of(
                ".sandbox()",
                ".at(gateway)",
                "\"174379\"",
                "\"" + kenya.payBill() + "\"",
                "https://shop.example/pay",
                shop.callbacks().toString());
        String here = snippet;
        for (Map.Entry<String, String> place : places.entrySet()) {
            assertTrue(here.contains(place.getKey()), place.getKey());
            here = here.replace(place.getKey(), place.getValue());
        }
        return here;
    }

    private static void compile(Path folder, List<String> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = new ArrayList<>(
                List.of("-d", folder.toString(), "-proc:none", "-classpath", System.getProperty("java.class.path")));
        arguments.addAll(sources);
        assertEquals(0, compiler.run(null, null, null, arguments.toArray(String[]::new)), "the README compiles");
    }

    private Object runFirst(Path folder) throws Exception {
        URL[] classes = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
            Method run =
                    loader.loadClass("Reader0").getMethod("run", URI.class, String.class, String.class, String.class);
            return run.invoke(null, kenya.baseUrl(), kenya.consumerKey(), kenya.consumerSecret(), kenya.passkey());
        }
    }
}
