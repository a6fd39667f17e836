package io.github.mpesasdk.shop;

import io.github.mpesasdk.shop.Order.State;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The orders in the database. Each step is taken once, however often it is asked for. */
@Repository
class Orders {

    private static final int ID_BYTES = 8;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    Orders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Order open(String item, int amount, String phone) {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        jdbc.sql("INSERT INTO orders (id, item, amount, phone, state) VALUES (?, ?, ?, ?, ?)")
                .params(id, item, amount, phone, State.WAITING.name())
                .update();
        return find(id).orElseThrow();
    }

    /** An order that came to nothing before anything was sent. */
    void forget(String id) {
        jdbc.sql("DELETE FROM orders WHERE id = ?").param(id).update();
    }

    Optional<Order> find(String id) {
        return jdbc.sql("SELECT * FROM orders WHERE id = ?")
                .param(id)
                .query((row, number) -> order(row))
                .optional();
    }

    private static Order order(ResultSet row) throws SQLException {
        return new Order(
                row.getString("id"),
                row.getString("item"),
                row.getInt("amount"),
                row.getString("phone"),
                State.valueOf(row.getString("state")),
                row.getString("receipt"),
                row.getString("refund"),
                row.getString("note"));
    }

    void paid(String id, @Nullable String receipt) {
        jdbc.sql("UPDATE orders SET state = 'PAID', receipt = ?, note = NULL"
                        + " WHERE id = ? AND state IN ('WAITING', 'UNCLEAR', 'FAILED')")
                .param(receipt)
                .param(id)
                .update();
    }

    void failed(String id, String why) {
        jdbc.sql("UPDATE orders SET state = 'FAILED', note = ? WHERE id = ? AND state IN ('WAITING', 'UNCLEAR')")
                .params(why, id)
                .update();
    }

    void unclear(String id, String advice) {
        jdbc.sql("UPDATE orders SET state = 'UNCLEAR', note = ? WHERE id = ? AND state = 'WAITING'")
                .params(advice, id)
                .update();
    }

    /** Answers whether it is this caller who has to give the money back. */
    boolean refunding(String id) {
        return jdbc.sql("UPDATE orders SET state = 'REFUNDING', note = NULL WHERE id = ? AND state = 'PAID'")
                        .param(id)
                        .update()
                == 1;
    }

    void refunded(String id, @Nullable String receipt) {
        jdbc.sql("UPDATE orders SET state = 'REFUNDED', refund = ?, note = NULL WHERE id = ? AND state = 'REFUNDING'")
                .param(receipt)
                .param(id)
                .update();
    }

    void notRefunded(String id, String why) {
        jdbc.sql("UPDATE orders SET state = 'PAID', note = ? WHERE id = ? AND state = 'REFUNDING'")
                .params(why, id)
                .update();
    }

    void note(String id, String text) {
        jdbc.sql("UPDATE orders SET note = ? WHERE id = ? AND state IN ('WAITING', 'REFUNDING')")
                .params(text, id)
                .update();
    }
}
