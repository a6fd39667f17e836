package io.github.mpesasdk.cli.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.cli.market.BadInputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads full cases that somebody has written, and says in plain words what is no case. */
final class OwnCases {

    /** What stands beside cases in the folders of this project. */
    private static final Set<String> OTHERS = Set.of("setup.json", "matrix.json", "operations.json");

    private static final String ENDING = ".json";

    private final CaseBook book;

    private OwnCases(CaseBook book) {
        this.book = book;
    }

    /**
     * The cases of a file, or of all files in a folder, by names such as {@code stkPush/lost-answer}.
     *
     * @param book the cases of the same market that everybody has: they tell which operations and callbacks there are
     * @throws BadInputException if a file is no full case of this market
     */
    static JsonObject read(Path fileOrFolder, CaseBook book) {
        OwnCases reader = new OwnCases(book);
        JsonObject cases = new JsonObject();
        for (Path file : files(fileOrFolder)) {
            JsonObject one = reader.read(file);
            JsonObject given = one.getAsJsonObject("given");
            String subject = text(given, given.has("callback") ? "callback" : "operation");
            String name = subject + "/" + file.getFileName().toString().replaceFirst("\\.json$", "");
            if (cases.has(name)) {
                throw new BadInputException(file + ": there is another case " + name + " in this folder.");
            }
            cases.add(name, one);
        }
        if (cases.isEmpty()) {
            throw new BadInputException(fileOrFolder + " has no case: none of its files ends with " + ENDING + ".");
        }
        return cases;
    }

    private static List<Path> files(Path fileOrFolder) {
        if (Files.isRegularFile(fileOrFolder)) {
            return List.of(fileOrFolder);
        }
        try (Stream<Path> found = Files.walk(fileOrFolder)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ENDING)
                            && !file.toString().endsWith(".schema.json")
                            && !OTHERS.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new BadInputException("There is no file or folder " + fileOrFolder + ".");
        }
    }

    private JsonObject read(Path file) {
        JsonObject one;
        try {
            one = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException | CharacterCodingException other) {
            throw new BadInputException(file + " is no JSON object.");
        } catch (IOException unreadable) {
            throw new BadInputException(file + " cannot be read.");
        }
        JsonElement given = one.get("given");
        boolean isFull = given instanceof JsonObject said && (said.has("callback") || said.has("input"));
        if (!isFull) {
            throw new BadInputException(file + " is no full case: its `given` has neither `input` nor `callback`. A "
                    + "short one is made full by conformance-tests/check-case.");
        }
        CaseShape.refuse(one, file.toString());
        refuseUnknown(given.getAsJsonObject(), file);
        return withFiles(one, file).getAsJsonObject();
    }

    private void refuseUnknown(JsonObject given, Path file) {
        String kind = given.has("callback") ? "callback" : "operation";
        Set<String> known = new TreeSet<>();
        for (String name : book.names()) {
            JsonObject other = book.find(name).getAsJsonObject("given");
            if (other.has(kind)) {
                known.add(text(other, kind));
            }
        }
        String named = text(given, kind);
        if (!known.contains(named)) {
            throw new BadInputException(file + ": " + book.market() + " has no " + kind + " " + named + "; there are "
                    + String.join(", ", known) + ".");
        }
    }

    /** The same with each file of XML in the place of its name. */
    private static JsonElement withFiles(JsonElement value, Path file) {
        if (value instanceof JsonObject object) {
            JsonObject filled = new JsonObject();
            object.entrySet()
                    .forEach(field -> filled.add(
                            field.getKey(),
                            Set.of("xml", "replyXml").contains(field.getKey())
                                    ? xml(field.getValue().getAsString(), file)
                                    : withFiles(field.getValue(), file)));
            return filled;
        }
        if (value instanceof JsonArray list) {
            JsonArray filled = new JsonArray();
            list.forEach(part -> filled.add(withFiles(part, file)));
            return filled;
        }
        return value;
    }

    private static JsonElement xml(String written, Path file) {
        if (written.stripLeading().startsWith("<")) {
            return new JsonPrimitive(written);
        }
        try {
            return new JsonPrimitive(Files.readString(file.resolveSibling(written)));
        } catch (IOException missing) {
            throw new BadInputException(file + ": there is no file " + written + " beside it.");
        }
    }

    private static String text(JsonObject object, String name) {
        return object.get(name).getAsString();
    }
}
