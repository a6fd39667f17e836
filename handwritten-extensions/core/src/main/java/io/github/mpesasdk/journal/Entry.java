package io.github.mpesasdk.journal;

import io.github.mpesasdk.CustomerPayment;
import io.github.mpesasdk.Reference;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One payment as the journal has it. There is no secret and no body in it. Immutable; {@code toString} shows the key
 * and the state.
 *
 * @param key what the payment is found by: a digest of what its callbacks prove themselves with, 32 hexadecimal digits
 * @param operation the operation that sent it, for example {@code stkPush}
 * @param reference what to ask with. Its value may prove callbacks, so a journal stores it encrypted
 * @param orderKey the caller's own key; null where it gave none
 * @param traits what it has in common with every payment that could be taken for it
 * @param repeats what its callbacks have to repeat, by name: ids and the amount. Some ids of gateways hold a phone
 *     number, so a journal stores them encrypted
 * @param state how far it has come
 * @param verdict what settled it, or why it needs a person; null while it is open
 * @param preparedAt when it was written down
 * @param questions how often the gateway was asked about it by the reconciler
 */
public record Entry(
        String key,
        String operation,
        Reference reference,
        @Nullable String orderKey,
        Traits traits,
        Map<String, String> repeats,
        PaymentState state,
        @Nullable Verdict verdict,
        Instant preparedAt,
        int questions) {

    /** How long after it was sent a push can be paid. */
    public static final Duration PUSH_LASTS = Duration.ofMinutes(30);

    /** How far the gateway's clock may be behind the journal's. */
    public static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    public Entry {
        repeats = Map.copyOf(repeats);
    }

    /** A payment that is about to be sent. */
    public static Entry prepared(
            String key,
            Reference reference,
            @Nullable String orderKey,
            Traits traits,
            Map<String, String> repeats,
            Instant now) {
        return new Entry(
                key, reference.operation(), reference, orderKey, traits, repeats, PaymentState.PREPARED, null, now, 0);
    }

    /** A payment that nobody wrote down before its callback came. */
    public static Entry heardOf(
            String key, String operation, Reference reference, @Nullable String orderKey, Instant now) {
        return new Entry(key, operation, reference, orderKey, Traits.NONE, Map.of(), PaymentState.SENT, null, now, 0);
    }

    /** The same in another state. */
    public Entry in(PaymentState next, @Nullable Verdict by) {
        return new Entry(key, operation, reference, orderKey, traits, repeats, next, by, preparedAt, questions);
    }

    /** The same under the name that the gateway's answer gave it. */
    public Entry named(Reference name, Map<String, String> toRepeat) {
        return new Entry(key, operation, name, orderKey, traits, toRepeat, state, verdict, preparedAt, questions);
    }

    /** The same, asked about once more. */
    public Entry askedAgain() {
        return new Entry(
                key, operation, reference, orderKey, traits, repeats, state, verdict, preparedAt, questions + 1);
    }

    /**
     * Whether money that came unasked is what this push was paid with, as far as anybody can tell: its
     * {@link Traits#fits traits}, heard of after the push was written down, and paid within half an hour of that by the
     * gateway's clock.
     */
    public boolean isPaidWith(CustomerPayment money, Instant heardAt, UnaryOperator<String> digest) {
        return !heardAt.isBefore(preparedAt)
                && !money.at().isBefore(preparedAt.minus(CLOCKS_DIFFER))
                && !money.at().isAfter(preparedAt.plus(PUSH_LASTS))
                && traits.fits(money, digest);
    }

    /** What settled it, or why it needs a person. */
    public Optional<Verdict> settledBy() {
        return Optional.ofNullable(verdict);
    }

    @Override
    public String toString() {
        return "Entry[" + key + ", " + operation + ", " + state + "]";
    }
}
