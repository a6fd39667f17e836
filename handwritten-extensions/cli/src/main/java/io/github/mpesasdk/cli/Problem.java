package io.github.mpesasdk.cli;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Code;
import io.github.mpesasdk.Incident;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.cli.market.BadInputException;
import io.github.mpesasdk.cli.story.StoryBrokenException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why the command did not do what it was asked: what goes to stderr, and the exit code. {@code toString} hides it all.
 *
 * @param kind for scripts: {@code usage}, {@code invalidInput}, {@code refused}, {@code noAnswer},
 *     {@code stillPending}, {@code unreadableBody}, {@code unknownOutcome}, {@code notConnected}, {@code failed},
 *     {@code defect}
 * @param exitCode one of {@link ExitCode}
 * @param place what it was about
 * @param said what the gateway said
 * @param message for people
 * @param reference what to ask with
 */
record Problem(
        String kind,
        int exitCode,
        Place place,
        Said said,
        String message,
        @Nullable Reference reference) {

    /** What the gateway said, as far as it said anything: its code, its cleaned words, its id of the request. */
    record Said(
            @Nullable String code,
            @Nullable String words,
            @Nullable String requestId) {

        static final Said NOTHING = new Said(null, null, null);

        static Said in(MpesaException error) {
            return new Said(
                    error.code()
                            .map(Code::value)
                            .filter(text -> !text.isEmpty())
                            .orElse(null),
                    error.words().orElse(null),
                    error.requestId().orElse(null));
        }
    }

    /**
     * What a problem is about, as far as that is known.
     *
     * @param movesMoney whether the operation does
     */
    record Place(@Nullable String market, @Nullable String operation, boolean movesMoney) {

        static final Place NOWHERE = new Place(null, null, false);

        /** The same, completed by what the error knows. An API that serves several markets names only itself. */
        Place orOf(Incident incident) {
            return new Place(
                    market == null && !incident.market().isEmpty() ? incident.market() : market,
                    incident.operation().isEmpty() ? operation : incident.operation(),
                    movesMoney);
        }
    }

    /** Words or options that the command does not have. */
    static Problem usage(String message) {
        return new Problem("usage", ExitCode.BAD_INPUT, Place.NOWHERE, Said.NOTHING, message, null);
    }

    /** What an exception says. */
    static Problem of(Throwable error, Place place) {
        if (error instanceof MpesaException known) {
            return ofSdk(known, place.orOf(known.incident()));
        }
        if (error instanceof BadInputException) {
            return new Problem("invalidInput", ExitCode.BAD_INPUT, place, Said.NOTHING, words(error), null);
        }
        if (error instanceof FailedException failed) {
            return new Problem(failed.kind(), failed.exitCode(), place, Said.NOTHING, words(error), null);
        }
        if (error instanceof StoryBrokenException) {
            return new Problem("failed", ExitCode.FAILED, place, Said.NOTHING, words(error), null);
        }
        return defect(error, place);
    }

    private static Problem ofSdk(MpesaException error, Place place) {
        Said said = Said.in(error);
        Reference reference = error.incident().reference().orElse(null);
        if (error instanceof UnknownOutcomeException unknown) {
            return new Problem(
                    "unknownOutcome", ExitCode.OUTCOME_UNKNOWN, place, said, unknownOutcome(unknown, place), reference);
        }
        int exitCode = ExitCode.FAILED;
        if (error instanceof InvalidInputException) {
            exitCode = ExitCode.BAD_INPUT;
        } else if (error instanceof NotConnectedException) {
            exitCode = ExitCode.NOT_CONNECTED;
        }
        // A reference is for asking what became of a payment; where nothing was sent or taken, nothing became of it.
        return new Problem(kindOf(error), exitCode, place, said, words(error), null);
    }

    private static String kindOf(MpesaException error) {
        String name = error.getClass().getSimpleName();
        String stem = name.substring(0, name.length() - "Exception".length());
        return stem.substring(0, 1).toLowerCase(Locale.ROOT) + stem.substring(1);
    }

    // The SDK's own message speaks to programmers.
    private static String unknownOutcome(UnknownOutcomeException error, Place place) {
        StringBuilder message = new StringBuilder(place.market() + " " + place.operation());
        error.httpStatus().ifPresent(status -> message.append(", HTTP ").append(status));
        error.code().filter(code -> !code.value().isEmpty()).ifPresent(code -> message.append(", code ")
                .append(code.value()));
        message.append(": the outcome is unknown, the money may have moved. ");
        error.code().ifPresent(code -> message.append(code.meaning())
                .append(' ')
                .append(code.advice())
                .append(' '));
        error.incident().trouble().ifPresent(trouble -> message.append(trouble).append(' '));
        error.words()
                .ifPresent(said ->
                        message.append("The gateway said: \"").append(said).append("\". "));
        error.requestId()
                .ifPresent(id -> message.append("Request id: ").append(id).append(". "));
        message.append("Do not send it again. ");
        message.append(error.reference()
                .map(reference -> howToAsk(error.incident(), reference))
                .orElse("Look for it in the statement of the short code."));
        return message.toString();
    }

    private static String howToAsk(Incident incident, Reference reference) {
        return incident.hasStatusCall()
                ? "Ask what became of it by its " + reference.field() + "."
                : "This gateway has no known call that asks what became of it: wait for the callback, or give its "
                        + reference.field() + " to the operator's support.";
    }

    // No message and no stack of it: nobody knows what they quote. Its place is enough to find it.
    private static Problem defect(Throwable error, Place place) {
        StackTraceElement[] stack = error.getStackTrace();
        String at = stack.length == 0 ? "" : " at " + stack[0].getClassName() + ":" + stack[0].getLineNumber();
        String what = "A defect of mpesa: " + error.getClass().getSimpleName() + at + ". Please report it.";
        return place.movesMoney()
                ? new Problem(
                        "unknownOutcome",
                        ExitCode.OUTCOME_UNKNOWN,
                        place,
                        Said.NOTHING,
                        what + " The payment may have been sent; do not send it again before you know.",
                        null)
                : new Problem("defect", ExitCode.FAILED, place, Said.NOTHING, what, null);
    }

    private static String words(Throwable error) {
        return Optional.ofNullable(error.getMessage())
                .map(words -> words.replace("liftDocumentedLimits()", CallCommand.LIFT))
                .orElse(error.getClass().getSimpleName());
    }

    /** For people: one line. */
    String text() {
        return reference == null ? message : message + " " + reference.field() + ": " + reference.value();
    }

    /** For scripts: every field is always there. */
    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("error", kind);
        json.addProperty("market", place.market());
        json.addProperty("operation", place.operation());
        json.addProperty("code", said.code());
        json.addProperty("message", message);
        json.addProperty("words", said.words());
        json.addProperty("requestId", said.requestId());
        json.addProperty("reference", reference == null ? null : reference.text());
        return json;
    }

    @Override
    public String toString() {
        return "Problem[" + kind + "]";
    }
}
