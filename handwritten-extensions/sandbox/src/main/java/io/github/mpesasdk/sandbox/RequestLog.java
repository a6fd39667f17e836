package io.github.mpesasdk.sandbox;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what happens in one readable line for each request and each callback. Numbers of people are masked. */
final class RequestLog {

    /** Passwords, credentials and tokens, as they are sent; some ids look the same. */
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9+/=_]{24,}");

    private static final int SHOWN = 4;
    private static final int LONGEST_LINE = 1000;
    private static final int LONGEST_PATH = 100;
    private static final int SHORTEST_SECRET = 8;

    /** Long enough for a phone number, an account or a secret; codes, amounts and short codes are shorter. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d(?:[ .-]?\\d){7,}");

    private final Consumer<String> out;

    /**
     * The gateway's own ids and codes, which look like numbers of people, and by which its requests are found again.
     */
    private static final Pattern OPEN =
            Pattern.compile("\"(?:requestId|requestRefId|responseRefID)\":\"[0-9a-f-]{1,60}\""
                    + "|\"errorCode\":\"[0-9.]{1,12}\"|(?<=\\()\\d{3}\\.\\d{3}\\.\\d{2,4}(?=, )");

    RequestLog(Consumer<String> out) {
        this.out = out;
    }

    /** Tells what happens at one market of a tenant. */
    Consumer<Object> of(String tenant, String market) {
        String where = tenant.equals(Tenants.FIRST) ? market : tenant + "/" + market;
        return event -> {
            if (event instanceof Exchange exchange) {
                tell(where, exchange);
            } else if (event instanceof Delivery delivery) {
                tell(where, delivery);
            }
        };
    }

    private void tell(String where, Exchange exchange) {
        String what = exchange.operationId() == null ? shortened(exchange.path()) : exchange.operationId();
        String ending = exchange.status() == 0 ? "connection ended" : String.valueOf(exchange.status());
        StringBuilder line = new StringBuilder(where + " " + exchange.method() + " " + what + " -> " + ending);
        if (!exchange.faults().isEmpty()) {
            line.append(" because of ").append(exchange.faults());
        }
        if (exchange.status() >= 400 && exchange.faults().isEmpty()) {
            line.append(": ").append(exchange.answer().isEmpty() ? "nothing in the body" : exchange.answer());
        }
        note(line, "refused: ", exchange.refused());
        note(line, "remarks: ", exchange.remarks());
        say(withoutCredential(line.toString(), exchange.header("Authorization")));
    }

    private void tell(String where, Delivery delivery) {
        StringBuilder line = new StringBuilder(where + " " + delivery.operationId() + " to "
                + host(delivery.url()) + " -> "
                + delivery.outcome().name().toLowerCase(Locale.ROOT));
        if (delivery.status() != 0) {
            line.append(" ").append(delivery.status());
        }
        if (delivery.attempt() > 1) {
            line.append(", attempt ").append(delivery.attempt());
        }
        if (!delivery.reason().isEmpty()) {
            line.append(": ").append(delivery.reason());
        }
        note(line, "remarks: ", delivery.violations());
        say(line.toString());
    }

    private static String shortened(String path) {
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH) + "...";
    }

    /** Some refusals repeat the token that they refuse. */
    private static String withoutCredential(String line, @Nullable String authorization) {
        String shown = authorization == null ? "" : authorization.replaceFirst("^\\S+\\s+", "");
        return shown.length() < SHORTEST_SECRET ? line : line.replace(shown, "***");
    }

    private static void note(StringBuilder line, String kind, List<String> notes) {
        if (!notes.isEmpty()) {
            line.append(" [").append(kind).append(String.join("; ", notes)).append("]");
        }
    }

    private void say(String line) {
        StringBuilder hidden = new StringBuilder();
        int end = 0;
        for (Matcher open = OPEN.matcher(line); open.find(); end = open.end()) {
            hidden.append(masked(line.substring(end, open.start()))).append(open.group());
        }
        hidden.append(masked(line.substring(end)));
        String printable = hidden.toString().replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]+", " ");
        out.accept(printable.length() <= LONGEST_LINE ? printable : printable.substring(0, LONGEST_LINE) + "...");
    }

    private static String masked(String text) {
        String masked = LONG_NUMBER
                .matcher(text)
                .replaceAll(number -> "*".repeat(number.group().length() - 3)
                        + number.group().substring(number.group().length() - 3));
        return SECRET.matcher(masked).replaceAll(secret -> secret.group().substring(0, SHOWN) + "***");
    }

    /** Path and user may be what proves the callback, so they are not told. */
    private static String host(String url) {
        try {
            URI address = new URI(url);
            String port = address.getPort() < 0 ? "" : ":" + address.getPort();
            return address.getHost() == null ? "no address" : address.getScheme() + "://" + address.getHost() + port;
        } catch (URISyntaxException e) {
            return "no address";
        }
    }
}
