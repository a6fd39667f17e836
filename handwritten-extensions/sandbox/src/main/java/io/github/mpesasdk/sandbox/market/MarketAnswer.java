package io.github.mpesasdk.sandbox.market;

import com.google.gson.JsonElement;
import java.util.Map;
import java.util.TreeMap;

/** An HTTP answer, before any fault of the connection. */
public record MarketAnswer(int status, Map<String, String> headers, String body) {

    /** A JSON answer. */
    public static MarketAnswer json(int status, JsonElement body) {
        return new MarketAnswer(status, Map.of("Content-Type", "application/json"), body.toString());
    }

    /** An HTML page, as a firewall answers. */
    public static MarketAnswer html(int status, String page) {
        return new MarketAnswer(status, Map.of("Content-Type", "text/html"), page);
    }

    /** Plain text. */
    public static MarketAnswer text(int status, String words) {
        return new MarketAnswer(status, Map.of("Content-Type", "text/plain"), words);
    }

    /** Text of another type. */
    public static MarketAnswer text(int status, String type, String words) {
        return new MarketAnswer(status, Map.of("Content-Type", type), words);
    }

    /** An answer without a body. */
    public static MarketAnswer empty(int status) {
        return new MarketAnswer(status, Map.of(), "");
    }

    /** The same answer with one more header. */
    public MarketAnswer with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new MarketAnswer(status, Map.copyOf(more), body);
    }

    /** The same answer with another body. */
    public MarketAnswer saying(String otherBody) {
        return new MarketAnswer(status, headers, otherBody);
    }

    @Override
    public String toString() {
        return "MarketAnswer[status=" + status + "]";
    }
}
