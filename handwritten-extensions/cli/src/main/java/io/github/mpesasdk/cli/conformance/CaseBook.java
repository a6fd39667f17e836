package io.github.mpesasdk.cli.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The cases of a market, as the jar of the specs has them, and whom they are played as.
 *
 * @param market the folder of the cases
 * @param document all of it
 */
record CaseBook(String market, JsonObject document) {

    private static final String MARKET_PLACE = "{market}";

    static CaseBook of(String market) {
        String name = "/io/github/mpesasdk/specs/cases/" + market + ".json";
        try (InputStream file = CaseBook.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("this is no complete build of mpesa: it has no " + name);
            }
            return new CaseBook(
                    market,
                    JsonParser.parseReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                            .getAsJsonObject());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The same market with the cases of a file or folder in the place of its own. */
    CaseBook with(Path fileOrFolder) {
        JsonObject other = new JsonObject();
        document.entrySet().forEach(part -> other.add(part.getKey(), part.getValue()));
        other.add("cases", OwnCases.read(fileOrFolder, this));
        return new CaseBook(market, other);
    }

    /** The names of all cases, in their order: {@code stkPush/lost-answer}. */
    List<String> names() {
        return List.copyOf(document.getAsJsonObject("cases").keySet());
    }

    JsonObject find(String name) {
        return document.getAsJsonObject("cases").getAsJsonObject(name);
    }

    /** The name of the security scheme of an operation, in the spec. */
    String security(String operation) {
        JsonElement scheme = document.getAsJsonObject("security").get(operation);
        return scheme == null ? "" : scheme.getAsString();
    }

    /** A value that a client is built with. */
    String value(String name) {
        return values().get(name).getAsString();
    }

    JsonObject values() {
        return setup().getAsJsonObject("values");
    }

    /** The values that no message may show. */
    List<String> secrets() {
        return setup().getAsJsonArray("secrets").asList().stream()
                .map(name -> value(name.getAsString()))
                .toList();
    }

    /** The market of a case, as addresses name it; empty where they name none. */
    String marketOf(JsonObject given) {
        JsonElement other = given.get("market");
        JsonElement usual = values().get("market");
        return Optional.ofNullable(other == null ? usual : other)
                .map(JsonElement::getAsString)
                .orElse("");
    }

    /** What stands between the host and the path of an operation. */
    String basePath(JsonObject given) {
        return setup().get("base").getAsString().replace(MARKET_PLACE, marketOf(given));
    }

    /** The headers of every request, by their names in any case. */
    TreeMap<String, String> headers() {
        TreeMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        setup().getAsJsonObject("headers")
                .entrySet()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().getAsString()));
        return headers;
    }

    /** The operation that issues tokens or sessions, where there is one. */
    Optional<Tokens> tokens() {
        return Optional.ofNullable(setup().getAsJsonObject("tokens")).map(Tokens::new);
    }

    /** The question that may prove a new session, with its answer. */
    Optional<JsonObject> probe() {
        return Optional.ofNullable(setup().getAsJsonObject("probe"));
    }

    private JsonObject setup() {
        return document.getAsJsonObject("setup");
    }

    /**
     * How tokens are issued.
     *
     * @param said what the setup says of it
     */
    record Tokens(JsonObject said) {

        String operation() {
            return said.get("operation").getAsString();
        }

        /** The answer with the first token, the second, and so on. */
        JsonObject answer(int number) {
            JsonObject answer = new JsonObject();
            answer.addProperty("status", 200);
            if (said.has("xml")) {
                answer.addProperty("xml", said.get("xml").getAsString().formatted(number));
            } else {
                JsonObject body = said.getAsJsonObject("body").deepCopy();
                body.addProperty(field(), token(number));
                answer.add("body", body);
            }
            return answer;
        }

        /** The first token, the second, and so on. */
        String token(int number) {
            return said.has("xml")
                    ? SoapMessage.read(answer(number).get("xml").getAsString())
                            .content()
                            .get(field())
                            .getAsString()
                    : said.getAsJsonObject("body").get(field()).getAsString().formatted(number);
        }

        private String field() {
            return said.get("field").getAsString();
        }
    }
}
