package io.github.mpesasdk.journal.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
     * One question for each of several values of its last parameter, in one statement. H2 finds rows by an index where
     * a value stands alone, and reads all of them where it is one of a list.
     *
     * @param end what follows the last of the questions
     * @param before the values of the parameters before the last
     */
    <T> List<T> listForEach(Row<T> reader, String sql, String end, Collection<String> each, Object... before)
            throws SQLException {
        if (each.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        for (String one : each) {
            values.addAll(List.of(before));
            values.add(one);
        }
        String all = String.join(" UNION ALL ", Collections.nCopies(each.size(), sql)) + end;
        return list(reader, all, values.toArray());
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
