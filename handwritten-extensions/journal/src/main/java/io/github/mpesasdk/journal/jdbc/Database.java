package io.github.mpesasdk.journal.jdbc;

import io.github.mpesasdk.journal.JournalException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/**
 * The caller's database. Each piece of work has a connection of its own, which goes back to its pool as it came, and is
 * done again if it collided with another machine. Thread-safe.
 */
final class Database {

    private static final int MOST_TRIES = 5;
    private static final int LONGEST_PAUSE_MILLIS = 50;

    private final DataSource source;
    private final Dialect dialect;
    private final int seconds;
    private final boolean isReadCommitted;

    private Database(DataSource source, Dialect dialect, int seconds, boolean isReadCommitted) {
        this.source = source;
        this.dialect = dialect;
        this.seconds = seconds;
        this.isReadCommitted = isReadCommitted;
    }

    /** What is done on one connection. */
    interface Work<T> {
        T on(Session session) throws SQLException;
    }

    /** Finds out which database it is. */
    static Database over(DataSource source, Duration queryTimeout) {
        int seconds = (int) Math.max(1, queryTimeout.toSeconds());
        try (Connection connection = source.getConnection()) {
            // Asked once: on some databases each question costs a round trip.
            boolean isReadCommitted = connection.getTransactionIsolation() == Connection.TRANSACTION_READ_COMMITTED;
            Dialect dialect = Dialect.of(connection.getMetaData());
            dialect.prepare(connection);
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            return new Database(source, dialect, seconds, isReadCommitted);
        } catch (SQLException failure) {
            throw Failures.explain("looking at the database", failure);
        }
    }

    Dialect dialect() {
        return dialect;
    }

    Connection connection() throws SQLException {
        return source.getConnection();
    }

    Session session(Connection connection) {
        return new Session(connection, dialect, seconds);
    }

    /**
     * All of it or nothing.
     *
     * @param doing for people, for example {@code writing a payment}
     * @throws JournalException if it could not be done
     */
    <T> T inTransaction(String doing, Work<T> work) {
        return again(doing, () -> transaction(work));
    }

    /** The same for work that is one statement. */
    <T> T inStatement(String doing, Work<T> work) {
        return again(doing, () -> statement(work));
    }

    private interface Attempt<T> {
        T run() throws SQLException;
    }

    private static <T> T again(String doing, Attempt<T> attempt) {
        for (int tries = 1; ; tries++) {
            try {
                return attempt.run();
            } catch (SQLException failure) {
                if (!Failures.isCollision(failure) || tries == MOST_TRIES || !rest(tries)) {
                    throw Failures.explain(doing, failure);
                }
            } catch (JournalException explained) {
                throw explained;
            } catch (RuntimeException | LinkageError pool) {
                // Pools and drivers throw these as well, with words that may hold a password.
                throw new JournalException(
                        doing + " failed in the data source: " + pool.getClass().getName(),
                        new SQLException(pool.getClass().getName()));
            }
        }
    }

    private static boolean rest(int tries) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MILLIS) * (long) tries);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <T> T statement(Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return connection.getAutoCommit() ? work.on(session(connection)) : committed(connection, work);
        }
    }

    private <T> T transaction(Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            boolean wasAutoCommit = connection.getAutoCommit();
            int isolation = isReadCommitted ? 0 : connection.getTransactionIsolation();
            if (!isReadCommitted) {
                // Each statement must see what another machine has committed, above all who was faster.
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            try {
                if (wasAutoCommit) {
                    connection.setAutoCommit(false);
                }
                return committed(connection, work);
            } finally {
                if (wasAutoCommit) {
                    connection.setAutoCommit(true);
                }
                if (!isReadCommitted) {
                    connection.setTransactionIsolation(isolation);
                }
            }
        }
    }

    private <T> T committed(Connection connection, Work<T> work) throws SQLException {
        boolean isDone = false;
        try {
            T result = work.on(session(connection));
            connection.commit();
            isDone = true;
            return result;
        } finally {
            if (!isDone) {
                rollBack(connection);
            }
        }
    }

    // The connection may be what broke; the first failure is the one to report.
    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException alsoBroken) {
            // The database rolls back by itself what was not committed.
        }
    }
}
