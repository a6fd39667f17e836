package io.github.mpesasdk.journal.jdbc;

import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A real database of each sort; a server is started once and ends with the tests. */
enum TestDatabase {
    H2 {
        @Override
        DataSource fresh() {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
            return source;
        }
    },
    POSTGRESQL {
        @Override
        DataSource fresh() throws SQLException {
            EmbeddedPostgres server = Postgres.SERVER;
            String name = "journal" + UUID.randomUUID().toString().substring(0, 8);
            execute(server.getPostgresDatabase(), "CREATE DATABASE " + name);
            return server.getDatabase("postgres", name);
        }
    },
    MARIADB {
        @Override
        DataSource fresh() throws SQLException {
            MariaDbServer server = MariaDbServer.running()
                    .orElseGet(
                            () -> abort("MariaDB: skipped, no mariadbd was found on the path or under target/mariadb;"
                                    + " handwritten-extensions/journal/install-mariadb fetches it"));
            String name = "journal" + UUID.randomUUID().toString().substring(0, 8);
            execute(server.database("mysql"), "CREATE DATABASE " + name);
            return server.database(name);
        }
    };

    private static final List<String> TABLES = List.of(
            "mpesa_secret",
            "mpesa_payment",
            "mpesa_event",
            "mpesa_received",
            "mpesa_notice",
            "mpesa_task",
            "mpesa_token");

    /** An empty database. */
    abstract DataSource fresh() throws SQLException;

    private static final class Postgres {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            Logger.getLogger("io.zonky").setLevel(java.util.logging.Level.WARNING);
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        server.close();
                    } catch (IOException ended) {
                        // It ends with this process.
                    }
                }));
                return server;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    static void execute(DataSource source, String... statements) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static long count(DataSource source, String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Everything that stands in the tables, as text. */
    static String dump(DataSource source) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
                    while (row.next()) {
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            text.append(row.getString(i)).append(" | ");
                        }
                        text.append('\n');
                    }
                }
            }
        }
        return text.toString();
    }

    /** Time passes: all that was written moves into the past. */
    static void pass(DataSource source, java.time.Duration time) throws SQLException {
        List<String> updates = new ArrayList<>();
        long millis = time.toMillis();
        for (String column : List.of(
                "mpesa_payment.prepared_at",
                "mpesa_payment.sent_at",
                "mpesa_payment.accepted_at",
                "mpesa_payment.heard_at",
                "mpesa_payment.settled_at",
                "mpesa_payment.next_at",
                "mpesa_event.heard_at",
                "mpesa_received.heard_at",
                "mpesa_received.paid_at",
                "mpesa_notice.next_at",
                "mpesa_notice.told_at",
                "mpesa_task.next_at",
                "mpesa_token.expires_at")) {
            String[] parts = column.split("\\.", -1);
            updates.add("UPDATE " + parts[0] + " SET " + parts[1] + " = " + parts[1] + " - " + millis);
        }
        execute(source, updates.toArray(String[]::new));
    }
}
