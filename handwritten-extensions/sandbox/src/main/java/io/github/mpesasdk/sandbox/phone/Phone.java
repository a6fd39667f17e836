package io.github.mpesasdk.sandbox.kenya;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The handsets of all customers at once, or through {@link #on} of a single one. A setting for one handset goes before
 * the setting for all.
 */
public final class Phone extends Handset {

    private static final Answer DEFAULT = new Answer(Reaction.APPROVES, Duration.ZERO);

    private final Map<String, Handset> handsets = new ConcurrentHashMap<>();

    Phone() {}

    /**
     * One customer's handset.
     *
     * @param msisdn as on the wire, 2547 or 2541 and eight digits
     */
    public Handset on(String msisdn) {
        if (!msisdn.matches("254[17]\\d{8}")) {
            throw new IllegalArgumentException("an MSISDN reads 2547 or 2541 and eight digits");
        }
        return handsets.computeIfAbsent(msisdn, number -> new Handset());
    }

    Answer answerOf(String msisdn) {
        Handset own = handsets.get(msisdn);
        Answer answer = own == null ? null : own.answer();
        if (answer == null) {
            answer = answer();
        }
        return answer == null ? DEFAULT : answer;
    }

    void reset() {
        forget();
        handsets.clear();
    }
}
