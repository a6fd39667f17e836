package io.github.mpesasdk.journal.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Statements on one connection, each with an end. Used by one thread. */
final class Session {

    private final Connection connection;
    private final Dialect dialect;
    private final int seconds;

    Session(Connection connection, Dialect dialect, int seconds) {
        this.connection = connection;
        this.dialect = dialect;
        this.seconds = seconds;
    }

    /** What is read from one row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Answers how many rows changed. */
    int update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = statement(dialect.sql(sql), values)) {
            return statement.executeUpdate();
        }
    }

    /** Answers whether the row is new. */
    boolean insertIfAbsent(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = statement(dialect.ifAbsent(sql), values)) {
            return statement.executeUpdate() == 1;
        } catch (SQLException failure) {
            if (dialect.isDuplicate(failure)) {
                return false;
            }
            throw failure;
        }
    }

    /** The same statement for many rows, in one go. */
    void updateAll(String sql, List<? extends @Nullable Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = statement(dialect.sql(sql))) {
            for (@Nullable Object[] values : rows) {
                bind(statement, values);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    <T> List<T> list(Row<T> reader, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = statement(dialect.sql(sql), values);
                ResultSet rows = statement.executeQuery()) {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(reader.read(rows));
            }
            return list;
        }
    }

    <T> Optional<T> first(Row<T> reader, String sql, @Nullable Object... values) throws SQLException {
        return list(reader, sql, values).stream().findFirst();
    }

    /**
     * The rows that have one of several values; none if there are no values.
     *
     * @param question in it {@code {one of}} stands for the values, and is its last parameter
     * @param end what follows the question
     * @param before the values of the parameters before
     */
    <T> List<T> listAnyOf(Row<T> reader, String question, String end, Set<String> each, Object... before)
            throws SQLException {
        if (each.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(List.of(before));
        for (String one : each) {
            if (dialect.asksForEach() && values.size() > before.length) {
                values.addAll(List.of(before));
            }
            values.add(one);
        }
        return list(reader, dialect.anyOf(question, each.size(), end), values.toArray());
    }

    /** As many question marks as there are values. */
    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private PreparedStatement statement(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            statement.setQueryTimeout(seconds);
            bind(statement, values);
            return statement;
        } catch (SQLException failure) {
            statement.close();
            throw failure;
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value == null) {
                statement.setNull(i + 1, Types.VARCHAR);
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }
}
