package io.github.mpesasdk.journal.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Locale;

/** What differs between the databases. */
enum Dialect {
    POSTGRESQL("CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)", " ON CONFLICT DO NOTHING"),
    // By way of UTC: in the hour in which summer time ends, local time says nothing certain.
    MYSQL("(TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(3)) DIV 1000)", ""),
    H2("CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT)", "");

    private static final int MYSQL_DUPLICATE_ENTRY = 1062;
    private static final String NOW = "{now}";
    private static final String OLDEST_FIRST = "{oldest first}";
    private static final String DUE = "{due}";
    private static final String ONE_OF = "{one of}";

    private final String now;
    private final String ifAbsent;

    Dialect(String now, String ifAbsent) {
        this.now = now;
        this.ifAbsent = ifAbsent;
    }

    static Dialect of(DatabaseMetaData database) throws SQLException {
        return switch (database.getDatabaseProductName()) {
            case "PostgreSQL" -> POSTGRESQL;
            case "MySQL", "MariaDB" -> MYSQL;
            case "H2" -> H2;
            default ->
                throw new IllegalStateException(
                        "The journal speaks PostgreSQL, MySQL, MariaDB and H2; this database is "
                                + database.getDatabaseProductName() + ".");
        };
    }

    /** Makes sure that what is committed is written. */
    void prepare(Connection connection) throws SQLException {
        if (this == H2) {
            // By itself it writes half a second later, and a process that is killed meanwhile has lost its payments.
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET WRITE_DELAY 0");
            }
        }
    }

    /** The folder of its SQL files. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * A statement in which {@code {now}} stands for the database's own time in epoch milliseconds, {@code {due}} for
     * the condition that a row's time has come, and {@code {oldest first}} for the order of what is due.
     */
    String sql(String statement) {
        // H2 walks the index of what is due in its order; told to sort, it reads all of it before it hands out the
        // first. In the index, rows without a time come before 0, and most rows have none.
        return statement
                .replace(DUE, "next_at >= 0 AND next_at <= {now}")
                .replace(NOW, now)
                .replace(OLDEST_FIRST, this == H2 ? "" : "ORDER BY next_at");
    }

    /**
     * Whether a question about several values is asked for each of them. H2 uses an index for a list of values only on
     * the first column of the index, and ours begin with the owner.
     */
    boolean asksForEach() {
        return this == H2;
    }

    /**
     * A question in which {@code {one of}}, after its last column, stands for several values.
     *
     * @param end what follows the question
     */
    String anyOf(String question, int count, String end) {
        return asksForEach()
                ? String.join(" UNION ALL ", Collections.nCopies(count, question.replace(ONE_OF, "= ?"))) + end
                : question.replace(ONE_OF, "IN (" + String.join(", ", Collections.nCopies(count, "?")) + ")") + end;
    }

    /** An insert that changes nothing if the key is there; see {@link #isDuplicate}. */
    String ifAbsent(String insert) {
        return sql(insert) + ifAbsent;
    }

    /** Whether an insert failed because the key is there. Where this happens, the transaction goes on. */
    boolean isDuplicate(SQLException failure) {
        return switch (this) {
            case POSTGRESQL -> false;
            case MYSQL -> failure.getErrorCode() == MYSQL_DUPLICATE_ENTRY;
            case H2 -> "23505".equals(failure.getSQLState());
        };
    }
}
