package io.github.mpesasdk;

import io.github.mpesasdk.runtime.Masked;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a call that went wrong. Immutable; {@code toString} shows nothing sensitive.
 *
 * @param market the market, for example {@code kenya}
 * @param operation the operation id, for example {@code stkPush}
 * @param hasStatusCall whether the gateway can be asked what became of the payment
 */
public record Incident(
        String market,
        String operation,
        @Nullable Integer status,
        @Nullable Code entry,
        @Nullable String gatewayText,
        @Nullable String request,
        @Nullable String body,
        @Nullable Reference payment,
        boolean hasStatusCall) {

    /** An incident of which nothing but its place is known. */
    public static Incident of(String market, String operation) {
        return new Incident(market, operation, null, null, null, null, null, null, true);
    }

    /** The same with the HTTP status and the body that came, as far as any came. */
    public Incident withAnswer(int httpStatus, @Nullable String rawBody) {
        return new Incident(
                market, operation, httpStatus, entry, gatewayText, request, rawBody, payment, hasStatusCall);
    }

    /** The same with what the gateway said; the text must be free of secrets and personal data. */
    public Incident withCode(Code code, @Nullable String cleanText, @Nullable String requestId) {
        return new Incident(market, operation, status, code, cleanText, requestId, body, payment, hasStatusCall);
    }

    /** The same with the reference of the payment. */
    public Incident withReference(@Nullable Reference reference) {
        return new Incident(market, operation, status, entry, gatewayText, request, body, reference, hasStatusCall);
    }

    /** The same for an operation whose outcome the gateway cannot be asked for. */
    public Incident withoutStatusCall() {
        return new Incident(market, operation, status, entry, gatewayText, request, body, payment, false);
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
    public Optional<String> gatewayMessage() {
        return Optional.ofNullable(gatewayText);
    }

    /** The id by which the gateway's support finds the request. */
    public Optional<String> requestId() {
        return Optional.ofNullable(request);
    }

    /** The answer as it came. May hold secrets and personal data: do not log it. */
    public Optional<String> rawBody() {
        return Optional.ofNullable(body);
    }

    /** What to ask with. */
    public Optional<Reference> reference() {
        return Optional.ofNullable(payment);
    }

    /** Place, status and code in one line, for messages. */
    String headline() {
        StringBuilder line = new StringBuilder(market).append(' ').append(operation);
        httpStatus().ifPresent(http -> line.append(", HTTP ").append(http));
        code().filter(known -> !known.code().isEmpty())
                .ifPresent(known -> line.append(", code ").append(known.code()));
        return line.toString();
    }

    @Override
    public String toString() {
        return Masked.of("Incident")
                .show("at", headline())
                .hide("rawBody", body)
                .toString();
    }
}
