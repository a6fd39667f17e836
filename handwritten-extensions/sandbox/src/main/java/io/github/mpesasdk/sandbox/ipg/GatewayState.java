package io.github.mpesasdk.sandbox.ipg;

import io.github.mpesasdk.sandbox.market.EncryptionKeys;
import io.github.mpesasdk.sandbox.market.MarketContext;
import io.github.mpesasdk.sandbox.market.RandomText;
import io.github.mpesasdk.sandbox.phone.Phone;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything that the operations of a gateway share. Safe for use by several threads. */
public final class GatewayState {

    private final Set<String> references = ConcurrentHashMap.newKeySet();
    private final Function<RandomText, String> transactionIds;
    private final MarketContext context;
    private final EncryptionKeys keys = new EncryptionKeys();
    private final RandomText random = new RandomText();
    private final Phone phone;
    private final Ledger ledger;
    private volatile AnswerMode mode = AnswerMode.SYNCHRONOUS;

    /** A gateway whose customers have this phone, and whose transaction ids have this shape. */
    public GatewayState(MarketContext context, Phone phone, Function<RandomText, String> transactionIds) {
        this.transactionIds = transactionIds;
        this.context = context;
        this.phone = phone;
        this.ledger = new Ledger(context.clock());
    }

    /** What the server gives. */
    public MarketContext context() {
        return context;
    }

    /** The keys behind which callers hide their credentials. */
    public EncryptionKeys keys() {
        return keys;
    }

    /** Ids and secrets. */
    public RandomText random() {
        return random;
    }

    /** How customers react. */
    public Phone phone() {
        return phone;
    }

    /** Who has how much. */
    public Ledger ledger() {
        return ledger;
    }

    /** How the gateway answers. */
    public AnswerMode mode() {
        return mode;
    }

    /** Lets answers be the outcome, or only accept. */
    public synchronized void asynchronous(boolean asynchronous) {
        mode = new AnswerMode(asynchronous, mode.responseUrl());
    }

    /** Sets where outcomes go. */
    public synchronized void responseUrl(@Nullable URI url) {
        mode = new AnswerMode(mode.asynchronous(), url);
    }

    /** The secret that a Bearer header hides, if it was encrypted for us. */
    public Optional<String> bearer(@Nullable String authorization) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
            return Optional.empty();
        }
        return keys.decrypt(authorization.substring("bearer ".length()).trim());
    }

    /** A transaction id in the gateway's shape. */
    public String transactionId() {
        return transactionIds.apply(random);
    }

    /** Notes that a reference is used, and says whether it was free. */
    boolean take(String market, String reference) {
        return references.add(market + " " + reference);
    }

    /** Forgets payments and settings; keeps credentials. */
    public void reset() {
        references.clear();
        phone.reset();
        ledger.reset();
        mode = AnswerMode.SYNCHRONOUS;
    }
}
