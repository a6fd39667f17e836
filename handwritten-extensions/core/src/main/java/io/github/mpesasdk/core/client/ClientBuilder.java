package io.github.mpesasdk.core.client;

import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaListener;
import io.github.mpesasdk.NeedsPerson;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.Settled;
import io.github.mpesasdk.TokenStore;
import io.github.mpesasdk.core.callback.CallbackKeys;
import io.github.mpesasdk.core.flow.FlowSettings;
import io.github.mpesasdk.core.flow.Listeners;
import io.github.mpesasdk.core.flow.Market;
import io.github.mpesasdk.core.flow.PaymentFlow;
import io.github.mpesasdk.core.flow.Reconciling;
import io.github.mpesasdk.core.settings.DurationInWords;
import io.github.mpesasdk.core.settings.EnvironmentVariables;
import io.github.mpesasdk.core.settings.Given;
import io.github.mpesasdk.core.transport.Authorizer;
import io.github.mpesasdk.core.transport.BaseUrl;
import io.github.mpesasdk.core.transport.Connections;
import io.github.mpesasdk.core.transport.Dialect;
import io.github.mpesasdk.core.transport.HttpInvoker;
import io.github.mpesasdk.journal.Journal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The settings that every client has. None of them is required.
 *
 * @param <B> the builder of the client itself
 */
@SuppressWarnings("exports") // What is protected here is for the builders of the markets, which see all of core.
public abstract class ClientBuilder<B extends ClientBuilder<B>> {

    private static final String BUILDER = "The builder";
    private static final Duration FIRST_POLL = Duration.ofSeconds(5);
    // A question is answered by callback within seconds or not at all: six times the pause before it is asked anew.
    private static final int PATIENCE = 6;
    private static final Duration SHORTEST_PATIENCE = Duration.ofSeconds(5);

    private @Nullable OkHttpClient httpClient;
    private @Nullable Duration timeout;
    private boolean keptForAll;
    private @Nullable TokenStore tokenStore;
    private RetryPolicy retries = RetryPolicy.STANDARD;
    private Clock clock = Clock.systemUTC();
    private Duration pollAfter = FIRST_POLL;
    private @Nullable CallbackKeys callbackKeys;
    private @Nullable EnvironmentVariables environment;
    private MpesaListener listener = new MpesaListener() {};
    private Journal journal = Journal.inMemory();
    private @Nullable String journalName;
    private Reconciling reconciling = Reconciling.STANDARD;
    private @Nullable Consumer<? super Settled> settled;
    private @Nullable Consumer<? super NeedsPerson> needsPerson;
    private @Nullable Consumer<? super CustomerPayment> received;

    /** For the builders of the markets. */
    protected ClientBuilder() {}

    /**
     * Shares proxy, TLS, interceptors and connections with a client that you have. Its automatic repetitions are
     * switched off, and its time-outs replaced by those of the SDK. At most 256 asynchronous calls are under way at
     * once, or as many as its dispatcher allows for one host, if that is more. Over HTTP/2, calls of your own to the
     * gateway share its connections; one that takes no byte any more is ended, and your client may repeat what was on
     * its way there.
     */
    public final B httpClient(OkHttpClient shared) {
        this.httpClient = Given.value(BUILDER, "httpClient", shared);
        return self();
    }

    /**
     * The longest that one HTTP call may take, a millisecond to a day. Default: 90 seconds. Where the network takes no
     * byte any more, it is up to three seconds longer. A call that holds the caller's thread also waits as long as the
     * machine's name server, or the caller's own {@code Dns} or proxy authenticator, lets it: nothing was sent then.
     *
     * @throws InvalidInputException if it is shorter or longer
     */
    public final B timeout(Duration limit) {
        requireAtMostADay("timeout", limit, Duration.ofMillis(1));
        this.timeout = limit;
        return self();
    }

    /**
     * Sends every request over kept connections. By default, a call whose answer repeats no id of the request has an
     * HTTP/1.1 connection of its own: over a kept one, whatever a server or a proxy wrote too much is read as the
     * answer to the next request, so that a refused payment can look paid. Saves a TCP and a TLS handshake for such a
     * call; take it only if you trust everything between you and the gateway.
     */
    public final B riskAnswersOfOtherRequests() {
        this.keptForAll = true;
        return self();
    }

    /** Where tokens are kept. Default: in the journal. */
    public final B tokenStore(TokenStore store) {
        this.tokenStore = Given.value(BUILDER, "tokenStore", store);
        return self();
    }

    /** How questions and token requests are repeated. Payments never are. Default: {@link RetryPolicy#STANDARD}. */
    public final B retries(RetryPolicy policy) {
        this.retries = Given.value(BUILDER, "retries", policy);
        return self();
    }

    /** The clock for tokens, passwords and timestamps. Default: the system's. */
    public final B clock(Clock source) {
        this.clock = Given.value(BUILDER, "clock", source);
        return self();
    }

