package io.github.mpesasdk.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One full case, as {@code cases/README.md} describes it.
 *
 * @param folder the operation it belongs to
 * @param name the name of its file, without the ending
 * @param written its file
 * @param json the same, with the files of XML that it names in the place of their names
 */
public record ConformanceCase(String folder, String name, JsonObject written, JsonObject json) {

    private static final String ENDING = ".json";

    /** Every case of a market, in the order of their names. */
    public static List<ConformanceCase> ofMarket(String market) {
        return below(Checkout.fullCases().resolve(market));
    }

    /** Every case below a folder that holds one folder an operation. */
    public static List<ConformanceCase> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> !folder.equals(file.getParent())
                            && file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .map(ConformanceCase::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ConformanceCase read(Path file) {
        try {
            String name = file.getFileName().toString();
            Path folder = Objects.requireNonNull(file.getParent(), "a case has a folder");
            JsonObject written = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            return new ConformanceCase(
                    file.getName(file.getNameCount() - 2).toString(),
                    name.substring(0, name.length() - ENDING.length()),
                    written,
                    Payload.withFiles(written, folder));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether the gateway speaks first. */
    public boolean isCallback() {
        return given().has("callback");
    }

    /** The id of the operation, or of the callback, in the spec. */
    public String subject() {
        return text(given(), isCallback() ? "callback" : "operation").orElse("");
    }

    public JsonObject given() {
        return json.getAsJsonObject("given");
    }

    public JsonObject expect() {
        return json.getAsJsonObject("expect");
    }

    /** The request that must appear on the wire; null where none may. */
    public @Nullable JsonObject request() {
        return json.getAsJsonObject("request");
    }

    /** What the gateway answers, one after the other; the last one again and again. */
    public List<JsonObject> answers() {
        return list(json.has("answers") ? json.get("answers") : json.get("answer"));
    }

    /** What the gateway answers when it is asked for a token; empty where it issues one. */
    public List<JsonObject> tokenAnswers() {
        return list(json.get("token"));
    }

    /** What the gateway answers to the question that proves a session; empty where it is what the setup says. */
    public List<JsonObject> probeAnswers() {
        return list(json.get("probe"));
    }

    /** Whether its payload departs from the spec on purpose. */
    public boolean isMalformed() {
        return isTrue(json, "malformed");
    }

    /** Whether the recorder may send it to a gateway. */
    public boolean isRecordable() {
        return isTrue(json, "record");
    }

    static boolean isTrue(JsonObject object, String field) {
        return object.has(field) && object.get(field).getAsBoolean();
    }

    /** A text of an object, if it is there. */
    public static Optional<String> text(JsonObject object, String field) {
        return Optional.ofNullable(object.get(field)).map(JsonElement::getAsString);
    }

    private static List<JsonObject> list(@Nullable JsonElement oneOrMany) {
        if (oneOrMany == null) {
            return List.of();
        }
        if (oneOrMany instanceof JsonObject one) {
            return List.of(one);
        }
        List<JsonObject> many = new ArrayList<>();
        ((JsonArray) oneOrMany).forEach(each -> many.add(each.getAsJsonObject()));
        return many;
    }

    @Override
    public String toString() {
        return folder + "/" + name;
    }
}
