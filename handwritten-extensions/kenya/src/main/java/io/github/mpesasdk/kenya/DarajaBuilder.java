package io.github.mpesasdk.kenya;

import com.google.gson.JsonObject;
import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Violation;
import io.github.mpesasdk.core.client.ClientBuilder;
import io.github.mpesasdk.core.crypto.EncryptionKey;
import io.github.mpesasdk.core.crypto.PublicKeys;
import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.core.settings.EnvironmentVariables;
import io.github.mpesasdk.core.settings.Given;
import io.github.mpesasdk.core.settings.SettingsCheck;
import io.github.mpesasdk.core.token.CredentialKey;
import io.github.mpesasdk.core.transport.Authorizer;
import io.github.mpesasdk.core.transport.BaseUrl;
import io.github.mpesasdk.core.transport.HttpInvoker;
import io.github.mpesasdk.daraja.api.AuthorizationApi;
import io.github.mpesasdk.daraja.model.DarajaCallback;
import io.github.mpesasdk.daraja.model.StkPushInput;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects the settings of a {@link Daraja}. An environment and an app are required; the rest when a call needs it. */
public final class DarajaBuilder extends ClientBuilder<DarajaBuilder> {

    /** How callers write it, for error messages. */
    static final String BUILDER = "Daraja.builder()";

    private static final URI SANDBOX = URI.create("https://sandbox.safaricom.co.ke");
    private static final URI PRODUCTION = URI.create("https://api.safaricom.co.ke");

    private @Nullable BaseUrl base;
    private boolean production;
    private @Nullable String consumerKey;
    private @Nullable String consumerSecret;
    private @Nullable StkAccount stkAccount;
    private @Nullable String shortCode;
    private @Nullable Initiator initiator;
    private @Nullable URI callbacks;
    private boolean pullsTransactions;
    private boolean hearsReceived;
    private List<String> furtherShortCodes = List.of();

    DarajaBuilder() {}

    /** Safaricom's sandbox: test money. */
    public DarajaBuilder sandbox() {
        return base(BaseUrl.of(SANDBOX), false);
    }

    /** Real money. */
    public DarajaBuilder production() {
        return base(BaseUrl.of(PRODUCTION), true);
    }

    /**
     * Another gateway: the embedded sandbox, or a proxy of your own.
     *
     * @throws InvalidInputException for {@code http://}, unless it is this machine
     */
    public DarajaBuilder at(URI address) {
        BaseUrl url = BaseUrl.of(Given.value(BUILDER, "at", address));
        return base(url, !url.isLoopback() && !SANDBOX.getHost().equals(address.getHost()));
    }

    /**
     * Another gateway over clear HTTP. Everybody on the way can read and change payments: for closed test networks
     * only.
     */
    public DarajaBuilder atInsecure(URI address) {
        return base(BaseUrl.insecure(Given.value(BUILDER, "atInsecure", address)), false);
    }

    private DarajaBuilder base(BaseUrl url, boolean isProduction) {
        this.base = url;
        this.production = isProduction;
        return this;
    }

    /** The app of the developer portal. */
    public DarajaBuilder app(String key, String secret) {
        this.consumerKey = key;
        this.consumerSecret = secret;
        return this;
    }

    /**
     * STK payments go to this paybill.
     *
     * @throws InvalidInputException beside {@link #till}
     */
    public DarajaBuilder payBill(String payBillShortCode, String passkey) {
        Given.to(BUILDER, "payBill")
                .with("payBill", payBillShortCode)
                .with("passkey", passkey)
                .check();
        return collectsBy("payBill", StkAccount.payBill(payBillShortCode, passkey));
    }

    /**
     * STK payments go to this till. The store number is the one used at go-live, and differs from the till number.
     *
     * @throws InvalidInputException beside {@link #payBill}
     */
    public DarajaBuilder till(String storeNumber, String tillNumber, String passkey) {
        Given.to(BUILDER, "till")
                .with("store number", storeNumber)
                .with("till number", tillNumber)
                .with("passkey", passkey)
                .check();
        return collectsBy("till", StkAccount.till(storeNumber, tillNumber, passkey));
    }

    // Where the money lands must not depend on which of two lines is written last.
    private DarajaBuilder collectsBy(String method, StkAccount account) {
        if (stkAccount != null && stkAccount.isTill() != account.isTill()) {
            throw new InvalidInputException(
                    BUILDER,
                    method,
                    "must not stand beside " + (account.isTill() ? "payBill" : "till")
                            + ": STK payments of one client go to one of them. Build a client for each, and call"
                            + " fromEnv() after payBill or till: it takes only what is not set yet");
        }
        this.stkAccount = account;
        return this;
    }

    /**
     * The short code that pays out, is asked for its balance, and gives payments back unless the reversal names
     * another; without a pay bill or till, customers' payments to it are reported, too.
     */
    public DarajaBuilder shortCode(String organisation) {
        this.shortCode = Given.value(BUILDER, "shortCode", organisation);
        return this;
    }

