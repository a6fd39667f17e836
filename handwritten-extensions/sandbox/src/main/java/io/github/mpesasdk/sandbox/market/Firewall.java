package io.github.mpesasdk.sandbox.market;

import io.github.mpesasdk.sandbox.Fault;
import java.util.Optional;

/** What stands before a gateway and answers in its place, in no words of the gateway. */
public final class Firewall {

    private final String page;

    /** One that shows an HTML page. */
    public Firewall(String page) {
        this.page = page;
    }

    /** The answer to a fault that is the firewall's; empty if it is the gateway's. */
    public Optional<MarketAnswer> answer(Fault fault) {
        return switch (fault) {
            case HTML_503 -> Optional.of(MarketAnswer.html(503, page));
            case EMPTY_400 -> Optional.of(MarketAnswer.empty(400));
            case TOO_MANY_REQUESTS -> Optional.of(MarketAnswer.empty(429).with("Retry-After", "1"));
            default -> Optional.empty();
        };
    }

    /** One before the gateways of Vodacom. */
    public static Firewall plain() {
        return new Firewall("<html><head><title>Unavailable</title></head>"
                + "<body>Service temporarily unavailable</body></html>");
    }
}
