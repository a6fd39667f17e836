package io.github.mpesasdk.core.testing;

import io.github.mpesasdk.core.testing.DyingServer.Fate;
import io.github.mpesasdk.core.testing.OneSendContract.MoneyOperation;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes wrong in {@link OneSendContract}. */
final class Mishaps {

    private Mishaps() {}

    /** Every answer that leaves open what became of a payment, by name. */
    static Map<String, Fate> of(MoneyOperation operation) {
        Map<String, Fate> mishaps = new LinkedHashMap<>();
        mishaps.put("dropped line", Fates.drop());
        mishaps.put("reset line", Fates.reset());
        mishaps.put("no HTTP", Fates.thenClose(Fates.answer("", Mishaps::errorPage)));
        mishaps.put("half an acceptance", Fates.truncated("200 OK", operation.acceptance()));
        mishaps.put("acceptance with status 500", Fates.answer("500 Oops", operation.acceptance()));
        mishaps.put("HTML 200", Fates.answer("200 OK", Mishaps::errorPage));
        mishaps.put("empty 200", Fates.answer("200 OK", ""));
        mishaps.put("an object without a word of success", Fates.answer("200 OK", "{}"));
        mishaps.put("307", Fates.answer("307 Temporary Redirect", "", "Location: " + operation.path()));
        mishaps.put("308", Fates.answer("308 Permanent Redirect", "", "Location: " + operation.path()));
        mishaps.put("empty 400", Fates.answer("400 Bad Request", ""));
        mishaps.put(
                "HTML 401 that asks for a password",
                Fates.answer("401 Unauthorized", Mishaps::errorPage, "WWW-Authenticate: Basic realm=\"x\""));
        mishaps.put("408", Fates.answer("408 Request Timeout", ""));
        mishaps.put("HTML 503", Fates.answer("503 Service Unavailable", Mishaps::errorPage));
        mishaps.put("503 with Retry-After: 0", Fates.answer("503 Service Unavailable", "", "Retry-After: 0"));
        return mishaps;
    }

    /** Those that a client which repeats on its own account would repeat after. */
    static Map<String, Fate> thatInviteRepetition() {
        return Map.of(
                "dropped line",
                Fates.drop(),
                "HTML 401",
                Fates.answer("401 Unauthorized", Mishaps::errorPage, "WWW-Authenticate: Basic realm=\"x\""),
                "503 with Retry-After: 0",
                Fates.answer("503 Service Unavailable", Mishaps::errorPage, "Retry-After: 0"));
    }

    // Error pages repeat what was sent, so that whatever quotes them would be caught.
    private static String errorPage(SeenRequest request) {
        return "<html>Request unsuccessful: " + request.head() + "\r\n" + request.body() + "</html>";
    }
}
