package io.github.mpesasdk.survival;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the shop itself keeps: its orders, and what its listeners have heard. */
record Orders(DataSource database) {

    private static final List<String> TABLES = List.of(
            "CREATE TABLE shop_order (name VARCHAR(40) PRIMARY KEY, state VARCHAR(20) NOT NULL, closings INTEGER NOT NULL)",
            "CREATE TABLE shop_heard (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name VARCHAR(40) NOT NULL,"
                    + " what VARCHAR(20) NOT NULL, is_repetition BOOLEAN NOT NULL, detail TEXT, machine VARCHAR(20) NOT NULL)");

    /** Something that a listener was told. */
    record Heard(
            String what, boolean isRepetition, @Nullable String detail, String machine) {}

    void createTables() throws SQLException {
        for (String table : TABLES) {
            execute(table);
        }
    }

    void open(String name) throws SQLException {
        execute("INSERT INTO shop_order (name, state, closings) VALUES (?, 'OPEN', 0) ON CONFLICT DO NOTHING", name);
    }

    void heard(String name, String what, boolean isRepetition, String detail, String machine) throws SQLException {
        execute(
                "INSERT INTO shop_heard (name, what, is_repetition, detail, machine) VALUES (?, ?, ?, ?, ?)",
                name,
                what,
                isRepetition,
                detail,
                machine);
    }

    /** Harmless to do twice, as listeners have to be. */
    void close(String name, String state) throws SQLException {
        open(name);
        execute(
                "UPDATE shop_order SET state = ?, closings = closings + 1 WHERE name = ? AND state IN ('OPEN', 'PERSON')",
                state,
                name);
    }

    String state(String name) throws SQLException {
        return texts("SELECT state FROM shop_order WHERE name = ?", name).stream()
                .findFirst()
                .orElse("none");
    }

    List<Heard> heard(String name) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT what, is_repetition, detail, machine FROM shop_heard WHERE name = ? ORDER BY id")) {
            query.setString(1, name);
            List<Heard> heard = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    heard.add(new Heard(row.getString(1), row.getBoolean(2), row.getString(3), row.getString(4)));
                }
            }
            return heard;
        }
    }

    /** Runs a statement. */
    int execute(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.execute() ? 0 : statement.getUpdateCount();
        }
    }

    /** The first column of what a query finds. */
    List<String> texts(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        }
    }
}
