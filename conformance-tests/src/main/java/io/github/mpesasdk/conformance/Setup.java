package io.github.mpesasdk.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who and where the cases are played: what {@code setup.json} of a market says, or the same with the credentials of an
 * owner. {@code toString} hides it all.
 */
public final class Setup {

    private static final String MARKET = "market";
    private static final String MARKET_PLACE = "{market}";

    private final JsonObject file;

    private Setup(JsonObject file) {
        this.file = file;
    }

    /**
     * The content of a market's {@code setup.json}, with the files of XML that it names in the place of their names.
     */
    public static JsonObject file(String market) {
        return Payload.withFiles(written(market), folder(market));
    }

    /** The content of a market's {@code setup.json}. */
    public static JsonObject written(String market) {
        try {
            String text = Files.readString(folder(market).resolve("setup.json"));
            return JsonParser.parseString(text).getAsJsonObject();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path folder(String market) {
        return Checkout.cases().resolve(market);
    }

    /** The setup that all cases of a market share. */
    public static Setup ofMarket(String market) {
        return new Setup(file(market));
    }

    /** The same place, with these values in the place of all others. */
    public Setup with(JsonObject values) {
        JsonObject copy = file.deepCopy();
        copy.add("values", values);
        return new Setup(copy);
    }

    /** The same credentials in another market of the same API. */
    public Setup inMarket(String market) {
        JsonObject values = file.getAsJsonObject("values").deepCopy();
        values.addProperty(MARKET, market);
        return with(values);
    }

    /** One of the values that a client is built with. */
    public String value(String name) {
        return file.getAsJsonObject("values").get(name).getAsString();
    }

    /** The values that nobody else may see. */
    public List<String> secrets() {
        return file.getAsJsonArray("secrets").asList().stream()
                .map(name -> value(name.getAsString()))
                .toList();
    }

    /** The folder of the specs with the contract that the cases are held to. */
    public String api() {
        return file.get("api").getAsString();
    }

    /** The file in that folder that describes the calls. */
    public String contract() {
        return ConformanceCase.text(file, "contract").orElse("openapi.yaml");
    }

    /** Whether a client under test sends all operations to one port, whatever ports the spec names. */
    public boolean hasOnePort() {
        return ConformanceCase.isTrue(file, "onePort");
    }

    /** What stands between the host and the path of an operation. */
    public String base() {
        String base = file.get("base").getAsString();
        return base.contains(MARKET_PLACE) ? base.replace(MARKET_PLACE, value(MARKET)) : base;
    }

    /** The headers that every request carries, by their names in small letters. */
    public Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        file.getAsJsonObject("headers")
                .entrySet()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().getAsString()));
        return headers;
    }

    /** The operation that issues tokens, where there is one. */
    public Optional<String> tokenOperation() {
        return tokens().map(tokens -> tokens.get("operation").getAsString());
    }

    /** What that operation answers where a case does not say otherwise. */
    public JsonObject tokenAnswer(int number) {
        JsonObject tokens = tokens().orElseThrow();
        JsonObject answer = new JsonObject();
        answer.addProperty("status", 200);
        if (tokens.has("xml")) {
            answer.addProperty("xml", tokens.get("xml").getAsString().formatted(number));
        } else {
            JsonObject body = tokens.getAsJsonObject("body").deepCopy();
            body.addProperty(tokenField(), body.get(tokenField()).getAsString().formatted(number));
            answer.add("body", body);
        }
        return answer;
    }

    /** The token that is issued first, second and so on. */
    public String token(int number) {
        return Payload.content(tokenAnswer(number))
                .orElseThrow()
                .get(tokenField())
                .getAsString();
    }

    /** The question with which a client may prove that a new session is live, before it sends anything else. */
    public Optional<Probe> probe() {
        return Optional.ofNullable(file.get("probe"))
                .map(JsonElement::getAsJsonObject)
                .map(probe -> new Probe(
                        probe.get("operation").getAsString(),
                        probe.get("field").getAsString(),
                        probe.getAsJsonObject("answer")));
    }

    /**
     * A question that no case asks.
     *
     * @param operation its operation
     * @param field the field whose value tells it from what a case asks
     * @param answer what the gateway answers
     */
    public record Probe(String operation, String field, JsonObject answer) {}

    private String tokenField() {
        return tokens().orElseThrow().get("field").getAsString();
    }

    private Optional<JsonObject> tokens() {
        return Optional.ofNullable(file.get("tokens")).map(JsonElement::getAsJsonObject);
    }

    @Override
    public String toString() {
        return "Setup[***]";
    }
}
