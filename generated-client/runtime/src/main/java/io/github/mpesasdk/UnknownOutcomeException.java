package io.github.mpesasdk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment was sent and its outcome is not known: the answer was lost, unreadable, or no definite refusal. Never send
 * it again; ask for it with {@link #reference()}.
 */
public final class UnknownOutcomeException extends MpesaException {
    private static final long serialVersionUID = 1L;

    public UnknownOutcomeException(Incident incident, @Nullable Throwable cause) {
        super(
                incident.headline() + ": the outcome is unknown, the money may have moved." + incident.story() + " "
                        + howToAsk(incident),
                incident,
                cause);
    }

    private static String howToAsk(Incident incident) {
        return incident.reference()
                .map(reference -> incident.hasStatusCall()
                        ? "Do not send it again: give reference() to find, which "
                                + (reference.field().endsWith("URL")
                                        ? "waits for its callback."
                                        : "asks by its " + reference.field() + ".")
                        : "Do not send it again: this gateway has no known call that asks for its outcome. Wait for the"
                                + " callback, or quote its " + reference.field()
                                + ", see reference(), to the operator's support.")
                .orElse("Do not send it again: check the statement of the short code.");
    }

    /** What to ask with; empty only where the API gives nothing to ask with. */
    public Optional<Reference> reference() {
        return incident().reference();
    }
}
