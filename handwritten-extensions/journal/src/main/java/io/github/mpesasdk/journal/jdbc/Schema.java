package io.github.mpesasdk.journal.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** The tables: their version, and how they come to the newest one. */
final class Schema {

    private static final List<String> FILES = List.of(
            "V1__journal.sql", "V2__receipts_of_payments.sql", "V3__money_of_payments.sql", "V4__matched_money.sql");
    private static final int NEWEST = FILES.size();
    private static final Set<String> NO_SUCH_TABLE = Set.of("42P01", "42S02", "42S04");

    private static final int LOCK_SECONDS = 60;
    private static final long POSTGRESQL_LOCK = 0x6d70657361L;
    // A statement that was done before the machine broke down, where the database cannot take it back: the table, the
    // column, the index is there.
    private static final Set<Integer> MYSQL_DONE_BEFORE = Set.of(1050, 1060, 1061);
    // H2 in this process has no lock of its own; statements of two processes are harmless to repeat there.
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private final Database database;

    Schema(Database database) {
        this.database = database;
    }

    /**
     * Whether the tables are what this version of the SDK needs.
     *
     * @throws IllegalStateException if not; it says what to do
     */
    void check() {
        try (Connection connection = database.connection()) {
            try {
                int version = version(connection);
                if (version != NEWEST) {
                    throw new IllegalStateException(advice(version));
                }
                checkLocks(connection);
            } finally {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
            }
        } catch (SQLException failure) {
            throw Failures.explain("looking at its tables", failure);
        }
    }

    private String advice(int version) {
        String files = "io/github/mpesasdk/journal/jdbc/" + database.dialect().folder();
        if (version > NEWEST) {
            return "The tables of the journal have version " + version + ", and this mpesa-journal-jdbc knows " + NEWEST
                    + ": take the newer mpesa-journal-jdbc that made them.";
        }
        return (version == 0
                        ? "The database has no tables for the journal"
                        : "The tables of the journal have version " + version + ", and version " + NEWEST
                                + " is needed")
                + ": call createTables() on the builder, or run the SQL files from version " + (version + 1) + " to "
                + NEWEST + " that the jar has under " + files + ", for example with Flyway.";
    }

    private static int version(Connection connection) throws SQLException {
        // A statement that fails would end the transaction, and with it the lock.
        Savepoint before = connection.getAutoCommit() ? null : connection.setSavepoint();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT MAX(version) FROM mpesa_schema")) {
            return row.next() ? row.getInt(1) : 0;
        } catch (SQLException failure) {
            if (!NO_SUCH_TABLE.contains(Objects.requireNonNullElse(failure.getSQLState(), ""))) {
                throw failure;
            }
            if (before != null) {
                connection.rollback(before);
            }
            return 0;
        }
    }

    // Machines share the work by skipping what others hold; databases that cannot do that are too old.
    private static void checkLocks(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement
                    .executeQuery("SELECT version FROM mpesa_schema WHERE version = 0 FOR UPDATE SKIP LOCKED")
                    .close();
        } catch (SQLException tooOld) {
            if (Objects.requireNonNullElse(tooOld.getSQLState(), "").startsWith("42")) {
                throw new IllegalStateException(
                        "The database does not know FOR UPDATE SKIP LOCKED, or its user may not lock rows: the journal"
                                + " needs PostgreSQL 10, MySQL 8.0, MariaDB 10.6 or H2 2.2, or newer, and a user who may"
                                + " SELECT, INSERT, UPDATE and DELETE.",
                        tooOld);
            }
            throw tooOld;
        }
    }

    /** Makes the tables, or brings those of an older version up to date; one machine at a time. */
    void update() {
        ONE_AT_A_TIME.lock();
        try (Connection connection = database.connection()) {
            boolean wasAutoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                locked(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(wasAutoCommit);
            }
        } catch (SQLException failure) {
            throw Failures.explain("making its tables", failure);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private void locked(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            switch (database.dialect()) {
                case POSTGRESQL -> {
                    statement.execute("SET LOCAL lock_timeout = '" + LOCK_SECONDS + "s'");
                    statement.execute("SELECT pg_advisory_xact_lock(" + POSTGRESQL_LOCK + ")");
                    bringUp(connection, statement);
                    connection.commit();
                }
                case MYSQL -> {
                    lockMysql(statement);
                    try {
                        bringUp(connection, statement);
                        connection.commit();
                    } finally {
                        statement.execute("SELECT RELEASE_LOCK('mpesa_schema')");
                    }
                }
                case H2 -> {
                    bringUp(connection, statement);
                    connection.commit();
                }
            }
        }
    }

    private static void lockMysql(Statement statement) throws SQLException {
        try (ResultSet answer = statement.executeQuery("SELECT GET_LOCK('mpesa_schema', " + LOCK_SECONDS + ")")) {
            if (!answer.next() || answer.getInt(1) != 1) {
                throw new SQLException("another machine is making the tables", "57014");
            }
        }
    }

    private void bringUp(Connection connection, Statement statement) throws SQLException {
        int version = version(connection);
        if (version > NEWEST) {
            throw new IllegalStateException(advice(version));
        }
        for (String file : FILES.subList(version, NEWEST)) {
            for (String sql : statements(file)) {
                execute(statement, sql);
            }
        }
    }

    private void execute(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException failure) {
            if (database.dialect() != Dialect.MYSQL || !MYSQL_DONE_BEFORE.contains(failure.getErrorCode())) {
                throw failure;
            }
        }
    }

    private List<String> statements(String file) {
        String script = read(database.dialect().folder() + "/" + file).replaceAll("(?m)^\\s*--.*$", "");
        return Arrays.stream(script.split(";\\s*(\\n|$)"))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
    }

    private static String read(String name) {
        try (InputStream file = Schema.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
