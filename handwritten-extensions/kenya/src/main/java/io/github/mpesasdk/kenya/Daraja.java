package io.github.mpesasdk.kenya;

import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.core.client.MpesaClient;
import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.core.transport.BaseUrl;
import io.github.mpesasdk.daraja.DarajaApi;
import io.github.mpesasdk.daraja.api.AccountCalls;
import io.github.mpesasdk.daraja.api.B2bCalls;
import io.github.mpesasdk.daraja.api.B2cCalls;
import io.github.mpesasdk.daraja.api.PullCalls;
import io.github.mpesasdk.daraja.api.QrCalls;
import io.github.mpesasdk.daraja.api.RatibaCalls;
import io.github.mpesasdk.daraja.api.StkCalls;
import io.github.mpesasdk.daraja.api.TransactionsCalls;
import io.github.mpesasdk.daraja.model.DarajaCallback;
import io.github.mpesasdk.daraja.model.PulledTransaction;
import io.github.mpesasdk.runtime.Invoker;
import java.util.List;

/**
 * M-Pesa in Kenya. One client serves one app; it is immutable and thread-safe, keeps one token for all its calls, and
 * is closed when the program ends.
 *
 * <pre>{@code
 * try (Daraja daraja = Daraja.builder()
 *         .sandbox()
 *         .app(consumerKey, consumerSecret)
 *         .payBill("174379", passkey)
 *         .callbacksAt(URI.create("https://shop.example/pay"))
 *         .build()) {
 *     Outcome outcome = daraja.stk()
 *             .push(push -> push.amount(1).from("0708 374 149").reference("INV-001").description("Tea"))
 *             .await(Duration.ofMinutes(2));
 * }
 * }</pre>
 */
public final class Daraja extends MpesaClient<DarajaCallback> {

    private final Invoker transport;
    private final DarajaAuthorizer tokens;

    Daraja(PaymentFlow<DarajaCallback> flow, BaseUrl base, Invoker transport, DarajaAuthorizer tokens) {
        super(flow, base);
        this.transport = transport;
        this.tokens = tokens;
    }

    /** Starts a client. */
    public static DarajaBuilder builder() {
        return new DarajaBuilder();
    }

    /**
     * Decodes any body that the gateway sends, callbacks and answers alike, into one normal form, to be shown. Code
     * that acts on a payment gives it to {@link #callbacks}, which also proves the origin.
     *
     * @throws UnreadableBodyException if it is HTML, empty, or no body of Daraja's; never anything else
     */
    public static Decoded decode(String body) {
        return KenyaMarket.READER.decode(body);
    }

    /** Prompts on customers' handsets. */
    public StkCalls<Outcome> stk() {
        return new StkCalls<>(flow(), flow().outcomes());
    }

    /** Payments that customers start themselves. */
    public C2b c2b() {
        return new C2b(flow());
    }

    /** Payments to customers. */
    public B2cCalls b2c() {
        return new B2cCalls(flow());
    }

    /** Payments to businesses. */
    public B2bCalls b2b() {
        return new B2bCalls(flow());
    }

    /** The accounts of the short code. */
    public AccountCalls<AccountBalances> account() {
        return new AccountCalls<>(flow(), flow().asking(AccountBalances::of));
    }

    /** Asking for transactions, and undoing them. */
    public TransactionsCalls<Outcome> transactions() {
        return new TransactionsCalls<>(flow(), flow().outcomes());
    }

    /** QR codes that customers scan to pay. */
    public QrCalls qr() {
        return new QrCalls(flow());
    }

    /** Standing orders, which a customer approves once. */
    public RatibaCalls ratiba() {
        return new RatibaCalls(flow());
    }

    /** Lists of the payments that a short code received. */
    public PullCalls<List<PulledTransaction>> pull() {
        return new PullCalls<>(flow(), flow().asking(PulledTransactions::inquiry));
    }

    /** The plain generated client: one method an operation, records in and out. */
    public DarajaApi api() {
        return new DarajaApi(transport);
    }

    /** Proves the credentials of the app by fetching a token. */
    @Override
    public void verify() {
        tokens.verify();
    }
}
