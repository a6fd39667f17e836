package io.github.mpesasdk.releasecheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the jars promise is written down beside this module, and a change of it is told. */
class PublicApiTest {

    private static final Path PROMISED = Path.of("api");
    private static final Path LISTS = Path.of("promised");
    private static final String REFRESH = "mvn -pl conformance-tests/release-checker -am test -Dtest=PublicApiTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dapi.refresh";

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void thisBuildKeepsWhatIsPromised() throws IOException {
        Map<String, List<String>> now = ofThisBuild();
        List<String> differences = new ArrayList<>();
        for (String artifact : promised()) {
            if (!now.containsKey(artifact)) {
                differences.add(artifact + " removed; that breaks users, see VERSIONING.md");
            }
        }
        for (Map.Entry<String, List<String>> jar : now.entrySet()) {
            Path file = PROMISED.resolve(jar.getKey() + ".txt");
            differences.addAll(
                    Files.exists(file)
                            ? ApiPromise.differences(jar.getKey(), Files.readAllLines(file), jar.getValue())
                            : List.of(jar.getKey() + " is new"));
        }
        if (Boolean.getBoolean("api.refresh")) {
            refresh(now);
        } else if (!differences.isEmpty()) {
            fail(String.join("\n", differences)
                    + "\nIf you mean it, write it down with the command below, and read the diff of"
                    + " conformance-tests/release-checker/api. What breaks users also goes into CHANGELOG.md.\n  "
                    + REFRESH);
        }
    }

    @Test
    void aTypeIsWrittenDownAsPeopleReadIt() throws IOException {
        assertEquals(
                List.of(
                        "record a.Answer",
                        "  component String id()",
                        "  deprecated String number()",
                        "class a.Client<T extends Comparable<T>>",
                        "  implements AutoCloseable",
                        "  protected new(T, int[])",
                        "  static final int MANY",
                        "  void close() throws java.io.IOException",
                        "  long[] counts",
                        "  protected java.util.List<String> names",
                        "  static <X> java.util.List<? super X> of(Class<X>, String...)",
                        "  void shared()",
                        "enum a.Kind",
                        "  constant ONE",
                        "sealed interface a.Outcome",
                        "  permits a.Outcome.Paid",
                        "  default int code()",
                        "  abstract boolean isFinal()",
                        "record a.Outcome.Paid",
                        "  implements a.Outcome",
                        "  component boolean isFinal()"),
                written(
                        "package a; public record Answer(String id) { @Deprecated public String number() { return id; } }",
                        """
                        package a; public class Client<T extends Comparable<T>> extends Shared implements AutoCloseable {
                            private int hidden;
                            public static final int MANY = 2;
                            public long[] counts = {};
                            protected java.util.List<String> names = java.util.List.of();
                            protected Client(T one, int[] more) {}
                            public static <X> java.util.List<? super X> of(Class<X> type, String... names) { return null; }
                            public void close() throws java.io.IOException {}
                            void inside() {}
                            @Override public String toString() { return ""; }
                        }""",
                        "package a; class Shared { public void shared() {} public void close() throws java.io.IOException {} }",
                        "package a; public enum Kind { ONE { } }",
                        """
                        package a; public sealed interface Outcome {
                            boolean isFinal();
                            default int code() { return 0; }
                            record Paid(boolean isFinal) implements Outcome {}
                        }""",
                        "package a.api; interface NotPublic {}",
                        "package a.inside; public class Inside { public void act() {} }"));
    }

    @Test
    void aListNamesTypesAndPackages() throws IOException {
        Path classes = Library.compile(
                folder.resolve("classes"),
                "package a; public class Whole {}",
                "package a.api; public class Named { public static class Inside {} }",
                "package a.api; public class Other {}");
        assertEquals(
                List.of(
                        "class a.Whole",
                        "  new()",
                        "class a.api.Named",
                        "  new()",
                        "class a.api.Named.Inside",
                        "  new()"),
                new PublicApi(List.of(classes))
                        .of(classes, PromisedTypes.in(List.of("# for people", "a.*", "a.api.Named"))));
    }

