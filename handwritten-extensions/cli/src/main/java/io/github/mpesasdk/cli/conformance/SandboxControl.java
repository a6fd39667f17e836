package io.github.mpesasdk.cli.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** One market of a sandbox, told what to answer, and asked what it heard. */
public final class SandboxControl {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI sandbox;
    private final String market;

    /** @param sandbox its address, such as {@code http://127.0.0.1:8765} */
    public SandboxControl(URI sandbox, String market) {
        this.sandbox = URI.create(sandbox.toString().replaceAll("/+$", ""));
        this.market = market;
    }

    URI address() {
        return sandbox;
    }

    /** Begins anew. */
    void reset() {
        post("reset", new JsonObject());
    }

    /** What an operation answers from now on, one after the other, and the last one again and again. */
    void tell(String operation, List<JsonObject> answers) {
        JsonObject told = new JsonObject();
        told.addProperty("operation", operation);
        JsonArray list = new JsonArray();
        answers.forEach(list::add);
        told.add("answers", list);
        told.addProperty("always", true);
        post("answers", told);
    }

    /** The requests that arrived. */
    List<JsonObject> journal() {
        return send(request("journal").GET()).getAsJsonObject().getAsJsonArray("exchanges").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private void post(String what, JsonObject argument) {
        send(request(what)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(argument.toString())));
    }

    private HttpRequest.Builder request(String what) {
        return HttpRequest.newBuilder(URI.create(sandbox + "/_sandbox/" + market + "/" + what))
                .timeout(PATIENCE);
    }

    private JsonElement send(HttpRequest.Builder request) {
        HttpResponse<String> answer;
        try {
            answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException gone) {
            throw new ConformanceException("No sandbox answers at " + sandbox + ".");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new ConformanceException("The cases were interrupted.");
        }
        if (answer.statusCode() / 100 != 2) {
            throw new ConformanceException(
                    "What answers at " + sandbox + " is no sandbox of this version: HTTP " + answer.statusCode() + ".");
        }
        try {
            return JsonParser.parseString(answer.body());
        } catch (JsonParseException page) {
            throw new ConformanceException("What answers at " + sandbox + " is no sandbox: its answer is not JSON.");
        }
    }
}
