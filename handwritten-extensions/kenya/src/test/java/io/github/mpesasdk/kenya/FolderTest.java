package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README's table of what is in this folder. */
class FolderTest {

    @Test
    void namesEachClassThatIsWrittenByHand() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String table = readme.substring(readme.indexOf("## In this folder"));
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/io/github/mpesasdk/kenya"))) {
            List<String> missing = sources.map(source -> source.getFileName().toString())
                    .filter(file -> file.endsWith(".java") && !file.equals("package-info.java"))
                    .map(file -> file.substring(0, file.length() - ".java".length()))
                    .filter(name -> !table.contains("`" + name + "`"))
                    .toList();

            assertEquals(List.of(), missing);
        }
    }
}
