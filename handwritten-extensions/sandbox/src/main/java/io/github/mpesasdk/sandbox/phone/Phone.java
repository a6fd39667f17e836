package io.github.mpesasdk.sandbox.phone;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.market.Commands;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The handsets of all customers at once, or through {@link #on} of a single one. A setting for one handset goes before
 * the setting for all.
 */
public final class Phone extends Handset {

    private static final Answer DEFAULT = new Answer(Reaction.APPROVES, Duration.ZERO);

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

    /** How a customer will react to a prompt that appears now. */
    public Answer answerOf(String msisdn) {
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
            case "approves" ->
                handset.approvesAfter(
                        Duration.ofMillis(argument.has("afterMillis") ? Commands.number(argument, "afterMillis") : 0));
            case "entersWrongPin" -> handset.entersWrongPin();
            case "cancels" -> handset.cancels();
            case "ignores" -> handset.ignores();
            case "hasTooLittleMoney" -> handset.hasTooLittleMoney();
            default ->
                throw new IllegalArgumentException(
                        "behaviour must be one of approves, entersWrongPin, cancels, ignores, hasTooLittleMoney");
        }
    }

    /** Forgets every setting. */
    public void reset() {
        forget();
        handsets.clear();
    }
}
