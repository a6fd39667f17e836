package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The Java of the pages, and what a reader's own program has around it. */
final class Snippets {

    private static final List<Path> PAGES = List.of(Path.of("..", "..", "README.md"), Path.of("README.md"));
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    // Of a snippet that brings none.
    private static final String IMPORTS = """
            import io.github.mpesasdk.daraja.model.*;
            import io.github.mpesasdk.*;
            import io.github.mpesasdk.journal.*;
            import io.github.mpesasdk.journal.jdbc.*;
            import io.github.mpesasdk.kenya.*;
            import io.github.mpesasdk.runtime.*;
            import java.net.URI;
            import java.time.*;
            import java.util.*;
            """;

    // What a reader's own program would have around the snippets.
    private static final String READER = """
            %s
            public class Reader%d {
                static io.github.mpesasdk.kenya.Daraja daraja;
                static java.net.URI gateway, callbacks;
                static String consumerKey, consumerSecret, payBill, passkey, callbackKey, journalKey, path, body, checkoutRequestId, stored;
                static javax.sql.DataSource dataSource;
                static io.github.mpesasdk.journal.Journal journal;
                static final Operators operators = new Operators();
                static java.net.URI confirmation, validation;
                static io.github.mpesasdk.daraja.model.StkPushInput request;
                static final java.util.List<String> SAID = new java.util.concurrent.CopyOnWriteArrayList<>();
                static final Orders orders = new Orders();

                static final class Orders {
                    void paid(String order, java.util.Optional<String> receipt) { SAID.add("paid " + order); }
                    void failed(String order, String advice) { SAID.add("failed " + order); }
                    void received(String receipt, java.math.BigDecimal amount, java.util.Optional<String> label) { SAID.add("received " + amount); }
                }

                static final class Operators {
                    void look(String reference, String reason) { SAID.add("look"); }
                }

                static void ship(java.util.Optional<String> receipt) { SAID.add("shipped"); }
                static void tell(String advice) { SAID.add("told"); }
                static void askLater(String reference, String why) { SAID.add("later"); }
                static void respond(int status, String answer) { SAID.add(status + " " + answer.length()); }

                public static void act() throws Exception {
            %s
                }
            }
            """;

    private Snippets() {}

    /** Those of the pages that are statements, in their order. */
    static List<String> statementsOfThePages() throws IOException {
        List<String> snippets = java();
        snippets.removeIf(Snippets::isClass);
        return snippets;
    }

    private static List<String> java() throws IOException {
        List<String> java = new ArrayList<>();
        for (Path page : PAGES) {
            JAVA.matcher(Files.readString(page))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(java::add);
        }
        return java;
    }

    /** Which of the snippets has this part; exactly one must. */
    static int numberOf(String part, List<String> snippets) {
        List<String> having =
                snippets.stream().filter(snippet -> snippet.contains(part)).toList();
        assertEquals(1, having.size(), part);
        return snippets.indexOf(having.get(0));
    }

    // A whole class with its imports, and so a file of its own.
    private static boolean isClass(String snippet) {
        return snippet.contains("\nfinal class ");
    }

    private static String imports(String snippet) {
        return snippet.lines()
                .filter(line -> line.startsWith("import "))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** A snippet without its imports. */
    static String statements(String snippet) {
        return snippet.lines()
                .filter(line -> !line.startsWith("import "))
                .map(line -> line + "\n")
                .collect(Collectors.joining())
                .stripLeading();
    }

    /** The classes of the pages, by name. */
    static Map<String, String> classesOfThePages() throws IOException {
        return java().stream()
                .filter(Snippets::isClass)
                .collect(Collectors.toMap(Snippets::nameOf, snippet -> snippet));
    }

    private static String nameOf(String snippet) {
        return snippet.replaceFirst("(?s).*\nfinal class (\\w+).*", "$1");
    }

    /** Compiles them as {@code Reader0}, {@code Reader1} and so on, with classes beside them. */
    static void compile(Path folder, List<String> snippets, Map<String, String> classes) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("-d", folder.toString(), "-proc:none", "-classpath", System.getProperty("java.class.path")));
        for (int number = 0; number < snippets.size(); number++) {
            Path source = folder.resolve("Reader" + number + ".java");
            String snippet = snippets.get(number);
            String imports = imports(snippet);
            Files.writeString(
                    source, READER.formatted(imports.isEmpty() ? IMPORTS : imports, number, statements(snippet)));
            arguments.add(source.toString());
        }
        for (Map.Entry<String, String> one : classes.entrySet()) {
            Path source = folder.resolve(one.getKey() + ".java");
            Files.writeString(source, one.getValue());
            arguments.add(source.toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertEquals(0, compiler.run(null, null, null, arguments.toArray(String[]::new)), "the README compiles");
    }
}
