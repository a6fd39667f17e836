package io.github.mpesasdk.sandbox.phone;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.market.Commands;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The handsets of all customers at once, or through {@link #on} of a single one. A setting for one handset goes before
 * the setting for all.
 */
public final class Phone extends Handset {

    private static final Answer DEFAULT = new Answer(Reaction.APPROVES, Duration.ZERO);

    private static final Map<String, Reaction> TOUCHES = new TreeMap<>(Map.of(
            "approves", Reaction.APPROVES,
            "entersWrongPin", Reaction.ENTERS_WRONG_PIN,
            "cancels", Reaction.CANCELS,
            "ignores", Reaction.IGNORES,
            "hasTooLittleMoney", Reaction.HAS_TOO_LITTLE_MONEY));

    private final AtomicLong numbering = new AtomicLong();
    private final Map<Long, Ring> open = new ConcurrentSkipListMap<>();
    private final Map<String, Handset> handsets = new ConcurrentHashMap<>();
    private final Supplier<String> numbers;
    private final String inWords;

    /**
     * For the markets; users take theirs from the market.
     *
     * @param numbers a pattern of the market's MSISDNs
     * @param inWords the same in words, after "an MSISDN reads"
     */
    public Phone(String numbers, String inWords) {
        this(() -> numbers, inWords);
    }

    /** The same, where the pattern is not at hand before it is needed. */
    public Phone(Supplier<String> numbers, String inWords) {
        this.numbers = numbers;
        this.inWords = inWords;
    }

    /**
     * One customer's handset.
     *
     * @param msisdn as on the wire, with the country code and without a plus
     * @throws IllegalArgumentException if the market has no such number
     */
    public Handset on(String msisdn) {
        if (!msisdn.matches(numbers.get())) {
            throw new IllegalArgumentException("an MSISDN reads " + inWords);
        }
        return handsets.computeIfAbsent(msisdn, number -> new Handset());
    }

    /** Puts a prompt on a handset. For the markets, not for users. */
    public Ring ring(String msisdn, Showing showing) {
        Ring ring = new Ring(numbering.incrementAndGet(), msisdn, showing, answerOf(msisdn));
        if (ring.isForAPerson()) {
            open.put(ring.id(), ring);
            CompletableFuture<?> unused = ring.touched().thenRun(() -> open.remove(ring.id()));
        }
        return ring;
    }

    /** Whether a person is asked, unless a handset of its own says otherwise. */
    public boolean isAsking() {
        Answer all = answer();
        return all != null && all.reaction() == Reaction.ASKS;
    }

    /** The prompts that wait for a person, the oldest first. */
    public List<Ring> prompts() {
        return List.copyOf(open.values());
    }

    /**
     * Answers a prompt that waits for a person.
     *
     * @param id its number in {@link #prompts()}
     * @param reaction anything but {@link Handset.Reaction#ASKS}
     * @throws IllegalArgumentException if no such prompt waits
     */
    public void touch(long id, Reaction reaction) {
        Ring ring = open.get(id);
        if (ring == null || reaction == Reaction.ASKS || !ring.touch(reaction)) {
            throw new IllegalArgumentException("no prompt " + id + " waits; there are " + open.keySet());
        }
    }

    private Answer answerOf(String msisdn) {
        Handset own = handsets.get(msisdn);
        Answer answer = own == null ? null : own.answer();
        if (answer == null) {
            answer = answer();
        }
        return answer == null ? DEFAULT : answer;
    }

    /**
     * Does what a control address asks: {@code {"behaviour", "msisdn"?, "afterMillis"?}}.
     *
     * @throws IllegalArgumentException if there is no such behaviour or number
     */
    public void obey(JsonObject argument) {
        Handset handset = argument.has("msisdn") ? on(Commands.text(argument, "msisdn")) : this;
        String behaviour = Commands.text(argument, "behaviour");
        switch (behaviour) {
            case "asks" -> handset.asks();
            case "approves" ->
                handset.approvesAfter(
                        Duration.ofMillis(argument.has("afterMillis") ? Commands.number(argument, "afterMillis") : 0));
            case "entersWrongPin" -> handset.entersWrongPin();
            case "cancels" -> handset.cancels();
            case "ignores" -> handset.ignores();
            case "hasTooLittleMoney" -> handset.hasTooLittleMoney();
            default ->
                throw new IllegalArgumentException(
                        "behaviour must be one of asks, approves, entersWrongPin, cancels, ignores, hasTooLittleMoney");
        }
    }

    /**
     * Touches what a control address says: {@code {"id", "behaviour"}}.
     *
     * @throws IllegalArgumentException if there is no such behaviour, or no such prompt waits
     */
    public void obeyTouch(JsonObject argument) {
        String behaviour = Commands.text(argument, "behaviour");
        Reaction reaction = TOUCHES.get(behaviour);
        if (reaction == null) {
            throw new IllegalArgumentException("behaviour must be one of " + TOUCHES.keySet());
        }
        touch(Commands.number(argument, "id"), reaction);
    }

    /** Forgets every setting, and lets every open prompt lapse. */
    public void reset() {
        open.values().forEach(ring -> ring.touch(Reaction.IGNORES));
        forget();
        handsets.clear();
    }
}
