package io.github.mpesasdk;

import io.github.mpesasdk.runtime.Effect;
import io.github.mpesasdk.runtime.Masked;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a code catalogue, compiled from {@code codes.yaml}.
 *
 * @param value the code as the gateway writes it, or a word for a status; empty for answers that carry none
 * @param message text that the gateway's message must contain, ignoring case; null if it need not
 * @param words the gateway's whole message, ignoring case, outer blanks and a full stop at its end; null if any will do
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
        String value,
        @Nullable String message,
        @Nullable String words,
        List<Integer> httpStatuses,
        List<String> operations,
        CodeKind kind,
        boolean isFinal,
        String meaning,
        String advice,
        Evidence evidence) {

    private static final Pattern CODE = Pattern.compile("[!-~]{0,60}");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{9}");

    public Code {
        httpStatuses = List.copyOf(httpStatuses);
        operations = List.copyOf(operations);
    }

    /** Called by generated code, with the words of {@code codes.yaml}. */
    public static Code of(
            String value,
            @Nullable String message,
            @Nullable String words,
            List<Integer> httpStatuses,
            List<String> operations,
            String kind,
            boolean isFinal,
            String meaning,
            String advice,
            String evidence) {
        return new Code(
                value,
                message,
                words,
                httpStatuses,
                operations,
                CodeKind.of(kind),
                isFinal,
                meaning,
                advice,
                Evidence.of(evidence));
    }

    /** The entry of a code that no catalogue knows, met where money may be at stake: nothing is certain about it. */
    public static Code unknown(String value) {
        return unknown(value, Effect.MONEY);
    }

    /** The same for an operation of this effect: the advice speaks of a payment only where there is one. */
    public static Code unknown(String value, Effect effect) {
        return new Code(
                isCode(value) ? value : Masked.MASK,
                null,
                null,
                List.of(),
                List.of(),
                CodeKind.UNKNOWN,
                false,
                "This code is not in the catalogue.",
                effect == Effect.MONEY
                        ? "Look it up with the operator, and settle the payment by asking for its status."
                        : "Look it up with the operator; no payment was asked for.",
                Evidence.INFERRED);
    }

    // It is a stranger's text: what does not look like a code may be a phone number or forge a line of a log.
    private static boolean isCode(String value) {
        return CODE.matcher(value).matches() && !LONG_NUMBER.matcher(value).find();
    }

    /** Whether the catalogue knows it. */
    public boolean isKnown() {
        return kind != CodeKind.UNKNOWN;
    }
}