    private static void requireAtMostADay(String setting, Duration value, Duration least) {
        requireBetween(setting, value, least, Duration.ofDays(1));
    }

    private static void requireBetween(String setting, Duration value, Duration least, Duration most) {
        Given.value(BUILDER, setting, value);
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new InvalidInputException(
                    BUILDER, setting, "must be " + DurationInWords.of(least) + " to " + DurationInWords.of(most));
        }
    }

    /** How long a waiting payment leaves the callback to come before it asks the gateway. Default: five seconds. */
    public final B pollAfter(Duration pause) {
        requireAtMostADay("pollAfter", pause, Duration.ZERO);
        this.pollAfter = pause;
        return self();
    }

    /**
     * The key that proves callbacks. Give the same one to every process of yours: then each recognises the callbacks of
     * what any of them sent, also after a restart, and knows the order. Without it a random key is used, and only this
     * client recognises its callbacks.
     *
     * @param key at least 32 characters that nobody can guess, for example from {@code openssl rand -hex 32}
     * @param older keys that were used before: they are still recognised, so that a key can be changed
     */
    public final B callbackKey(String key, String... older) {
        Given.to(BUILDER, "callbackKey")
                .with("callbackKey", key)
                .withAll("older callbackKey", older)
                .check();
        List<String> keys = new ArrayList<>();
        keys.add(key);
        keys.addAll(List.of(older));
        this.callbackKeys = CallbackKeys.of(keys);
        return self();
    }

    /**
     * The settings of a market in environment variables. Its callback key is taken here, unless the caller has said
     * one.
     */
    protected final EnvironmentVariables environment(String market, Map<String, String> variables) {
        EnvironmentVariables environment = EnvironmentVariables.of(market, variables);
        if (callbackKeys == null) {
            environment.text("callback-key").ifPresent(key -> callbackKeys = CallbackKeys.of(List.of(key)));
        }
        this.environment = environment;
        return environment;
    }

    /** The variable of a setting; empty where the caller does not want the environment to be looked at. */
    protected final Optional<String> variable(String setting) {
        return Optional.ofNullable(environment).map(variables -> variables.nameOf(setting));
    }

    /** Whether payments are known after a restart. */
    protected final boolean hasDurableJournal() {
        return journal.isDurable();
    }

    /** Whether callbacks are proven by a key that outlives this client. */
    protected final boolean hasCallbackKey() {
        return callbackKeys != null;
    }

    /** Hears what the client does, for logs, traces and metrics. */
    public final B listener(MpesaListener hears) {
        this.listener = Given.value(BUILDER, "listener", hears);
        return self();
    }

    /**
     * Where payments are written down before they are sent, so that they outlive this process. Default: in memory. A
     * durable journal wants a callback key as well, the same in all processes.
     */
    public final B journal(Journal durable) {
        this.journal = Given.value(BUILDER, "journal", durable);
        return self();
    }

    /**
     * Whose payments these are in a journal that several merchants share, 1 to 40 characters. Keep it as long as the
     * journal: under another name, nothing that is open is found. Default: the short code.
     */
    public final B journalAs(String merchant) {
        Given.value(BUILDER, "journalAs", merchant);
        if (merchant.isBlank() || merchant.length() > 40 || merchant.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInputException(BUILDER, "journalAs", "must have 1 to 40 printable characters");
        }
        this.journalName = merchant;
        return self();
    }

    /**
     * Hears of each payment that is settled, by whatever told its outcome and on whichever machine: at least once, on
     * one machine, after it is written in the journal. If it throws, it hears the same again, later and later; so make
     * what it does for an order harmless to do twice. A refusal that a call threw at its caller is not told again. Runs
     * on a thread of the client, for one payment after another; but if it takes more than five seconds, the next does
     * not wait for it. If it has not returned after 50 seconds, it counts as stuck, and another machine may be told the
     * same.
     */
    public final B onSettled(Consumer<? super Settled> hears) {
        this.settled = Given.value(BUILDER, "onSettled", hears);
        return self();
    }

    /** Hears of each payment of which nobody could say for too long what became of it. Told like {@link #onSettled}. */
    public final B onNeedsPerson(Consumer<? super NeedsPerson> hears) {
        this.needsPerson = Given.value(BUILDER, "onNeedsPerson", hears);
        return self();
    }

    /**
     * For markets with money that comes unasked.
     *
     * @param setting what callers call it
     */
    protected final void hearReceived(String setting, Consumer<? super CustomerPayment> hears) {
        this.received = Given.value(BUILDER, setting, hears);
    }

    /**
     * How long a payment is left to its callback before the reconciler asks what became of it; doubles with each
     * question, to a quarter of an hour at most. A second to an hour; default: 30 seconds.
     */
    public final B reconcileAfter(Duration pause) {
        requireBetween("reconcileAfter", pause, Duration.ofSeconds(1), Duration.ofHours(1));
        this.reconciling = reconciling.after(pause);
        return self();
    }

    /** How many questions a second the reconciler of this process asks at most, 1 to 100. Default: 5. */
    public final B questionsPerSecond(int most) {
        if (most < 1 || most > 100) {
            throw new InvalidInputException(BUILDER, "questionsPerSecond", "must be 1 to 100");
        }
        this.reconciling = reconciling.perSecond(most);
        return self();
    }

    /**
     * How old an open payment is when it is left to a person. A minute to 30 days; default: a day. Where the gateway
     * cannot be asked, it is two hours at most.
     */
    public final B needsPersonAfter(Duration age) {
        requireBetween("needsPersonAfter", age, Duration.ofMinutes(1), Duration.ofDays(30));
        this.reconciling = reconciling.giveUpAfter(age);
        return self();
    }

    /** This process asks nothing by itself; another one with the same journal has to. */
    public final B withoutReconciler() {
        this.reconciling = reconciling.off();
        return self();
    }

    /**
     * How often lists are compared, for markets that have them.
     *
     * @param setting what callers call it
     */
    protected final void compareListsEvery(String setting, Duration pause) {
        requireBetween(setting, pause, Duration.ofSeconds(1), Duration.ofHours(12));
        this.reconciling = reconciling.compareEvery(pause);
    }

    @SuppressWarnings("unchecked")
    private B self() {
        return (B) this;
    }

    protected final TokenStore tokenStore() {
        return tokenStore != null ? tokenStore : journal.tokenStore();
    }

    protected final Clock clock() {
        return clock;
    }

    /** What the calls of the client travel through. */
    protected final Parts parts(BaseUrl base, Dialect dialect) {
        return parts(base, dialect, UnaryOperator.identity());
    }

    /**
     * The same for a market that has TLS of its own.
     *
     * @param secured adds it to the caller's HTTP client, or to an empty one
     */
    protected final Parts parts(BaseUrl base, Dialect dialect, UnaryOperator<OkHttpClient> secured) {
        return new Parts(Connections.of(httpClient, secured, timeout, keptForAll), base, dialect);
    }

    /** The parts of one client, made of its settings. */
    protected final class Parts {

        private final Connections connections;
        private final BaseUrl base;
        private final Dialect dialect;

        private Parts(Connections connections, BaseUrl base, Dialect dialect) {
            this.connections = connections;
            this.base = base;
            this.dialect = dialect;
        }

        /** Runs what may not hold the threads of a call. */
        public Executor executor() {
            return connections.executor();
        }

        /** Sends payments once, and repeats questions as they are. */
        public HttpInvoker repeating(Authorizer authorizer) {
            return new HttpInvoker(connections, base, dialect, authorizer, retries, listener);
        }

        /**
         * Repeats nothing: where the gateway refuses an id that it has seen, a question is repeated by the flow, under
         * a fresh one.
         */
        public HttpInvoker once(Authorizer authorizer) {
            return new HttpInvoker(connections, base, dialect, authorizer, RetryPolicy.NONE, listener);
        }

        /**
         * The payments of a market that is told with each where to report, over a transport that repeats questions.
         *
         * @param callbacks where the gateway is to report; null where the caller has not said it
         * @param addressCheck refuses an address that the gateway would not take
         */
        public <E> PaymentFlow<E> flow(
                Market<E> market, HttpInvoker repeating, @Nullable URI callbacks, Consumer<URI> addressCheck) {
            return new PaymentFlow<>(
                    market, repeating, connections, settings(callbacks, addressCheck, RetryPolicy.NONE));
        }

        /** The payments of a market that knows where to report, over a transport that repeats nothing. */
        public <E> PaymentFlow<E> flow(Market<E> market, HttpInvoker once) {
            return new PaymentFlow<>(market, once, connections, settings(null, address -> {}, retries));
        }
    }

    // Without a key, the callbacks of what an earlier process sent would prove nothing to the next one.
    private CallbackKeys keys() {
        if (callbackKeys == null && journal.isDurable()) {
            throw new InvalidInputException(
                    BUILDER,
                    "callbackKey",
                    "is needed beside journal(...), the same in all processes: openssl rand -hex 32 makes one");
        }
        return callbackKeys != null ? callbackKeys : CallbackKeys.random();
    }

    private FlowSettings settings(@Nullable URI callbacks, Consumer<URI> addressCheck, RetryPolicy questionRetries) {
        Duration patience = pollAfter.multipliedBy(PATIENCE);
        return new FlowSettings(
                callbacks,
                addressCheck,
                keys(),
                clock,
                pollAfter,
                questionRetries,
                patience.compareTo(SHORTEST_PATIENCE) > 0 ? patience : SHORTEST_PATIENCE,
                listener,
                journal,
                journalName,
                new Listeners(settled, needsPerson, received),
                reconciling);
    }
}
