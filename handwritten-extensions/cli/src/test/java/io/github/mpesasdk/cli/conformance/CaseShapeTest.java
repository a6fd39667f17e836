package io.github.mpesasdk.cli.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The command knows the members of a full case that its schema has, and no others. */
class CaseShapeTest {

    private static final Path SCHEMA = Path.of("..", "..", "conformance-tests", "cases", "case.schema.json");

    @Test
    void itsMembersAreThoseOfTheSchema() throws IOException {
        JsonObject forms = JsonParser.parseString(Files.readString(SCHEMA))
                .getAsJsonObject()
                .getAsJsonObject("$defs");
        JsonObject call = properties(forms.getAsJsonObject("operationCase"));
        JsonObject callback = properties(forms.getAsJsonObject("callbackCase"));
        Map<String, Set<String>> wanted = new TreeMap<>();
        wanted.put("case", names(call, callback));
        wanted.put("given", names(members(call.get("given")), members(callback.get("given"))));
        wanted.put("request", names(members(forms.get("request"))));
        wanted.put("answer", names(members(forms.get("answer"))));
        wanted.put("expect", names(members(forms.get("operationExpect")), members(forms.get("callbackExpect"))));

        Map<String, Set<String>> known = new TreeMap<>();
        CaseShape.members().forEach((part, members) -> known.put(part, new TreeSet<>(members)));
        assertEquals(wanted, known);
    }

    private static JsonObject properties(JsonObject form) {
        return form.getAsJsonObject("properties");
    }

    // A form is one object, or one of two.
    private static JsonObject members(JsonElement form) {
        JsonObject all = new JsonObject();
        for (String part : List.of("then", "else")) {
            if (!form.getAsJsonObject().has("properties")) {
                properties(form.getAsJsonObject().getAsJsonObject(part))
                        .entrySet()
                        .forEach(member -> all.add(member.getKey(), member.getValue()));
            }
        }
        return all.isEmpty() ? properties(form.getAsJsonObject()) : all;
    }

    private static Set<String> names(JsonObject... parts) {
        Set<String> names = new TreeSet<>();
        for (JsonObject part : parts) {
            names.addAll(part.keySet());
        }
        return names;
    }
}
