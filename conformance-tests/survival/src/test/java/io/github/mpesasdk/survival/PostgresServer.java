package io.github.mpesasdk.survival;

import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A real PostgreSQL, which ends with the tests. */
final class PostgresServer implements AutoCloseable {

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    static PostgresServer start() {
        Logger.getLogger("io.zonky").setLevel(Level.WARNING);
        try {
            return new PostgresServer(EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "300")
                    .start());
        } catch (IOException | IllegalStateException broken) {
            if (System.getenv("CI") != null) {
                throw new IllegalStateException("the proof needs PostgreSQL, and it does not start", broken);
            }
            return abort("skipped: PostgreSQL does not start here: " + broken);
        }
    }

    int port() {
        return server.getPort();
    }

    /** A new database; answers its name. */
    String create() throws SQLException {
        String name = "shops" + UUID.randomUUID().toString().substring(0, 8);
        new Orders(server.getPostgresDatabase()).execute("CREATE DATABASE " + name);
        return name;
    }

    DataSource database(String name) {
        return server.getDatabase("postgres", name);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException ended) {
            // It ends with this process.
        }
    }
}
