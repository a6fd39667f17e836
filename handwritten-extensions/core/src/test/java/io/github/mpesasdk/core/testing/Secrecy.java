package io.github.mpesasdk.core.testing;

import static org.junit.jupiter.api.Assertions.fail;

import io.github.mpesasdk.error.MpesaException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Proves that an error tells nothing sensitive, wherever it may be printed. */
public final class Secrecy {

    private Secrecy() {}

    /** Fails if one of these texts stands in the message, the incident, the stack, or any cause. */
    public static void prove(MpesaException error, Collection<String> sensitiveTexts) {
        String told = everythingPrinted(error);
        for (String sensitive : sensitiveTexts) {
            if (told.contains(sensitive)) {
                fail("an error told a text of " + sensitive.length() + " characters that it must not tell: "
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
        return text + " " + error.incident() + " " + error.incident().gatewayMessage();
    }
}
