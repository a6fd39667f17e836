package io.github.mpesasdk.mozambique;

import com.google.gson.JsonObject;
import io.github.mpesasdk.CodeKind;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.NumberingPlan;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.core.client.MpesaClient;
import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.core.transport.BaseUrl;
import io.github.mpesasdk.mozambiqueapi.MozambiqueApi;
import io.github.mpesasdk.mozambiqueapi.api.B2bCalls;
import io.github.mpesasdk.mozambiqueapi.api.B2cCalls;
import io.github.mpesasdk.mozambiqueapi.api.C2bCalls;
import io.github.mpesasdk.mozambiqueapi.api.CustomersCalls;
import io.github.mpesasdk.mozambiqueapi.api.TransactionsApi;
import io.github.mpesasdk.mozambiqueapi.model.MozambiqueCallback;
import io.github.mpesasdk.runtime.Invoker;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * M-Pesa in Mozambique, by Vodacom's own API. One client serves one API key; it is immutable and thread-safe, has no
 * session to keep, and is closed when the program ends.
 *
 * <pre>{@code
 * try (Mozambique mozambique = Mozambique.builder()
 *         .sandbox()
 *         .apiKey(apiKey, publicKey)
 *         .serviceProvider("171717")
 *         .build()) {
 *     Outcome outcome = mozambique.c2b()
 *             .charge(charge -> charge.amount(15).from("84 333 0333").reference("INV001"))
 *             .await(Duration.ofMinutes(2));
 * }
 * }</pre>
 */
public final class Mozambique extends MpesaClient<MozambiqueCallback> {

    /** 258 and nine digits that start with 8. Which of them are Vodacom's is left to the gateway. */
    public static final NumberingPlan NUMBERING =
            new NumberingPlan("Mozambique", "258", Pattern.compile("8\\d{8}"), "84 123 4567");

    private final Invoker transport;

    Mozambique(PaymentFlow<MozambiqueCallback> flow, BaseUrl base, Invoker transport) {
        super(flow, base);
        this.transport = transport;
    }

    /** Starts a client. */
    public static MozambiqueBuilder builder() {
        return new MozambiqueBuilder();
    }

    /**
     * Decodes any body that the gateway sends, callbacks and answers alike, into one normal form, to be shown. Code
     * that acts on a payment gives it to {@link #callbacks}, which also proves the origin.
     *
     * @throws UnreadableBodyException if it is HTML, empty, or no body of this API; never anything else
     */
    public static Decoded decode(String body) {
        return MozambiqueMarket.READER.decode(body);
    }

    /** Payments from customers. */
    public C2bCalls c2b() {
        return new C2bCalls(flow());
    }

    /** Payments to customers. */
    public B2cCalls b2c() {
        return new B2cCalls(flow());
    }

    /** Payments to businesses. */
    public B2bCalls b2b() {
        return new B2bCalls(flow());
    }

    /** Asking for transactions, and undoing them. */
    public Transactions transactions() {
        return new Transactions(flow());
    }

    /** Who a customer is, before money is sent. */
    public CustomersCalls<String> customers() {
        return new CustomersCalls<>(flow(), flow().asking(MozambiqueMarket::name));
    }

    /** The plain generated client: one method an operation, records in and out. */
    public MozambiqueApi api() {
        return new MozambiqueApi(transport);
    }

    /** Proves API key and short code by asking for a transaction that does not exist. */
    @Override
    public void verify() {
        JsonObject question = new JsonObject();
        // One that nobody has.
        question.addProperty(
                "input_QueryReference", UUID.randomUUID().toString().substring(0, 8));
        try {
            call(TransactionsApi.QUERY_TRANSACTION_STATUS.id(), question);
        } catch (RefusedException | NoAnswerException answered) {
            // That there is no such transaction, only a caller whom it knows is told.
            boolean isKnown = answered.code()
                    .filter(code -> code.kind() == CodeKind.CALLER)
                    .isPresent();
            if (!isKnown) {
                throw answered;
            }
        }
    }
}
