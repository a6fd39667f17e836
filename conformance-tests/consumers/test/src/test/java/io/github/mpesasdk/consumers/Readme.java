package io.github.mpesasdk.consumers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The Java of a page. */
record Readme(Path page, List<String> snippets) {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    static Readme of(Path page) throws IOException {
        return new Readme(
                page,
                JAVA.matcher(Files.readString(page))
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }

    /** The first snippet without its imports: it builds a client, under this name, and takes a payment. */
    String payment(String client) {
        String first = snippets.get(0);
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
        return snippets.stream()
                .filter(snippet -> snippet.startsWith("import ") && snippet.contains("\nfinal class "))
                .findFirst()
                .orElseThrow();
    }
}
