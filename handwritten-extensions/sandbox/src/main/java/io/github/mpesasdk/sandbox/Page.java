package io.github.mpesasdk.sandbox;

import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.MarketRequest;
import java.util.Map;
import java.util.Optional;

/**
 * The page that shows a sandbox to people, at {@code /}: fixed files, which steer it through the control addresses as
 * anybody else does. Beside them is a receiver for the callbacks of the requests that the page sends.
 */
final class Page {

    private static final String ROOT = "/_page/";
    private static final String CALLBACKS = ROOT + "callbacks/";

    /** Nothing from elsewhere, no script inside the page, and no text that the browser could take for a script. */
    private static final String POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    /** What there is, with its type. Whatever has no name here is not served. */
    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("index.html", HTML),
            Map.entry("page.css", "text/css; charset=utf-8"),
            Map.entry("icon.svg", "image/svg+xml"),
            Map.entry("examples.json", "application/json"),
            Map.entry("clients.js", SCRIPT),
            Map.entry("controls.js", SCRIPT),
            Map.entry("conversation.js", SCRIPT),
            Map.entry("credentials.js", SCRIPT),
            Map.entry("dom.js", SCRIPT),
            Map.entry("entry.js", SCRIPT),
            Map.entry("examples.js", SCRIPT),
            Map.entry("faults.js", SCRIPT),
            Map.entry("handset.js", SCRIPT),
            Map.entry("ledger.js", SCRIPT),
            Map.entry("main.js", SCRIPT),
            Map.entry("mask.js", SCRIPT),
            Map.entry("rsa.js", SCRIPT),
            Map.entry("verdict.js", SCRIPT));

    /** What the gateways want to hear when they call back. */
    private static final Map<String, MarketAnswer> REPLIES = Map.of(
            CALLBACKS + "kenya",
            MarketAnswer.text(200, "application/json", "{\"ResultCode\":\"0\",\"ResultDesc\":\"Accepted\"}"),
            CALLBACKS + "drc",
            MarketAnswer.text(
                    200,
                    "text/xml",
                    "<response><dataItem><name>ResponseCode</name><type>String</type><value>200</value></dataItem>"
                            + "<dataItem><name>RESULT_CODE</name><type>String</type><value>Received</value></dataItem>"
                            + "</response>"));

    private Page() {}

    /** The answer to a request for the page or to its receiver; empty if it is for something else. */
    static Optional<MarketAnswer> answer(MarketRequest request) {
        String path = request.path();
        if (!path.equals("/") && !path.startsWith(ROOT)) {
            return Optional.empty();
        }
        if (REPLIES.containsKey(path)) {
            return Optional.of(request.method().equals("POST") ? REPLIES.get(path) : MarketAnswer.empty(405));
        }
        String name = path.equals("/") ? "index.html" : path.substring(ROOT.length());
        String type = FILES.get(name);
        if (type == null) {
            return Optional.of(MarketAnswer.text(404, "the page has no such file"));
        }
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Optional.of(MarketAnswer.empty(405));
        }
        return Optional.of(MarketAnswer.text(200, type, Resource.text("page/" + name))
                .with("Content-Security-Policy", POLICY)
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "same-origin")
                .with("Cache-Control", "no-store"));
    }
}
