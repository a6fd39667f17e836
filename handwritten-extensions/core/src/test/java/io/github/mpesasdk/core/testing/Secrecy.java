package io.github.mpesasdk.core.testing;

import static org.junit.jupiter.api.Assertions.fail;

import io.github.mpesasdk.MpesaException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Proves that nothing sensitive is told: by an error, wherever it may be printed, or by any other text. */
public final class Secrecy {

    private Secrecy() {}

    /** Fails if one of these texts stands in the message, the incident, the code, the stack, or any cause. */
    public static void prove(MpesaException error, Collection<String> sensitiveTexts) {
        prove(everythingPrinted(error), sensitiveTexts);
    }

    /** Fails if one of these texts stands in what a log, a {@code toString} or a page tells. */
    public static void prove(String told, Collection<String> sensitiveTexts) {
        for (String sensitive : sensitiveTexts) {
            if (told.contains(sensitive)) {
                fail("a text of " + sensitive.length() + " characters was told that must not be told: "
                        + told.replace(sensitive, "<<<HERE>>>"));
            }
        }
    }

    /** Fails if a credential that went out in the {@code Authorization} header of a request is told. */
    public static void proveForHeaders(MpesaException error, List<SeenRequest> requests) {
        prove(
                error,
                requests.stream()
                        .map(request -> request.header("Authorization"))
                        .flatMap(Optional::stream)
                        .map(header -> header.replaceFirst("^\\S+\\s+", ""))
                        .toList());
    }

    private static String everythingPrinted(MpesaException error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text + " " + error.incident() + " " + error.words() + " " + error.code();
    }
}
