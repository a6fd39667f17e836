package io.github.mpesasdk.journal.jdbc;

import io.github.mpesasdk.core.testing.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** A MariaDB of the tests' own: the machine's, or the one that {@code install-mariadb} unpacked. */
final class MariaDbServer {

    private static final Path UNPACKED = Path.of("target", "mariadb").toAbsolutePath();

    private final int port;

    private MariaDbServer(int port) {
        this.port = port;
    }

    private static final class Running {
        static final Optional<MariaDbServer> SERVER = binary().map(MariaDbServer::start);
    }

    /** Empty where there is none on this machine. */
    static Optional<MariaDbServer> running() {
        return Running.SERVER;
    }

    DataSource database(String name) throws SQLException {
        return new MariaDbDataSource("jdbc:mariadb://127.0.0.1:" + port + "/" + name + "?user=root");
    }

    private static Optional<Path> binary() {
        Stream<Path> path = Arrays.stream(System.getenv("PATH").split(":")).map(Path::of);
        return Stream.concat(Stream.of(UNPACKED.resolve("usr/sbin"), Path.of("/usr/sbin")), path)
                .map(folder -> folder.resolve("mariadbd"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static MariaDbServer start(Path binary) {
        try {
            int port = Ports.free();
            Path data = Files.createTempDirectory("mariadb");
            Files.createDirectory(data.resolve("mysql"));
            List<String> command = new ArrayList<>(List.of(
                    binary.toString(),
                    "--no-defaults",
                    "--user=" + System.getProperty("user.name"),
                    "--skip-grant-tables",
                    "--skip-log-bin",
                    "--bind-address=127.0.0.1",
                    "--port=" + port,
                    "--socket=" + data.resolve("s"),
                    "--datadir=" + data,
                    "--innodb-flush-log-at-trx-commit=0"));
            if (binary.startsWith(UNPACKED)) {
                command.add("--lc-messages-dir=" + UNPACKED.resolve("usr/share/mysql"));
                command.add("--character-sets-dir=" + UNPACKED.resolve("usr/share/mysql/charsets"));
            }
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("log").toFile());
            builder.environment()
                    .put(
                            "LD_LIBRARY_PATH",
                            UNPACKED.resolve("usr/lib/x86_64-linux-gnu").toString());
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, data)));
            MariaDbServer server = new MariaDbServer(port);
            server.await(process, data.resolve("log"));
            return server;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    // Its data are some 400 MB.
    private static void end(Process process, Path data) {
        try {
            process.destroyForcibly().waitFor();
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException | InterruptedException leftOver) {
            // The JVM ends, and nobody is there to hear of it.
        }
    }

    private void await(Process process, Path log) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                database("").getConnection().close();
                return;
            } catch (SQLException notYet) {
                pause();
            }
        }
        throw new IllegalStateException("MariaDB did not start: " + Files.readString(log));
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
