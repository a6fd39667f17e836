package io.github.mpesasdk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a code catalogue, compiled from {@code codes.yaml}.
 *
 * @param code the code as the gateway writes it; empty for answers that carry none
 * @param message text that the gateway's message must contain, ignoring case; null for the entry that takes the rest
 * @param httpStatuses statuses it was seen with; empty means any
 * @param operations operations it belongs to; empty means any
 * @param kind what sort of thing it reports
 * @param isFinal for an error: the request was refused for certain and moved nothing; for a result: the outcome is
 *     settled
 * @param meaning one sentence
 * @param advice what to do, one sentence
 * @param evidence how sure we are
 */
public record Code(
        String code,
        @Nullable String message,
        List<Integer> httpStatuses,
        List<String> operations,
        CodeKind kind,
        boolean isFinal,
        String meaning,
        String advice,
        Evidence evidence) {

    public Code {
        httpStatuses = List.copyOf(httpStatuses);
        operations = List.copyOf(operations);
    }

    /** Called by generated code, with the words of {@code codes.yaml}. */
    public static Code of(
            String code,
            @Nullable String message,
            List<Integer> httpStatuses,
            List<String> operations,
            String kind,
            boolean isFinal,
            String meaning,
            String advice,
            String evidence) {
        return new Code(
                code,
                message,
                httpStatuses,
                operations,
                CodeKind.of(kind),
                isFinal,
                meaning,
                advice,
                Evidence.of(evidence));
    }

    /** The entry of a code that no catalogue knows: nothing is certain about it. */
    public static Code unknown(String code) {
        return new Code(
                code,
                null,
                List.of(),
                List.of(),
                CodeKind.UNKNOWN,
                false,
                "This code is not in the catalogue.",
                "Look it up with the operator, and settle the payment by asking for its status.",
                Evidence.INFERRED);
    }

    /** Whether the catalogue knows it. */
    public boolean isKnown() {
        return kind != CodeKind.UNKNOWN;
    }

    /** What the gateway's message must contain for this entry to be meant. */
    public Optional<String> messagePart() {
        return Optional.ofNullable(message);
    }
}
