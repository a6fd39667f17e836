package io.github.mpesasdk.survival;

import com.google.gson.JsonObject;
import io.github.mpesasdk.NeedsPerson;
import io.github.mpesasdk.Received;
import io.github.mpesasdk.Settled;
import io.github.mpesasdk.core.crypto.PublicKeys;
import io.github.mpesasdk.daraja.model.DarajaCallback;
import io.github.mpesasdk.journal.Journal;
import io.github.mpesasdk.kenya.C2b;
import io.github.mpesasdk.kenya.Daraja;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** A shop on one machine: a client, and listeners that write into the shop's own tables. */
final class Shop implements AutoCloseable {

    /** In the address that is asked before a customer's payment. */
    static final String ASKED = "asked";

    private static final Set<String> PAYMENTS =
            Set.of("/mpesa/stkpush/v1/processrequest", "/mpesa/b2c/v3/paymentrequest");
    private static final Set<String> QUESTIONS =
            Set.of("/mpesa/stkpushquery/v1/query", "/mpesa/transactionstatus/v1/query", "/pulltransactions/v1/query");

    private final String name;
    private final String machine;
    private final Checkpoints checkpoints;
    private final Orders orders;
    private final String callbacks;
    private final Daraja daraja;
    private final ThreadLocal<String> paying = new ThreadLocal<>();
    private volatile boolean isPaused;

    /**
     * Opens a shop.
     *
     * @param settings what the sandbox and the balancer are reached by
     */
    Shop(
            String name,
            String machine,
            JsonObject settings,
            Journal journal,
            Checkpoints checkpoints,
            Orders orders,
            boolean isPaused) {
        this.name = name;
        this.machine = machine;
        this.checkpoints = checkpoints;
        this.orders = orders;
        this.isPaused = isPaused;
        this.callbacks = text(settings, "callbacks");
        this.daraja = Daraja.builder()
                .at(URI.create(settings.get("gateway").getAsString()))
                .app(text(settings, "consumerKey"), text(settings, "consumerSecret"))
                .payBill(text(settings, "payBill"), text(settings, "passkey"))
                .shortCode(text(settings, "shortCode"))
                .initiator(
                        text(settings, "initiatorName"),
                        text(settings, "initiatorPassword"),
                        PublicKeys.read(text(settings, "certificate")))
                .callbacksAt(callback(name))
                .callbackKey(text(settings, "callbackKey"))
                .clock(Clock.offset(
                        Clock.systemUTC(),
                        Duration.ofSeconds(settings.get("clockOffsetSeconds").getAsLong())))
                .journal(new WatchedJournal(journal, checkpoints, () -> this.isPaused, name))
                .journalAs(name)
                .httpClient(
                        new OkHttpClient.Builder().addInterceptor(this::watched).build())
                .timeout(Duration.ofSeconds(20))
                .pullTransactions()
                .comparePaymentsEvery(Duration.ofSeconds(1))
                .reconcileAfter(Duration.ofSeconds(1))
                .questionsPerSecond(50)
                .onSettled(this::settled)
                .onNeedsPerson(this::needsPerson)
                .onReceived(money -> close(
                        money.reference().orElse(""),
                        "RECEIVED",
                        money.isRepetition(),
                        money.source().name()))
                .build();
    }

    private static String text(JsonObject settings, String field) {
        return settings.get(field).getAsString();
    }

    void pause(boolean on) {
        isPaused = on;
    }

    /** Asks a customer to pay for an order. */
    void push(String order, String msisdn, long amount) throws SQLException {
        orders.open(order);
        paying.set(order);
        daraja.stk().push(push -> push.amount(amount)
                .from(msisdn)
                .reference(order)
                .description("Tea")
                .order(order)
                .callback(callback(order)));
    }

    /** Pays a customer back. */
    void payOut(String order, String msisdn, long amount) throws SQLException {
        orders.open(order);
        paying.set(order);
        daraja.b2c().pay(pay -> pay.amount(amount)
                .to(msisdn)
                .remarks(order)
                .order(order)
                .callback(callback(order)));
    }

    /**
     * Hears what was posted.
     *
     * @param order from the address, or from the body of a confirmation
     */
    String receive(String order, String path, String body) {
        if (path.contains("/" + ASKED + "/")) {
            return C2b.accept();
        }
        checkpoints.pass(Point.CALLBACK_ARRIVED, order);
        Received<DarajaCallback> received = daraja.callbacks().receive(path, body);
        checkpoints.pass(Point.CALLBACK_UNANSWERED, order);
        return received.acknowledgement();
    }

    private void settled(Settled settled) {
        close(
                settled.order().orElse(""),
                settled.isPaid() ? "PAID" : "FAILED",
                settled.isRepetition(),
                settled.outcome().why());
    }

    private void needsPerson(NeedsPerson needed) {
        close(needed.order().orElse(""), "PERSON", false, needed.reason().text());
    }

    private void close(String order, String state, boolean isRepetition, String detail) {
        try {
            orders.heard(order, state, isRepetition, detail, machine);
            checkpoints.pass(Point.LISTENER_BEFORE_ORDER, order);
            orders.close(order, state);
            checkpoints.pass(Point.LISTENER_AFTER_ORDER, order);
        } catch (SQLException broken) {
            throw new IllegalStateException("the order could not be closed", broken);
        }
    }

    private URI callback(String order) {
        return URI.create(callbacks + "/" + name + "/" + order);
    }

    // A call runs on its caller's thread. Sole orders of a shop have its name, so a question of the shop is about that
    // order.
    private Response watched(Interceptor.Chain chain) throws IOException {
        String path = chain.request().url().encodedPath();
        boolean isPayment = PAYMENTS.contains(path);
        if (!isPayment && !QUESTIONS.contains(path)) {
            return chain.proceed(chain.request());
        }
        String order = isPayment ? paying.get() : name;
        checkpoints.pass(isPayment ? Point.REQUEST_BEFORE : Point.QUESTION_BEFORE, order);
        try {
            return chain.proceed(chain.request());
        } finally {
            checkpoints.pass(isPayment ? Point.REQUEST_ANSWERED : Point.QUESTION_ANSWERED, order);
        }
    }

    @Override
    public void close() {
        daraja.close();
    }
}
