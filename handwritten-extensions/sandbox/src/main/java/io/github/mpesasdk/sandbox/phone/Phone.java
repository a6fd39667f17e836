package io.github.mpesasdk.sandbox.phone;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.bounds.LatestMap;
import io.github.mpesasdk.sandbox.market.Commands;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The handsets of all customers at once, or through {@link #on} of a single one. A setting for one handset goes before
 * the setting for all.
 */
public final class Phone extends Handset {

    private static final Answer DEFAULT = new Answer(Reaction.APPROVES, Duration.ZERO);

    /** Callers of some gateways wait so long for their answer. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** More than anybody answers by hand, and fewer than the threads on which callers wait. */
    private static final int MOST_OPEN = 100;

    private final AtomicLong numbering = new AtomicLong();
    private final Map<Long, OpenPrompt> open = new ConcurrentSkipListMap<>();
    private final LatestMap<String, Handset> handsets = new LatestMap<>((number, handset) -> number.length());
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
        return handsets.getOrPut(msisdn, Handset::new);
    }

    /** Puts a prompt on a handset; it lapses at once if a hundred wait already. For the markets, not for users. */
    public OpenPrompt prompt(String msisdn, PromptText text) {
        OpenPrompt prompt = new OpenPrompt(numbering.incrementAndGet(), msisdn, text, answerOf(msisdn));
        if (prompt.isForAPerson()) {
            if (open.size() >= MOST_OPEN) {
                prompt.answer(Reaction.IGNORES);
                return prompt;
            }
            open.put(prompt.id(), prompt);
            CompletableFuture<?> unused = prompt.answered().thenRun(() -> open.remove(prompt.id()));
        }
        return prompt;
    }

    /** How customers react, in the word of the control addresses, unless a handset of its own says otherwise. */
    public String behaviour() {
        Answer all = answer();
        return (all == null ? DEFAULT : all).reaction().word();
    }

    /** The prompts that wait for a person, the oldest first. */
    public List<OpenPrompt> prompts() {
        return List.copyOf(open.values());
    }

    /**
     * Answers a prompt that waits for a person.
     *
     * @param id its number in {@link #prompts()}
     * @param reaction anything but {@link Handset.Reaction#ASKS}
     * @throws IllegalArgumentException if no such prompt waits
     */
    public void answer(long id, Reaction reaction) {
        OpenPrompt prompt = open.get(id);
        if (prompt == null || reaction == Reaction.ASKS || !prompt.answer(reaction)) {
            throw new IllegalArgumentException("no prompt " + id + " waits; there are " + open.keySet());
        }
    }

    private Answer answerOf(String msisdn) {
        Answer answer = handsets.get(msisdn).map(Handset::answer).orElse(null);
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
        Reaction reaction = Reaction.of(Commands.text(argument, "behaviour"), Set.of());
        if (argument.has("afterMillis") && reaction != Reaction.APPROVES) {
            throw new IllegalArgumentException("afterMillis goes with approves");
        }
        long after = argument.has("afterMillis") ? Commands.number(argument, "afterMillis") : 0;
        if (after > LONGEST.toMillis()) {
            throw new IllegalArgumentException("afterMillis is at most " + LONGEST.toMillis());
        }
        handset.reacts(reaction, Duration.ofMillis(after));
    }

    /**
     * Answers a prompt as a control address says: {@code {"id", "behaviour"}}.
     *
     * @throws IllegalArgumentException if there is no such behaviour, or no such prompt waits
     */
    public void obeyAnswer(JsonObject argument) {
        answer(
                Commands.number(argument, "id"),
                Reaction.of(Commands.text(argument, "behaviour"), Set.of(Reaction.ASKS)));
    }

    /** Forgets every setting, and lets every open prompt lapse. */
    public void reset() {
        open.values().forEach(prompt -> prompt.answer(Reaction.IGNORES));
        forget();
        handsets.clear();
    }
}
