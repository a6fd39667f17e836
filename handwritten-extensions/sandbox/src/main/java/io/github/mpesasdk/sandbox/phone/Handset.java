package io.github.mpesasdk.sandbox.phone;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What happens on a customer's handset when a payment prompt appears. The last call counts, for prompts sent after it.
 * The codes below are those of the JSON gateways; the DRC's SOAP gateway says -3 to every failure. Safe for use by
 * several threads.
 */
public sealed class Handset permits Phone {

    private volatile @Nullable Answer answer;

    Handset() {}

    /** The customer enters the PIN at once. This is the default. */
    public void approves() {
        answer = new Answer(Reaction.APPROVES, Duration.ZERO);
    }

    /** The customer enters the PIN after a while; until then the payment is pending. */
    public void approvesAfter(Duration delay) {
        answer = new Answer(Reaction.APPROVES, delay);
    }

    /** The customer enters a wrong PIN: result 2001 in Kenya, INS-6 elsewhere. */
    public void entersWrongPin() {
        answer = new Answer(Reaction.ENTERS_WRONG_PIN, Duration.ZERO);
    }

    /** The customer cancels the prompt: result 1032 in Kenya, INS-5 in Mozambique's own API, INS-6 elsewhere. */
    public void cancels() {
        answer = new Answer(Reaction.CANCELS, Duration.ZERO);
    }

    /** Nobody touches the handset until the prompt lapses: result 1037 in Kenya, INS-9 elsewhere. */
    public void ignores() {
        answer = new Answer(Reaction.IGNORES, Duration.ZERO);
    }

    /** The customer enters the PIN but lacks the money: result 1 in Kenya, INS-2006 elsewhere. */
    public void hasTooLittleMoney() {
        answer = new Answer(Reaction.HAS_TOO_LITTLE_MONEY, Duration.ZERO);
    }

    /**
     * The prompt waits a minute for a person, who answers it on the sandbox's page or with {@link Phone#touch}; then it
     * lapses.
     */
    public void asks() {
        answer = new Answer(Reaction.ASKS, Duration.ZERO);
    }

    final @Nullable Answer answer() {
        return answer;
    }

    final void forget() {
        answer = null;
    }

    /** What a customer does, and how long after the usual delay. */
    record Answer(Reaction reaction, Duration delay) {}

    /** What a customer can do. For the markets, not for users. */
    public enum Reaction {
        /** Enters the PIN. */
        APPROVES,
        /** Enters another one. */
        ENTERS_WRONG_PIN,
        /** Declines. */
        CANCELS,
        /** Does nothing until the prompt lapses. */
        IGNORES,
        /** Enters the PIN in vain. */
        HAS_TOO_LITTLE_MONEY,
        /** Is a person, who does one of these. */
        ASKS
    }
}
