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
import java.util.UUID;

/**
 * One market of a sandbox, told what to answer, and asked what it heard. In a sandbox that others use it has a tenant
 * of its own, and the address of that tenant, because the cases bring credentials and tokens that no tenant has.
 */
public final class SandboxControl implements AutoCloseable {

    private static final String FIRST = "default";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI sandbox;
    private final String market;
    private final Optional<String> token;
    private String tenant = FIRST;
    private URI address;

    private SandboxControl(URI sandbox, String market, Optional<String> token) {
        this.sandbox = URI.create(sandbox.toString().replaceAll("/+$", ""));
        this.market = market;
        this.token = token;
        this.address = this.sandbox;
    }

    /**
     * The controls of a market of a sandbox that nobody else uses. Its address has no path, which any client can use.
     */
    public static SandboxControl alone(URI sandbox, String market) {
        return new SandboxControl(sandbox, market, Optional.empty());
    }

    /**
     * The same of one that others may use, in a new tenant.
     *
     * @param sandbox its address, such as {@code http://127.0.0.1:8765}
     * @param token what the controls want, if they want one
     * @throws ConformanceException if no sandbox is there, or it makes no tenant
     */
    public static SandboxControl shared(URI sandbox, String market, Optional<String> token) {
        SandboxControl control = new SandboxControl(sandbox, market, token);
        control.openTenant();
        return control;
    }

    private void openTenant() {
        JsonObject named = new JsonObject();
        named.addProperty("name", "conformance-" + UUID.randomUUID());
        JsonObject made = object(send(posted(request("/tenants"), named)));
        if (!made.has("address")) {
            throw noSandbox("its tenants have no address");
        }
        tenant = named.get("name").getAsString();
        address = URI.create(made.get("address").getAsString());
    }

    /** Where a client finds the market. */
    URI address() {
        return address;
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
        return object(send(request(ofTenant("journal")).GET())).getAsJsonArray("exchanges").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    /** Removes the tenant that was made. */
    @Override
    public void close() {
        if (!tenant.equals(FIRST)) {
            send(request("/tenants/" + tenant).DELETE());
        }
    }

    private void post(String what, JsonObject argument) {
        send(posted(request(ofTenant(what)), argument));
    }

    private String ofTenant(String what) {
        return "/tenants/" + tenant + "/" + market + "/" + what;
    }

    private static HttpRequest.Builder posted(HttpRequest.Builder request, JsonObject argument) {
        return request.header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(argument.toString()));
    }

    private HttpRequest.Builder request(String control) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox + "/_sandbox" + control))
                .timeout(PATIENCE);
        token.ifPresent(known -> request.header("Authorization", "Bearer " + known));
        return request;
    }

    private JsonElement send(HttpRequest.Builder request) {
        HttpResponse<String> answer;
        try {
            answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException gone) {
            throw ConformanceException.notConnected("No sandbox answers at " + sandbox + ".");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new ConformanceException("The cases were interrupted.");
        }
        if (answer.statusCode() == 403) {
            throw new ConformanceException(forbidden(answer.body()));
        }
        if (answer.statusCode() / 100 != 2) {
            throw noSandbox("HTTP " + answer.statusCode() + said(answer.body()));
        }
        try {
            return JsonParser.parseString(answer.body());
        } catch (JsonParseException page) {
            throw noSandbox("its answer is not JSON");
        }
    }

    private JsonObject object(JsonElement answer) {
        if (answer instanceof JsonObject object) {
            return object;
        }
        throw noSandbox("its answer is no JSON object");
    }

    private ConformanceException noSandbox(String why) {
        return new ConformanceException("What answers at " + sandbox + " is no sandbox of this version: " + why + ".");
    }

    private String forbidden(String body) {
        return "The sandbox at " + sandbox + " does not let the cases steer it. "
                + (token.isPresent() ? "The token may be that of another sandbox" : "It may want its token")
                + ": it prints controlToken in its first line, and --control-token or MPESA_SANDBOX_CONTROL_TOKEN "
                + "gives it to the cases" + said(body) + ".";
    }

    private static String said(String body) {
        try {
            return JsonParser.parseString(body) instanceof JsonObject json
                            && json.get("error") instanceof JsonPrimitive error
                    ? ". It says: " + error.getAsString()
                    : "";
        } catch (JsonParseException page) {
            return "";
        }
    }
}
