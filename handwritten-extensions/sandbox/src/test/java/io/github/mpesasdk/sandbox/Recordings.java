package io.github.mpesasdk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Bodies that real gateways sent to others, who published them: where they lie beside the checkout, or where
 * {@code -Dsamples} says. They are not committed, for they belong to others.
 */
public final class Recordings {

    private static final Path FOLDER = Path.of(System.getProperty("samples", "../../../shared/samples"), "recorded");

    private Recordings() {}

    /** The names of the recordings of a market. The test is skipped where there are none. */
    public static Set<String> of(String market) throws IOException {
        Path folder = FOLDER.resolve(market);
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "skipped: there are no recordings in " + folder);
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> names.add(file.getFileName().toString().replace(".json", "")));
        }
        return names;
    }

    /** Our callback is like the recorded one. */
    public static void assertCallback(String recording, JsonElement ours) throws IOException {
        JsonElement theirs = read(recording).get("callback");
        if (theirs instanceof JsonArray several) {
            theirs = several.get(0);
        }
        assertEquals(lines(Likeness.of(theirs)), lines(Likeness.of(ours)));
    }

    /** Our answer is like the recorded one. */
    public static void assertAnswer(String recording, HttpResponse<String> ours) throws IOException {
        JsonElement theirs = answered(recording, ours);
        if (!theirs.isJsonObject()) {
            assertEquals(
                    theirs.getAsString().replaceAll("[0-9-]", ""), ours.body().replaceAll("[0-9-]", ""));
            return;
        }
        assertEquals(lines(Likeness.of(theirs)), lines(Likeness.of(JsonParser.parseString(ours.body()))));
    }

    /** The same, where the publisher left fields out. */
    public static void assertPartOfAnswer(String recording, HttpResponse<String> ours) throws IOException {
        List<String> theirs = Likeness.of(answered(recording, ours));
        List<String> all = Likeness.of(JsonParser.parseString(ours.body()));
        assertTrue(all.containsAll(theirs), () -> lines(theirs) + "\n\nare not all in\n\n" + lines(all));
    }

    /** The fields of a recorded answer. */
    public static JsonObject answer(String recording) throws IOException {
        return read(recording).getAsJsonObject("response").getAsJsonObject("body");
    }

    private static JsonElement answered(String recording, HttpResponse<String> ours) throws IOException {
        JsonObject theirs = read(recording).getAsJsonObject("response");
        if (!theirs.get("status").isJsonNull()) {
            assertEquals(theirs.get("status").getAsInt(), ours.statusCode());
        }
        return theirs.get("body");
    }

    private static JsonObject read(String recording) throws IOException {
        return JsonParser.parseString(Files.readString(FOLDER.resolve(recording + ".json")))
                .getAsJsonObject();
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines);
    }
}
