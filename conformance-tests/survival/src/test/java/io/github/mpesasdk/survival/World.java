package io.github.mpesasdk.survival;

import com.google.gson.JsonObject;
import io.github.mpesasdk.daraja.model.C2bResponseType;
import io.github.mpesasdk.kenya.Daraja;
import io.github.mpesasdk.sandbox.Exchange;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** What the machines live in: a database, a gateway, and a balancer before them. */
final class World implements AutoCloseable {

    private static final String KEY = "a key of the survival tests, long enough for everything";

    private final PostgresServer server = PostgresServer.start();
    private final SetBackClock clock = new SetBackClock();
    // Acknowledgements are written before callbacks come, where no trouble says otherwise.
    private final Sandbox sandbox =
            Sandbox.builder().clock(clock).callbackDelay(Duration.ofMillis(300)).start();
    private final Balancer balancer;
    private final Daraja operator;
    private final String database;
    private final Orders orders;

    World() throws IOException, SQLException {
        balancer = new Balancer();
        database = server.create();
        orders = new Orders(server.database(database));
        orders.createTables();
        operator = Daraja.builder()
                .at(gateway().baseUrl())
                .app(gateway().consumerKey(), gateway().consumerSecret())
                .payBill(gateway().payBill(), gateway().passkey())
                .callbackKey(KEY)
                .build();
        operator.c2b()
                .register(at -> at.confirmation(URI.create(balancer.address() + "/" + Balancer.TILL + "/confirmed"))
                        .validation(URI.create(balancer.address() + "/" + Balancer.TILL + "/" + Shop.ASKED))
                        .unanswered(C2bResponseType.COMPLETED));
        JsonObject registration = new JsonObject();
        registration.addProperty("ShortCode", gateway().payBill());
        registration.addProperty("NominatedNumber", "254708374149");
        registration.addProperty("CallBackURL", "https://shop.example/pulled");
        operator.call("pullRegister", registration);
    }

    KenyaSandbox gateway() {
        return sandbox.kenya();
    }

    Balancer balancer() {
        return balancer;
    }

    Orders orders() {
        return orders;
    }

    PostgresServer server() {
        return server;
    }

    /** What a machine needs to know. */
    JsonObject settings() {
        JsonObject settings = new JsonObject();
        settings.addProperty("database", databaseAt(server.port()));
        settings.addProperty("journalKey", KEY);
        settings.addProperty("callbackKey", KEY);
        settings.addProperty("callbacks", balancer.address());
        settings.addProperty("gateway", gateway().baseUrl().toString());
        settings.addProperty("consumerKey", gateway().consumerKey());
        settings.addProperty("consumerSecret", gateway().consumerSecret());
        settings.addProperty("payBill", gateway().payBill());
        settings.addProperty("passkey", gateway().passkey());
        settings.addProperty("shortCode", gateway().businessShortCode());
        settings.addProperty("initiatorName", gateway().initiatorName());
        settings.addProperty("initiatorPassword", gateway().initiatorPassword());
        settings.addProperty("certificate", gateway().certificatePem());
        settings.addProperty("clockOffsetSeconds", 0);
        return settings;
    }

    String databaseAt(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /**
     * A customer pays the till unasked.
     *
     * @param isLongAgo some minutes ago, for lists are compared only up to then
     */
    void payUnasked(String order, String msisdn, long amount, boolean isLongAgo) {
        clock.setBack(isLongAgo ? Duration.ofMinutes(10) : Duration.ZERO);
        try {
            operator.c2b()
                    .simulatePayBill(paid -> paid.amount(amount).from(msisdn).reference(order));
        } finally {
            clock.setBack(Duration.ZERO);
        }
    }

    /** The requests of a payment that reached the gateway. */
    List<Exchange> sends(Scenario.Kind kind, String order) {
        return gateway().journal().of(kind.operation()).stream()
                .filter(exchange -> exchange.body().contains("\"" + order + "\""))
                .toList();
    }

    List<LedgerEntry> ledger(String order) {
        return gateway().ledger().entries().stream()
                .filter(entry -> entry.reference().equals(order))
                .toList();
    }

    /** Polls a condition that becomes true. */
    static boolean await(Duration limit, Condition condition) throws Exception {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }

    /** Something that becomes true. */
    interface Condition {
        boolean holds() throws Exception;
    }

    @Override
    public void close() {
        operator.close();
        sandbox.close();
        balancer.close();
        server.close();
    }
}
