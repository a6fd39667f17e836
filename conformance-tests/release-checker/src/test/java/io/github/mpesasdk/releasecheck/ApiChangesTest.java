package io.github.mpesasdk.releasecheck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two versions of one small library, and what its users are told. */
class ApiChangesTest {

    private static final String ANSWER = "package a; public record Answer(String id) {}";
    private static final String OUTCOME =
            "package a; public sealed interface Outcome { record Paid() implements Outcome {} }";
    private static final String JOURNAL = "package a; public interface Journal { void write(String text); }";
    private static final String DRAFT = "package a.api; public interface Draft { Draft amount(long amount); }";
    private static final String INSIDE = "package a.inside; public class Inside { public void act() {} }";

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void whatOnlyGrowsBreaksNobody() throws IOException {
        assertEquals(
                List.of(),
                changes(
                        ANSWER.replace("String id", "String id, String receipt"),
                        OUTCOME,
                        JOURNAL.replace("}", "default void flush() {} }"),
                        DRAFT.replace("}", "Draft order(String order); }"),
                        INSIDE.replace("public void act() {}", "")));
    }

    @Test
    void aFieldThatIsGoneIsTold() throws IOException {
        assertEquals(
                List.of("lib: a.Answer.id: method removed"),
                changes(ANSWER.replace("String id", "String name"), OUTCOME, JOURNAL, DRAFT, INSIDE));
    }

    @Test
    void aKindMoreOfASealedTypeIsTold() throws IOException {
        assertEquals(
                List.of("lib: a.Outcome: [Outcome$Lost] is new: a switch over all kinds does not compile"),
                changes(
                        ANSWER,
                        OUTCOME.replace("{} }", "{} record Lost() implements Outcome {} }"),
                        JOURNAL,
                        DRAFT,
                        INSIDE));
    }

    @Test
    void whatAnImplementerWouldHaveToAddIsTold() throws IOException {
        assertEquals(
                List.of("lib: a.Journal.read: method added to interface"),
                changes(ANSWER, OUTCOME, JOURNAL.replace("}", "String read(); }"), DRAFT, INSIDE));
    }

    private List<String> changes(String... sources) throws IOException {
        Path old = jar("old", ANSWER, OUTCOME, JOURNAL, DRAFT, INSIDE);
        return ApiChanges.between(old, jar("new", sources));
    }

    private Path jar(String name, String... sources) throws IOException {
        Path classes = Library.compile(folder.resolve(name + "-classes"), sources);
        Path jars = Files.createDirectories(folder.resolve(name));
        try (OutputStream file = Files.newOutputStream(jars.resolve("lib.jar"));
                JarOutputStream jar = new JarOutputStream(file);
                Stream<Path> found = Files.walk(classes)) {
            for (Path each : found.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new ZipEntry(classes.relativize(each).toString()));
                Files.copy(each, jar);
            }
        }
        return jars;
    }
}
