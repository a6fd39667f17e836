package io.github.mpesasdk.cli.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One market of a sandbox, told what to answer, and asked what it heard. It is that of the first tenant: another one is
 * known by its credentials and tokens, and the cases bring their own.
 */
public final class SandboxControl {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI sandbox;
    private final String market;
    private final Optional<String> token;

    /**
     * The controls of a market.
     *
     * @param sandbox its address, such as {@code http://127.0.0.1:8765}
     * @param token what the controls want, if they want one
     */
    public SandboxControl(URI sandbox, String market, Optional<String> token) {
        this.sandbox = URI.create(sandbox.toString().replaceAll("/+$", ""));
        this.market = market;
        this.token = token;
    }

    URI address() {
        return sandbox;
    }

    /**
     * Makes sure that nobody loses what the cases would reset.
     *
     * @throws ConformanceException if somebody has sent requests to this market
     */
    void refuseIfUsed() {
        int requests = journal().size();
        if (requests > 0) {
            throw new ConformanceException("Somebody uses " + market + " of the sandbox at " + sandbox
                    + ": its journal has " + requests + (requests == 1 ? " request" : " requests")
                    + ", which the cases would delete. Take another sandbox or leave --sandbox out; or, if nobody needs "
                    + "them, reset it: curl -d '{}' " + sandbox + "/_sandbox/" + market + "/reset");
        }
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
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox + "/_sandbox/" + market + "/" + what))
                .timeout(PATIENCE);
        token.ifPresent(known -> request.header("Authorization", "Bearer " + known));
        return request;
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
        if (answer.statusCode() == 403) {
            throw new ConformanceException(forbidden(answer.body()));
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

    private String forbidden(String body) {
        return "The sandbox at " + sandbox + " does not let the cases steer it. "
                + (token.isPresent() ? "The token may be that of another sandbox" : "It may want its token")
                + ": it prints controlToken in its first line, and --control-token or MPESA_SANDBOX_CONTROL_TOKEN "
                + "gives it to the cases." + said(body);
    }

    private static String said(String body) {
        try {
            return JsonParser.parseString(body) instanceof JsonObject json
                            && json.get("error") instanceof JsonPrimitive error
                    ? " It says: " + error.getAsString() + "."
                    : "";
        } catch (JsonParseException page) {
            return "";
        }
    }
}
