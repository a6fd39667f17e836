package io.github.mpesasdk.journal.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.journal.Book;
import io.github.mpesasdk.journal.Entry;
import io.github.mpesasdk.journal.JournalException;
import io.github.mpesasdk.journal.PaymentState;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A journal in a file, and the settings of every journal. */
class FileJournalTest {

    @TempDir
    Path folder;

    @Test
    void aFileOutlivesTheProcess() {
        Path file = folder.resolve("journal");
        Entry entry;
        try (JdbcJournal journal = JdbcJournal.file(file).key(JdbcContract.KEY).build()) {
            entry = Samples.accepted(journal.book("kenya"), "10");
        }
        assertTrue(Files.exists(folder.resolve("journal.mv.db")));
        try (JdbcJournal journal = JdbcJournal.file(file).key(JdbcContract.KEY).build()) {
            assertEquals(
                    PaymentState.ACCEPTED,
                    journal.book("kenya").find(entry.key()).orElseThrow().state());
        }
    }

    @Test
    void itsFileIsTheOnlyOne() throws Exception {
        Path file = folder.resolve("journal");
        for (int i = 0; i < 2; i++) {
            try (JdbcJournal journal =
                    JdbcJournal.file(file).key(JdbcContract.KEY).build()) {
                Entry entry = Samples.accepted(journal.book("kenya"), "10");
                journal.book("kenya").prepare(entry);
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("journal.mv.db"),
                    files.map(found -> String.valueOf(found.getFileName())).toList());
        }
    }

    @Test
    void aJournalThatCannotBeBuiltLeavesNoFileOpen() {
        Path file = folder.resolve("journal");
        JdbcJournal.file(file).key(JdbcContract.KEY).build().close();
        JdbcJournal.Builder wrong = JdbcJournal.file(file).key("another-".repeat(8));
        assertThrows(JournalException.class, wrong::build);
        JdbcJournal.file(file).key(JdbcContract.KEY).build().close();
    }

    @Test
    void oneFileHasOneProcess() throws Exception {
        Path file = folder.resolve("journal");
        try (JdbcJournal journal = JdbcJournal.file(file).key(JdbcContract.KEY).build()) {
            String said = anotherProcessOpens(file);
            assertTrue(said.contains("Another process may have it open"), said);
            assertTrue(journal.isDurable());
        }
    }

    private static String anotherProcessOpens(Path file) throws IOException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opener.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        return new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aThreadThatIsInterruptedWhileItWritesDisturbsNobody() throws Exception {
        Path file = folder.resolve("journal");
        List<Entry> kept = new ArrayList<>();
        try (JdbcJournal journal = JdbcJournal.file(file).key(JdbcContract.KEY).build()) {
            Book book = journal.book("kenya");
            for (int i = 0; i < 20; i++) {
                Entry interrupted = Samples.payment(book, "10");
                Thread writer = new Thread(() -> {
                    Thread.currentThread().interrupt();
                    try {
                        book.prepare(interrupted);
                    } catch (JournalException told) {
                        // It may fail for the one who was interrupted.
                    }
                });
                writer.start();
                kept.add(Samples.accepted(book, "10"));
                writer.join();
            }
            String said = anotherProcessOpens(file);
            assertTrue(said.contains("Another process may have it open"), said);
        }
        try (JdbcJournal journal = JdbcJournal.file(file).key(JdbcContract.KEY).build()) {
            for (Entry entry : kept) {
                assertEquals(
                        Optional.of(PaymentState.ACCEPTED),
                        journal.book("kenya").find(entry.key()).map(Entry::state));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "over"})
    void whatIsWrittenIsThereThoughTheProcessDiesAtOnce(String opening) throws Exception {
        Path file = folder.resolve("journal");
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        opening,
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(victim.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String key = said.strip().lines().reduce((first, last) -> last).orElseThrow();
        try (JdbcJournal journal = JdbcJournal.file(file).key(JdbcContract.KEY).build()) {
            assertEquals(
                    Optional.of(PaymentState.ACCEPTED),
                    journal.book("kenya").find(key).map(Entry::state),
                    said);
        }
    }

    /** A process that dies as soon as its payment is accepted; nothing of it runs any more. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) throws SQLException {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:file:" + arguments[1]);
            boolean isFile = arguments[0].equals("file");
            // Like a pool, it stays open: H2 writes everything when the last connection goes.
            Connection held = isFile ? null : source.getConnection();
            JdbcJournal.Builder builder = isFile
                    ? JdbcJournal.file(Path.of(arguments[1]))
                    : JdbcJournal.over(source).createTables();
            Entry entry = Samples.accepted(builder.key(JdbcContract.KEY).build().book("kenya"), "10");
            System.out.println(held);
            System.out.println(entry.key());
            System.out.flush();
            Runtime.getRuntime().halt(0);
        }
    }

    /** A process that opens the same file. */
    static final class Opener {
        private Opener() {}

        public static void main(String[] file) {
            try {
                JdbcJournal.file(Path.of(file[0])).key(JdbcContract.KEY).build();
            } catch (JournalException locked) {
                System.out.println(locked.getMessage());
            }
        }
    }

    @Test
    void withoutH2TheMessageSaysWhatToAdd() throws Exception {
        URL[] without = Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("h2-"))
                .map(FileJournalTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader classes = new URLClassLoader(without, ClassLoader.getPlatformClassLoader())) {
            Object builder = classes.loadClass(JdbcJournal.class.getName())
                    .getMethod("file", Path.class)
                    .invoke(null, folder.resolve("journal"));
            builder.getClass()
                    .getMethod("key", String.class, String[].class)
                    .invoke(builder, JdbcContract.KEY, new String[0]);
            InvocationTargetException thrown = assertThrows(
                    InvocationTargetException.class,
                    () -> builder.getClass().getMethod("build").invoke(builder));
            assertTrue(
                    Samples.message(thrown.getCause()).contains("com.h2database:h2"),
                    Samples.message(thrown.getCause()));
        }
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (java.net.MalformedURLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    @Test
    void settingsThatCannotWorkAreRefused() {
        Path file = folder.resolve("journal");
        List<JdbcJournal.Builder> wrong = List.of(
                JdbcJournal.file(file),
                JdbcJournal.file(file).key("short"),
                JdbcJournal.file(file).key(JdbcContract.KEY, "short"),
                JdbcJournal.file(file).key(JdbcContract.KEY).keepFor(Duration.ofHours(23)),
                JdbcJournal.file(file).key(JdbcContract.KEY).queryTimeout(Duration.ZERO));
        for (JdbcJournal.Builder builder : wrong) {
            InvalidInputException refused = assertThrows(InvalidInputException.class, builder::build);
            assertFalse(Samples.message(refused).contains("short"), Samples.message(refused));
        }
        assertFalse(Files.exists(folder.resolve("journal.mv.db")), "nothing was opened");
        assertThrows(IllegalArgumentException.class, () -> JdbcJournal.file(Path.of("x;INIT=y"))
                .key(JdbcContract.KEY)
                .build());
    }
}
