package io.github.mpesasdk;

import io.github.mpesasdk.runtime.Masked;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What is known about a call that went wrong. Immutable; {@code toString} shows nothing sensitive. */
public final class Incident {

    private final String market;
    private final String operation;
    private @Nullable Integer status;
    private @Nullable Code entry;
    private @Nullable String words;
    private @Nullable String request;
    private @Nullable String body;
    private @Nullable String trouble;
    private @Nullable Reference payment;
    private boolean hasStatusCall = true;

    private Incident(String market, String operation) {
        this.market = market;
        this.operation = operation;
    }

    /** An incident of which nothing but its place is known. */
    public static Incident of(String market, String operation) {
        return new Incident(market, operation);
    }

    private Incident copy() {
        Incident copy = new Incident(market, operation);
        copy.status = status;
        copy.entry = entry;
        copy.words = words;
        copy.request = request;
        copy.body = body;
        copy.trouble = trouble;
        copy.payment = payment;
        copy.hasStatusCall = hasStatusCall;
        return copy;
    }

    /** The same with the HTTP status and the body that came, as far as any came. */
    public Incident withAnswer(int httpStatus, @Nullable String rawBody) {
        Incident copy = copy();
        copy.status = httpStatus;
        copy.body = rawBody;
        return copy;
    }

    Incident withBody(@Nullable String rawBody) {
        Incident copy = copy();
        copy.body = rawBody;
        return copy;
    }

    /** The same with what the gateway said; the words must be cleaned of secrets and personal data. */
    public Incident withCode(Code code, @Nullable String cleanWords, @Nullable String requestId) {
        Incident copy = copy();
        copy.entry = code;
        copy.words = cleanWords;
        copy.request = requestId;
        return copy;
    }

    /** The same with words of an answer that has no code; they must be cleaned of secrets and personal data. */
    public Incident withWords(String cleanWords) {
        Incident copy = copy();
        copy.words = cleanWords;
        return copy;
    }

    /** The same with what made the answer unusable, as a sentence: {@code The answer is an HTML page.} */
    public Incident withTrouble(String sentence) {
        Incident copy = copy();
        copy.trouble = sentence;
        return copy;
    }

    /** The same with the reference of the payment. */
    public Incident withReference(@Nullable Reference reference) {
        Incident copy = copy();
        copy.payment = reference;
        return copy;
    }

    /** The same for an operation whose outcome the gateway cannot be asked for. */
    public Incident withoutStatusCall() {
        Incident copy = copy();
        copy.hasStatusCall = false;
        return copy;
    }

    /** The market, for example {@code kenya}; empty where no call was under way. */
    public String market() {
        return market;
    }

    /** The operation id, for example {@code stkPush}; empty where no call was under way. */
    public String operation() {
        return operation;
    }

    /** The HTTP status, if an answer came. */
    public OptionalInt httpStatus() {
        return status == null ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** The catalogue entry of the gateway's code, if it sent one. */
    public Optional<Code> code() {
        return Optional.ofNullable(entry);
    }

    /** The gateway's own words, cleaned of tokens and phone numbers. */
    public Optional<String> words() {
        return Optional.ofNullable(words);
    }

    /** The id by which the gateway's support finds the request. */
    public Optional<String> requestId() {
        return Optional.ofNullable(request);
    }

    /** The answer as it came. May hold secrets and personal data: do not log it. */
    public Optional<String> rawBody() {
        return Optional.ofNullable(body);
    }

    /** What made the answer unusable, as a sentence; empty where it was usable, or none came. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** What names the payment, for asking what became of it. */
    public Optional<Reference> reference() {
        return Optional.ofNullable(payment);
    }

    /** Whether the gateway can be asked what became of the payment. */
    public boolean hasStatusCall() {
        return hasStatusCall;
    }

    /** Place, status and code in one line, for messages. */
    String headline() {
        StringBuilder line = new StringBuilder(market).append(' ').append(operation);
        httpStatus().ifPresent(http -> line.append(", HTTP ").append(http));
        code().filter(known -> !known.value().isEmpty())
                .ifPresent(known -> line.append(", code ").append(known.value()));
        return line.toString();
    }

    /** Everything else that helps a developer, as sentences with a blank before each. */
    String story() {
        StringBuilder story = new StringBuilder();
        code().ifPresent(code ->
                story.append(' ').append(code.meaning()).append(' ').append(code.advice()));
        if (trouble != null) {
            story.append(' ').append(trouble);
        }
        words().ifPresent(said ->
                story.append(" The gateway said: \"").append(said).append("\"."));
        requestId().ifPresent(id -> story.append(" Request id: ").append(id).append('.'));
        return story.toString();
    }

    @Override
    public String toString() {
        return Masked.of("Incident")
                .show("at", headline())
                .show("words", words)
                .show("requestId", request)
                .hide("rawBody", body)
                .toString();
    }
}
