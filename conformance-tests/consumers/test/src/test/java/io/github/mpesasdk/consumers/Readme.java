package io.github.mpesasdk.consumers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a page shows of code. */
record Readme(Path page, String text) {

    static Readme of(Path page) throws IOException {
        return new Readme(page, Files.readString(page));
    }

    /** The first snippet without its imports: it builds a client, under this name, and takes a payment. */
    String payment(String client) {
        String first = snippets("java").get(0);
        if (!first.contains(" " + client + " = ")) {
            throw new IllegalStateException(page + " does not begin with a payment of " + client);
        }
        return first.lines()
                .filter(line -> !line.startsWith("import "))
                .map(line -> line + "\n")
                .collect(Collectors.joining())
                .stripLeading();
    }

    /** The class that receives callbacks; it has its imports. */
    String endpoint() {
        return snippets("java").stream()
                .filter(snippet -> snippet.startsWith("import ") && snippet.contains("\nfinal class "))
                .findFirst()
                .orElseThrow();
    }

    /** The dependencies for Gradle. */
    String gradle() {
        return snippets("kotlin").stream()
                .filter(snippet -> snippet.startsWith("dependencies {"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> snippets(String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