    /**
     * The API operator that pays out, asks and reverses.
     *
     * @param certificate of the same environment, read by {@link io.github.mpesasdk.core.crypto.PublicKeys}; an expired
     *     one is used all the same, for the operator's own are expired
     */
    public DarajaBuilder initiator(String name, String password, EncryptionKey certificate) {
        checkInitiator(name, password, certificate);
        this.initiator = new Initiator(name, password, certificate);
        return this;
    }

    /**
     * The same from the text of the certificate.
     *
     * @param certificate PEM or base64, as the portal gives it
     * @throws InvalidInputException if it is no certificate or key, saying what it looks like instead
     */
    public DarajaBuilder initiator(String name, String password, String certificate) {
        checkInitiator(name, password, certificate);
        return initiator(name, password, PublicKeys.read(certificate, BUILDER, "initiator certificate"));
    }

    private static void checkInitiator(String name, String password, Object certificate) {
        Given.to(BUILDER, "initiator")
                .with("initiator name", name)
                .with("initiator password", password)
                .with("initiator certificate", certificate)
                .check();
    }

    /**
     * Takes what is not set yet from environment variables that begin with {@code MPESA_KENYA_}: {@code CONSUMER_KEY},
     * {@code CONSUMER_SECRET}; {@code PAY_BILL} with {@code PASSKEY}, or {@code STORE_NUMBER} and {@code TILL_NUMBER}
     * with {@code PASSKEY}; {@code SHORT_CODE}, which beside {@code PASSKEY} alone is the pay bill;
     * {@code INITIATOR_NAME} with {@code INITIATOR_PASSWORD} and {@code INITIATOR_CERTIFICATE}, or {@code CERTIFICATE}
     * as the {@code mpesa} command calls it (the certificate, or {@code @} and its file); {@code CALLBACK_URL} and
     * {@code CALLBACK_KEY}.
     *
     * @throws InvalidInputException naming a variable that is missing or cannot be read
     */
    public DarajaBuilder fromEnv() {
        return fromEnv(System.getenv());
    }

    DarajaBuilder fromEnv(Map<String, String> variables) {
        EnvironmentVariables env = environment(DarajaDialect.MARKET, variables);
        if (consumerKey == null) {
            consumerKey = env.text("consumer-key").orElse(null);
            consumerSecret = env.text("consumer-secret").orElse(null);
        }
        if (stkAccount == null) {
            if (Stream.of("pay-bill", "store-number", "till-number")
                    .anyMatch(setting -> env.text(setting).isPresent())) {
                env.require("passkey");
            }
            stkAccount =
                    env.text("passkey").map(passkey -> stkAccount(env, passkey)).orElse(null);
        }
        if (shortCode == null) {
            shortCode = env.text("short-code").orElse(null);
        }
        if (initiator == null && env.text("initiator-name").isPresent()) {
            String certificate = env.text("certificate").isPresent() ? "certificate" : "initiator-certificate";
            env.require("initiator-password", certificate);
            initiator(
                    env.text("initiator-name").orElseThrow(),
                    env.text("initiator-password").orElseThrow(),
                    env.publicKey(certificate).orElseThrow());
        }
        if (callbacks == null) {
            callbacks = env.uri("callback-url").orElse(null);
        }
        return this;
    }

    private static @Nullable StkAccount stkAccount(EnvironmentVariables env, String passkey) {
        if (env.text("till-number").isPresent() || env.text("store-number").isPresent()) {
            env.require("store-number", "till-number");
            return StkAccount.till(
                    env.text("store-number").orElseThrow(),
                    env.text("till-number").orElseThrow(),
                    passkey);
        }
        return env.text("pay-bill")
                .or(() -> env.text("short-code"))
                .map(payBill -> StkAccount.payBill(payBill, passkey))
                .orElse(null);
    }

    /** Where Safaricom is to report outcomes. Each request appends a token, which names and proves it. */
    public DarajaBuilder callbacksAt(URI address) {
        this.callbacks = Given.value(BUILDER, "callbacksAt", address);
        return this;
    }

    /**
     * The app has the Pull Transactions product, and the short code that collects is registered for it (see
     * {@link Daraja#pull()}): a push whose acknowledgement and callback were both lost is then searched for among the
     * payments that the short code received. Give each push a reference of its own, for only a single payment of the
     * same customer, amount and reference is taken for it. Every ten minutes the list of those payments is compared
     * with the confirmations that came, too, so that {@link #onReceived} hears of money whose confirmation was lost.
     */
    public DarajaBuilder pullTransactions() {
        this.pullsTransactions = true;
        return this;
    }

    /**
     * Further short codes whose payments are reported to the C2B addresses of this client, such as the tills of one
     * head office. A notice of any other short code than these, and those of {@link #shortCode}, {@link #payBill} and
     * {@link #till}, is not genuine and not handed on: it is somebody else's money, who has registered the same
     * address. A client with a till takes every short code until this names some, for it is not known under which
     * number the tills of a head office are reported.
     */
    public DarajaBuilder alsoReceives(String... shortCodes) {
        Given.to(BUILDER, "alsoReceives").withAll("alsoReceives", shortCodes).check();
        this.furtherShortCodes = List.of(shortCodes);
        return this;
    }

