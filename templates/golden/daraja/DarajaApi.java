package io.github.mpesasdk.daraja;

import io.github.mpesasdk.daraja.api.AccountApi;
import io.github.mpesasdk.daraja.api.AuthorizationApi;
import io.github.mpesasdk.daraja.api.B2bApi;
import io.github.mpesasdk.daraja.api.B2cApi;
import io.github.mpesasdk.daraja.api.C2bApi;
import io.github.mpesasdk.daraja.api.PullApi;
import io.github.mpesasdk.daraja.api.QrApi;
import io.github.mpesasdk.daraja.api.RatibaApi;
import io.github.mpesasdk.daraja.api.StkApi;
import io.github.mpesasdk.daraja.api.TransactionsApi;
import io.github.mpesasdk.runtime.Invoker;
import io.github.mpesasdk.runtime.Operation;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every operation of {@code daraja}, grouped by the tags of its spec. Thread-safe.
 *
 * <p>This is the plain generated client: one method an operation, records in and out. The market modules build on it.
 */
public final class DarajaApi {

    /** Every operation of the spec. */
    public static final List<Operation<?, ?>> OPERATIONS = Stream.of(
                    AccountApi.OPERATIONS,
                    AuthorizationApi.OPERATIONS,
                    B2bApi.OPERATIONS,
                    B2cApi.OPERATIONS,
                    C2bApi.OPERATIONS,
                    PullApi.OPERATIONS,
                    QrApi.OPERATIONS,
                    RatibaApi.OPERATIONS,
                    StkApi.OPERATIONS,
                    TransactionsApi.OPERATIONS)
            .flatMap(List::stream)
            .toList();

    private final AccountApi account;
    private final AuthorizationApi authorization;
    private final B2bApi b2b;
    private final B2cApi b2c;
    private final C2bApi c2b;
    private final PullApi pull;
    private final QrApi qr;
    private final RatibaApi ratiba;
    private final StkApi stk;
    private final TransactionsApi transactions;

    /** A client whose requests travel through {@code invoker}. */
    public DarajaApi(Invoker invoker) {
        this.account = new AccountApi(invoker);
        this.authorization = new AuthorizationApi(invoker);
        this.b2b = new B2bApi(invoker);
        this.b2c = new B2cApi(invoker);
        this.c2b = new C2bApi(invoker);
        this.pull = new PullApi(invoker);
        this.qr = new QrApi(invoker);
        this.ratiba = new RatibaApi(invoker);
        this.stk = new StkApi(invoker);
        this.transactions = new TransactionsApi(invoker);
    }

    /** The operations of {@link AccountApi}. */
    public AccountApi account() {
        return account;
    }

    /** The operations of {@link AuthorizationApi}. */
    public AuthorizationApi authorization() {
        return authorization;
    }

    /** The operations of {@link B2bApi}. */
    public B2bApi b2b() {
        return b2b;
    }

    /** The operations of {@link B2cApi}. */
    public B2cApi b2c() {
        return b2c;
    }

    /** The operations of {@link C2bApi}. */
    public C2bApi c2b() {
        return c2b;
    }

    /** The operations of {@link PullApi}. */
    public PullApi pull() {
        return pull;
    }

    /** The operations of {@link QrApi}. */
    public QrApi qr() {
        return qr;
    }

    /** The operations of {@link RatibaApi}. */
    public RatibaApi ratiba() {
        return ratiba;
    }

    /** The operations of {@link StkApi}. */
    public StkApi stk() {
        return stk;
    }

    /** The operations of {@link TransactionsApi}. */
    public TransactionsApi transactions() {
        return transactions;
    }
}
