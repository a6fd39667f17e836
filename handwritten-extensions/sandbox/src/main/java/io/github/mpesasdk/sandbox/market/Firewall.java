package io.github.mpesasdk.sandbox.market;

import io.github.mpesasdk.sandbox.Fault;
import java.util.Optional;

/** What stands before a gateway and answers in its place, in no words of the gateway. */
public final class Firewall {

    private final String words;

    /** One that says these words, on a page or alone. */
    public Firewall(String words) {
        this.words = words;
    }

    /** The answer to a fault that is the firewall's; empty if it is the gateway's. */
    public Optional<MarketAnswer> answer(Fault fault) {
        return switch (fault) {
            case HTML_503 -> Optional.of(page(503));
            case HTML_403 -> Optional.of(page(403));
            case TEXT_503 -> Optional.of(MarketAnswer.text(503, words));
            case EMPTY_400 -> Optional.of(MarketAnswer.empty(400));
            case GATEWAY_TIMEOUT_504 -> Optional.of(MarketAnswer.empty(504));
            case TOO_MANY_REQUESTS -> Optional.of(MarketAnswer.empty(429).with("Retry-After", "1"));
            default -> Optional.empty();
        };
    }

    /** One before the gateways of Vodacom. */
    public static Firewall plain() {
        return new Firewall("Service temporarily unavailable");
    }

    private MarketAnswer page(int status) {
        return MarketAnswer.html(
                status, "<html><head><title>Unavailable</title></head><body>" + words + "</body></html>");
    }
}