    /**
     * Hears of each payment that a customer started, once its confirmation came, on whichever machine and however
     * often, or was found to be missing: at least once, on one machine, after it is written in the journal. A push of
     * yours is told as settled and not here. Otherwise like {@link #onSettled}.
     *
     * <p>Needs {@link #callbackKey}: without a key of yours, the addresses that {@code c2b().register} gives carry no
     * token, so no confirmation proves where it comes from, and only what {@link #pullTransactions} finds is told.
     * {@link #build} logs a warning then.
     */
    public DarajaBuilder onReceived(Consumer<? super CustomerPayment> hears) {
        hearReceived("onReceived", hears);
        this.hearsReceived = true;
        return this;
    }

    /** How often lists of payments are compared, with {@link #pullTransactions}. Default: ten minutes. */
    public DarajaBuilder comparePaymentsEvery(Duration pause) {
        compareListsEvery("comparePaymentsEvery", pause);
        return this;
    }

    /**
     * The client. Nothing is sent yet.
     *
     * @throws InvalidInputException naming every setting that is missing or can never work
     */
    public Daraja build() {
        check();
        BuildWarnings.ofExpiry(initiator, clock());
        if (hearsReceived) {
            BuildWarnings.ofMoney(hasCallbackKey(), production && pullsTransactions && !hasDurableJournal());
        }
        // First, for it goes on beside all that follows.
        EncryptedInitiator operator = initiator == null ? null : initiator.encrypted();
        BaseUrl url = Objects.requireNonNull(base);
        String key = Objects.requireNonNull(consumerKey);
        String secret = Objects.requireNonNull(consumerSecret);
        Parts parts = parts(url, new DarajaDialect());
        String basic = DarajaAuthorizer.basicHeader(key, secret);
        String credential = CredentialKey.of(DarajaDialect.MARKET, url, key, secret);
        DarajaAuthorizer authorizer = new DarajaAuthorizer(
                credential,
                basic,
                tokenStore(),
                clock(),
                new AuthorizationApi(parts.repeating(Authorizer.basicOnly(basic))));
        HttpInvoker transport = parts.repeating(authorizer);
        DarajaSettings settings = new DarajaSettings(
                production,
                clock(),
                stkAccount,
                shortCode != null || stkAccount == null ? shortCode : stkAccount.businessShortCode(),
                operator,
                callbacks,
                pullsTransactions,
                Set.copyOf(furtherShortCodes));
        PaymentFlow<DarajaCallback> flow = parts.flow(new KenyaMarket(settings), transport, callbacks, this::check);
        return new Daraja(flow, url, transport, authorizer);
    }

    private void check() {
        SettingsCheck check = SettingsCheck.of(BUILDER)
                .required("environment", base, "sandbox, production or at")
                .required("consumer key", consumerKey, "app", variable("consumer-key"))
                .required("consumer secret", consumerSecret, "app", variable("consumer-secret"))
                .credential("consumer key", consumerKey)
                .credential("consumer secret", consumerSecret)
                .require(
                        consumerKey == null || consumerKey.indexOf(':') < 0,
                        "consumer key",
                        "must have no colon: the gateway takes what follows one for the secret. Give the key and the"
                                + " secret each by itself, as the developer portal shows them")
                .shortCode("shortCode", shortCode)
                .addAll(broken(callbacks));
        for (String code : furtherShortCodes) {
            check.shortCode("alsoReceives", code);
        }
        if (stkAccount != null) {
            if (stkAccount.isTill()) {
                check.addAll(broken("store number", "BusinessShortCode", stkAccount.businessShortCode()))
                        .addAll(broken("till number", "PartyB", stkAccount.receiver()));
            } else {
                check.addAll(broken("payBill", "BusinessShortCode", stkAccount.businessShortCode()));
            }
            check.credential("passkey", stkAccount.passkey());
        }
        if (initiator != null) {
            check.credential("initiator name", initiator.name()).credential("initiator password", initiator.password());
        }
        check.done();
    }

    private List<Violation> broken(@Nullable URI address) {
        if (address == null) {
            return List.of();
        }
        List<Violation> broken = new ArrayList<>(SettingsCheck.of(BUILDER)
                .callbackAddress("callbacksAt", address, production)
                .violations());
        broken.addAll(broken("callbacksAt", "CallBackURL", address.toString()));
        return broken;
    }

    // What the spec demands of a push holds for each setting that goes into all of them.
    private static List<Violation> broken(String setting, String field, String value) {
        JsonObject push = new JsonObject();
        push.addProperty(field, value);
        List<Violation> broken = new ArrayList<>();
        for (Violation violation : StkPushInput.ADAPTER.of(push).broken()) {
            if (violation.wireName().equals(field)) {
                broken.add(new Violation(setting, field, violation.rule(), violation.liftable()));
            }
        }
        return broken;
    }

    private void check(URI address) {
        List<Violation> broken = broken(address);
        if (!broken.isEmpty()) {
            throw new InvalidInputException("The callback address", broken);
        }
    }
}
