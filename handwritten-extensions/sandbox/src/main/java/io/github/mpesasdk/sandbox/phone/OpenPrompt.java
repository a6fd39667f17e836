package io.github.mpesasdk.sandbox.phone;

import io.github.mpesasdk.sandbox.phone.Handset.Answer;
import io.github.mpesasdk.sandbox.phone.Handset.Reaction;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One prompt on a handset. For the markets, not for users. Safe for use by several threads. */
public final class OpenPrompt {

    /** How long a prompt waits for a person, as the real ones do. */
    private static final Duration FOR_A_PERSON = Duration.ofMinutes(1);

    private final long id;
    private final String msisdn;
    private final PromptText text;
    private final Answer answer;
    private final long born = System.nanoTime();
    private final CompletableFuture<Reaction> answered = new CompletableFuture<>();

    OpenPrompt(long id, String msisdn, PromptText text, Answer answer) {
        this.id = id;
        this.msisdn = msisdn;
        this.text = text;
        this.answer = answer;
    }

    /**
     * How long it stands at most.
     *
     * @param lapse after what time one lapses that nobody answers and nobody is asked about
     */
    public Duration patience(Duration lapse) {
        return switch (answer.reaction()) {
            case ASKS -> FOR_A_PERSON;
            case IGNORES -> lapse;
            default -> answer.delay();
        };
    }

    /** Ends when a person has answered, which may be before its time is over; never if nobody is asked. */
    public CompletableFuture<Reaction> answered() {
        return answered;
    }

    /** What came of it, once it no longer stands. */
    public Reaction reaction() {
        if (!isForAPerson()) {
            return answer.reaction();
        }
        answer(Reaction.IGNORES); // From now on it is too late.
        return answered.join();
    }

    boolean isForAPerson() {
        return answer.reaction() == Reaction.ASKS;
    }

    boolean answer(Reaction reaction) {
        return answered.complete(reaction);
    }

    /** The number by which a person answers it. */
    public long id() {
        return id;
    }

    /** Whose handset it is on. */
    public String msisdn() {
        return msisdn;
    }

    /** What it says. */
    public PromptText text() {
        return text;
    }

    /** How many seconds a person has left. */
    public long secondsLeft() {
        long gone = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - born);
        return Math.max(0, FOR_A_PERSON.toSeconds() - gone);
    }

    @Override
    public String toString() {
        return "OpenPrompt[" + text.operation() + "]";
    }
}
