package io.github.mpesasdk.sandbox.phone;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
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
        reacts(Reaction.APPROVES, Duration.ZERO);
    }

    /** The customer enters the PIN after a while; until then the payment is pending. */
    public void approvesAfter(Duration delay) {
        reacts(Reaction.APPROVES, delay);
    }

    /** The customer enters a wrong PIN: result 2001 in Kenya, INS-6 elsewhere. */
    public void entersWrongPin() {
        reacts(Reaction.ENTERS_WRONG_PIN, Duration.ZERO);
    }

    /** The customer cancels the prompt: result 1032 in Kenya, INS-5 in Mozambique's own API, INS-6 elsewhere. */
    public void cancels() {
        reacts(Reaction.CANCELS, Duration.ZERO);
    }

    /** Nobody touches the handset until the prompt lapses: result 1037 in Kenya, INS-9 elsewhere. */
    public void ignores() {
        reacts(Reaction.IGNORES, Duration.ZERO);
    }

    /** The customer enters the PIN but lacks the money: result 1 in Kenya, INS-2006 elsewhere. */
    public void hasTooLittleMoney() {
        reacts(Reaction.HAS_TOO_LITTLE_MONEY, Duration.ZERO);
    }

    /**
     * The prompt waits a minute for a person, who answers it on the sandbox's page or with {@link Phone#answer}; then
     * it lapses.
     */
    public void asks() {
        reacts(Reaction.ASKS, Duration.ZERO);
    }

    final void reacts(Reaction reaction, Duration delay) {
        answer = new Answer(reaction, delay);
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
        APPROVES("approves"),
        /** Enters another one. */
        ENTERS_WRONG_PIN("entersWrongPin"),
        /** Declines. */
        CANCELS("cancels"),
        /** Does nothing until the prompt lapses. */
        IGNORES("ignores"),
        /** Enters the PIN in vain. */
        HAS_TOO_LITTLE_MONEY("hasTooLittleMoney"),
        /** Is a person, who does one of these. */
        ASKS("asks");

        private final String word;

        Reaction(String word) {
            this.word = word;
        }

        /** How a control address calls it. */
        String word() {
            return word;
        }

        /** The one that a control address calls so. */
        static Reaction of(String word, Set<Reaction> not) {
            return Arrays.stream(values())
                    .filter(reaction -> reaction.word.equals(word) && !not.contains(reaction))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("behaviour must be one of "
                            + Arrays.stream(values())
                                    .filter(reaction -> !not.contains(reaction))
                                    .map(reaction -> reaction.word)
                                    .collect(Collectors.joining(", "))));
        }
    }
}
