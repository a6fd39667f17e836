package io.github.mpesasdk.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.cli.conformance.SoapMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What a case says of a body that travels: {@code body} is JSON, {@code xml} an envelope, {@code text} anything. */
public final class Payload {

    private static final String XML = "xml";
    private static final String BODY = "body";
    /** The fields that name a file of XML beside the case. */
    private static final Set<String> FILES = Set.of(XML, "replyXml");

    private Payload() {}

    /** The body as it travels, where there is one. */
    public static Optional<String> text(JsonObject holder) {
        return holder.has(BODY)
                ? Optional.of(holder.get(BODY).toString())
                : ConformanceCase.text(holder, XML).or(() -> ConformanceCase.text(holder, "text"));
    }

    /** What the body says by wire names; empty where it is none of the gateway's kind. */
    public static Optional<JsonObject> content(JsonObject holder) {
        return holder.has(BODY)
                ? Optional.of(holder.getAsJsonObject(BODY))
                : soap(holder).map(SoapMessage::content);
    }

    /** The envelope, where the body is one. */
    public static Optional<SoapMessage> soap(JsonObject holder) {
        return ConformanceCase.text(holder, XML).map(SoapMessage::read);
    }

    /** The HTTP content type of an answer that names none. */
    public static String contentType(JsonObject holder) {
        return holder.has(XML) ? "text/xml;charset=utf-8" : "application/json";
    }

    /** The same with each file of XML in the place of its name. */
    static JsonObject withFiles(JsonObject json, Path folder) {
        JsonObject copy = json.deepCopy();
        eachFile(copy, field -> field.setValue(new JsonPrimitive(read(file(folder, field)))));
        return copy;
    }

    /** The files of XML that are named. */
    static Set<Path> files(JsonObject json, Path folder) {
        Set<Path> files = new HashSet<>();
        eachFile(json, field -> files.add(file(folder, field)));
        return files;
    }

    private static void eachFile(JsonElement element, Consumer<Map.Entry<String, JsonElement>> action) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(each -> eachFile(each, action));
        } else if (element instanceof JsonObject object) {
            for (Map.Entry<String, JsonElement> field : object.entrySet()) {
                if (FILES.contains(field.getKey())) {
                    action.accept(field);
                } else {
                    eachFile(field.getValue(), action);
                }
            }
        }
    }

    private static Path file(Path folder, Map.Entry<String, JsonElement> field) {
        return folder.resolve(field.getValue().getAsString()).normalize();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
