package io.github.mpesasdk.sandbox;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.sandbox.market.JsonFields;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real browser without a window, by the WebDriver protocol of its driver. */
final class Browser implements AutoCloseable {

    /** As WebDriver writes these keys. */
    static final String TAB = "\uE004";

    static final String ENTER = "\uE007";
    static final String LEFT = "\uE012";
    static final String DOWN = "\uE015";

    private static final List<String> BROWSERS =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final List<String> DRIVERS = List.of("/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver");
    private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");
    private static final Duration SOON = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process driver;
    private final URI address;
    private final String session;

    private Browser(Process driver, int port, String program) throws IOException, InterruptedException {
        this.driver = driver;
        this.address = URI.create("http://127.0.0.1:" + port);
        JsonArray options = new JsonArray();
        List.of("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run")
                .forEach(options::add);
        JsonFields chromium = JsonFields.with("binary", program).and("args", options);
        JsonElement opened = send(
                "POST",
                "/session",
                JsonFields.with(
                        "capabilities",
                        JsonFields.with(
                                "alwaysMatch",
                                JsonFields.with("goog:chromeOptions", chromium)
                                        .and("acceptInsecureCerts", new JsonPrimitive(true)))));
        session = "/session/" + opened.getAsJsonObject().get("sessionId").getAsString();
    }

    /** Whether this machine has a browser and its driver. */
    static boolean isInstalled() {
        return first(BROWSERS).isPresent() && first(DRIVERS).isPresent();
    }

    static Browser open() throws IOException, InterruptedException {
        String program = first(BROWSERS).orElseThrow();
        Process driver = new ProcessBuilder(first(DRIVERS).orElseThrow(), "--port=0")
                .redirectErrorStream(true)
                .start();
        try {
            return new Browser(driver, port(driver), program);
        } catch (IOException | RuntimeException e) {
            driver.destroyForcibly();
            throw e;
        }
    }

    private static Optional<String> first(List<String> programs) {
        return programs.stream()
                .filter(program -> Files.isExecutable(Path.of(program)))
                .findFirst();
    }

    /** The rest of what the driver says is not read; it is too little to fill a pipe. */
    private static int port(Process driver) throws IOException {
        BufferedReader output = driver.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                return Integer.parseInt(started.group(1));
            }
        }
        throw new IOException("the driver of the browser did not start");
    }

    void go(String page) throws IOException, InterruptedException {
        send("POST", session + "/url", JsonFields.with("url", page));
    }

    /** As wide as a phone or a desk, in pixels. */
    void size(int width, int height) throws IOException, InterruptedException {
        JsonObject metrics = JsonParser.parseString("{\"width\":" + width + ",\"height\":" + height
                        + ",\"deviceScaleFactor\":1,\"mobile\":" + (width < 500) + "}")
                .getAsJsonObject();
        send(
                "POST",
                session + "/goog/cdp/execute",
                JsonFields.with("cmd", "Emulation.setDeviceMetricsOverride").and("params", metrics));
    }

    /** What an assistive technology, such as a screen reader, finds on the page: the nodes that are not passed over. */
    List<JsonObject> accessibility() throws IOException, InterruptedException {
        JsonElement tree = send(
                "POST",
                session + "/goog/cdp/execute",
                JsonFields.with("cmd", "Accessibility.getFullAXTree").and("params", new JsonObject()));
        Map<String, JsonObject> byId = new LinkedHashMap<>();
        for (JsonElement node : tree.getAsJsonObject().getAsJsonArray("nodes")) {
            byId.put(node.getAsJsonObject().get("nodeId").getAsString(), node.getAsJsonObject());
        }
        List<JsonObject> read = new ArrayList<>();
        byId.values().stream().findFirst().ifPresent(root -> readAloud(root, byId, read));
        return read;
    }

    /** In the order of the page. */
    private static void readAloud(JsonObject node, Map<String, JsonObject> byId, List<JsonObject> read) {
        if (!node.get("ignored").getAsBoolean()) {
            read.add(node);
        }
        for (JsonElement child : node.getAsJsonArray("childIds")) {
            JsonObject next = byId.get(child.getAsString());
            if (next != null) {
                readAloud(next, byId, read);
            }
        }
    }

    /** What a script returns. */
    JsonElement run(String script) throws IOException, InterruptedException {
        return send(
                "POST",
                session + "/execute/sync",
                JsonFields.with("script", script).and("args", new JsonArray()));
    }

    /** The text that is seen of the first element that a selector finds. */
    String text(String selector) throws IOException, InterruptedException {
        return run("return document.querySelector(" + quoted(selector) + ")?.innerText ?? ''")
                .getAsString();
    }

    void click(String selector) throws IOException, InterruptedException {
        run("document.querySelector(" + quoted(selector) + ").click()");
    }

    void choose(String selector, String value) throws IOException, InterruptedException {
        run("const select = document.querySelector(" + quoted(selector) + "); select.value = " + quoted(value)
                + "; select.dispatchEvent(new Event('change'));");
    }

    /** Presses keys one after the other, wherever the focus is. */
    void press(String keys) throws IOException, InterruptedException {
        JsonArray strokes = new JsonArray();
        keys.codePoints().mapToObj(Character::toString).forEach(key -> {
            strokes.add(JsonFields.with("type", "keyDown").and("value", key).json());
            strokes.add(JsonFields.with("type", "keyUp").and("value", key).json());
        });
        JsonArray devices = new JsonArray();
        devices.add(JsonFields.with("type", "key")
                .and("id", "keyboard")
                .and("actions", strokes)
                .json());
        send("POST", session + "/actions", JsonFields.with("actions", devices));
    }

    /** Waits until an expression is true. */
    void await(String expression) throws IOException, InterruptedException {
        long end = System.nanoTime() + SOON.toNanos();
        while (!run("return Boolean(" + expression + ")").getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(expression + " does not come true; the page says: " + text("body"));
            }
            Thread.sleep(50);
        }
    }

    @Override
    public void close() {
        try {
            send("DELETE", session, new JsonFields());
        } catch (IOException e) {
            // It has ended by itself.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            driver.destroy();
        }
    }

    private static String quoted(String text) {
        return new Gson().toJson(text);
    }

    private JsonElement send(String method, String path, JsonFields body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofMinutes(1))
                .method(
                        method,
                        method.equals("DELETE")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.text()))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        JsonElement value =
                JsonParser.parseString(answer.body()).getAsJsonObject().get("value");
        if (answer.statusCode() != 200) {
            throw new IOException("the browser does not do it: " + value);
        }
        return value;
    }
}
