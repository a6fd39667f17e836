package io.github.mpesasdk.releasecheck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** A small library that exports the packages {@code a} and {@code a.api}, and nothing else. */
final class Library {

    private Library() {}

    static Path compile(Path classes, String... sources) throws IOException {
        Path source = Files.createDirectories(classes.resolveSibling(classes.getFileName() + "-source"));
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString()));
        arguments.add(Files.writeString(source.resolve("module-info.java"), "module a { exports a; exports a.api; }")
                .toString());
        for (String text : sources) {
            String type = text.replaceFirst("(?s).*?(record|interface|class|enum) (\\w+).*", "$2");
            arguments.add(
                    Files.writeString(source.resolve(type + ".java"), text).toString());
        }
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)));
        return classes;
    }
}