    @Test
    void aListNamesOnlyWhatThereIs() throws IOException {
        Map<String, List<String>> now = ofThisBuild();
        List<String> missing = new ArrayList<>();
        try (Stream<Path> lists = Files.list(LISTS)) {
            for (Path list : lists.toList()) {
                String artifact = list.getFileName().toString().replaceFirst("\\.txt$", "");
                Set<String> words = now.getOrDefault(artifact, List.of()).stream()
                        .filter(line -> !line.startsWith(" "))
                        .flatMap(line -> Stream.of(line.split(" ")))
                        .flatMap(type -> Stream.of(type, type.replaceFirst("[^.]*$", "*")))
                        .collect(Collectors.toSet());
                Files.readAllLines(list).stream()
                        .filter(name -> !name.startsWith("#") && !words.contains(name))
                        .forEach(name -> missing.add(artifact + ": " + name));
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void whatIsGoneOrChangedBreaksUsers() {
        assertEquals(
                List.of(
                        "lib: a.Answer: `component String id()` removed; that breaks users, see VERSIONING.md",
                        "lib: a.Kind: removed; that breaks users, see VERSIONING.md",
                        "lib: a.Answer: `component int id()` is new"),
                ApiPromise.differences(
                        "lib",
                        List.of("record a.Answer", "  component String id()", "enum a.Kind", "  constant ONE"),
                        List.of("record a.Answer", "  component int id()")));
    }

    @Test
    void whatUsersWouldHaveToAddBreaksThem() {
        assertEquals(
                List.of(
                        "lib: a.Outcome: `permits a.Lost` added, so that a switch over all kinds does not compile;"
                                + " that breaks users, see VERSIONING.md",
                        "lib: a.Journal: `abstract void read()` added, which those who implement it lack;"
                                + " that breaks users, see VERSIONING.md"),
                ApiPromise.differences(
                        "lib",
                        List.of("sealed interface a.Outcome", "  permits a.Paid", "interface a.Journal"),
                        List.of(
                                "sealed interface a.Outcome",
                                "  permits a.Paid",
                                "  permits a.Lost",
                                "interface a.Journal",
                                "  abstract void read()")));
    }

    @Test
    void whatIsAddedOrDeprecatedBreaksNobody() {
        assertEquals(
                List.of(
                        "lib: a.Answer: `String id()` is now `deprecated String id()`",
                        "lib: a.Answer: `String name()` is new",
                        "lib: a.api.Draft: `abstract a.api.Draft order(String)` is new",
                        "lib: a.Kind is new"),
                ApiPromise.differences(
                        "lib",
                        List.of("class a.Answer", "  String id()", "interface a.api.Draft"),
                        List.of(
                                "class a.Answer",
                                "  deprecated String id()",
                                "  String name()",
                                "interface a.api.Draft",
                                "  abstract a.api.Draft order(String)",
                                "enum a.Kind",
                                "  constant ONE")));
    }

    private List<String> written(String... sources) throws IOException {
        Path classes = Library.compile(folder.resolve("classes"), sources);
        return new PublicApi(List.of(classes)).of(classes, type -> true);
    }

    // The pom has them built before this module, so they are compiled, and packed if Maven was told to.
    private static Map<String, List<String>> ofThisBuild() throws IOException {
        List<Pom> libraries = Project.in(Path.of("..", "..")).published().stream()
                .filter(Pom::isLibrary)
                .toList();
        for (Pom library : libraries) {
            assertTrue(
                    Files.isDirectory(library.classes()),
                    () -> library.artifactId() + " is not compiled: run `mvn verify`, or `mvn test`, from the top");
        }
        PublicApi all = new PublicApi(libraries.stream().map(Pom::classes).toList());
        Map<String, List<String>> written = new TreeMap<>();
        for (Pom library : libraries) {
            written.put(library.artifactId(), all.of(library.classes(), PromisedTypes.of(library.artifactId(), LISTS)));
        }
        return written;
    }

    private static List<String> promised() throws IOException {
        try (Stream<Path> files = Files.list(Files.createDirectories(PROMISED))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.txt$", ""))
                    .sorted()
                    .toList();
        }
    }

    private static void refresh(Map<String, List<String>> now) throws IOException {
        for (String artifact : promised()) {
            Files.delete(PROMISED.resolve(artifact + ".txt"));
        }
        for (Map.Entry<String, List<String>> jar : now.entrySet()) {
            Files.write(PROMISED.resolve(jar.getKey() + ".txt"), jar.getValue());
        }
    }
}
