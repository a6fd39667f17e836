package io.github.mpesasdk.sandbox.phone;

import io.github.mpesasdk.sandbox.phone.Handset.Answer;
import io.github.mpesasdk.sandbox.phone.Handset.Reaction;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One prompt on a handset. For the markets, not for users. Safe for use by several threads. */
public final class Ring {

    /** How long a prompt waits for a person, as the real ones do. */
    private static final Duration FOR_A_PERSON = Duration.ofMinutes(1);

    private final long id;
    private final String msisdn;
    private final Showing showing;
    private final Answer answer;
    private final long born = System.nanoTime();
    private final CompletableFuture<Reaction> touched = new CompletableFuture<>();

    Ring(long id, String msisdn, Showing showing, Answer answer) {
        this.id = id;
        this.msisdn = msisdn;
        this.showing = showing;
        this.answer = answer;
    }

    /**
     * How long it stands at most.
     *
     * @param lapse after what time one lapses that nobody touches and nobody is asked about
     */
    public Duration patience(Duration lapse) {
        return switch (answer.reaction()) {
            case ASKS -> FOR_A_PERSON;
            case IGNORES -> lapse;
            default -> answer.delay();
        };
    }

    /** Ends when a person has touched the handset, which may be before its time is over; never if nobody is asked. */
    public CompletableFuture<Reaction> touched() {
        return touched;
    }

    /** What came of it, once it no longer stands. */
    public Reaction reaction() {
        if (!isForAPerson()) {
            return answer.reaction();
        }
        touch(Reaction.IGNORES); // From now on it is too late.
        return touched.join();
    }

    boolean isForAPerson() {
        return answer.reaction() == Reaction.ASKS;
    }

    boolean touch(Reaction reaction) {
        return touched.complete(reaction);
    }

    /** The number by which a person touches it. */
    public long id() {
        return id;
    }

    /** Whose handset it is on. */
    public String msisdn() {
        return msisdn;
    }

    /** What it says. */
    public Showing showing() {
        return showing;
    }

    /** How many seconds a person has left. */
    public long secondsLeft() {
        long gone = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - born);
        return Math.max(0, FOR_A_PERSON.toSeconds() - gone);
    }

    @Override
    public String toString() {
        return "Ring[" + showing.operation() + "]";
    }
}
