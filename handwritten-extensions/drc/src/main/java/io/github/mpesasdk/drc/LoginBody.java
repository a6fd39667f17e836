package io.github.mpesasdk.drc;

import io.github.mpesasdk.Code;
import io.github.mpesasdk.drcapi.DrcCodes;
import io.github.mpesasdk.drcapi.api.SessionApi;
import io.github.mpesasdk.drcapi.model.DrcLoginAnswer;
import io.github.mpesasdk.drcapi.model.DrcLoginInput;
import io.github.mpesasdk.runtime.Event;
import io.github.mpesasdk.runtime.Masked;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may be kept of the answer to a login. It repeats the password, in whatever form and place, and gives the
 * session: so only the known elements stay, without attributes, and the words that the spec itself has.
 */
final class LoginBody {

    // Possessive, so that it takes linear time whatever comes.
    private static final Pattern PIECE = Pattern.compile("<(/?)(?:[\\w.-]++:)?+([\\w.-]++)[^<>]*+>|[^<>]++|[<>]");
    private static final Set<String> ELEMENTS = Set.of(
            "Envelope",
            "Header",
            "eventid",
            "Body",
            "Fault",
            "faultcode",
            "faultstring",
            "getGenericResultResponse",
            "SOAPAPIResult",
            "eventInfo",
            "code",
            "description",
            "detail",
            "transactionID",
            "request",
            "response",
            "dataItem",
            "name",
            "type",
            "value");
    private static final Set<String> WORDS = Stream.of(
                    DrcLoginInput.ADAPTER.fieldNames().stream(),
                    DrcLoginAnswer.ADAPTER.fieldNames().stream(),
                    SessionApi.LOGIN.event().map(Event::id).stream(),
                    DrcCodes.CATALOGUE.errors().stream().map(Code::value),
                    DrcCodes.CATALOGUE.errors().stream().map(Code::message).filter(Objects::nonNull),
                    DrcCodes.CATALOGUE.errors().stream().map(Code::words).filter(Objects::nonNull))
            .flatMap(words -> words)
            .collect(Collectors.toUnmodifiableSet());

    private LoginBody() {}

    static String keepable(String body) {
        return PIECE.matcher(body).results().map(LoginBody::kept).collect(Collectors.joining());
    }

    private static String kept(MatchResult piece) {
        String element = piece.group(2);
        if (element != null) {
            return ELEMENTS.contains(element) ? "<" + piece.group(1) + element + ">" : "";
        }
        String text = piece.group();
        boolean isHarmless = text.isBlank() || WORDS.contains(text.strip());
        return isHarmless ? text : Masked.MASK;
    }
}
