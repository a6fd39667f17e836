package io.github.mpesasdk.cli.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonMatchTest {

    private static List<String> exact(String expected, String actual) {
        return JsonMatch.exact(
                JsonParser.parseString(expected),
                JsonParser.parseString(actual),
                (name, text) -> text.equals("encrypted " + name));
    }

    @Test
    void theOrderOfFieldsDoesNotCount() {
        assertEquals(List.of(), exact("{'a': '1', 'b': {'c': 2}}", "{'b': {'c': 2}, 'a': '1'}"));
    }

    @Test
    void textIsNoNumberAndDigitsCountAsWritten() {
        assertEquals(List.of("/a is 1, not \"1\""), exact("{'a': '1'}", "{'a': 1}"));
        assertEquals(List.of("/a is 1.0, not 1.00"), exact("{'a': 1.00}", "{'a': 1.0}"));
    }

    @Test
    void everyFieldIsAccountedFor() {
        assertEquals(List.of("/a is missing", "/b is there, and should not be"), exact("{'a': '1'}", "{'b': '1'}"));
    }

    @Test
    void openValuesAreOpenButThere() {
        assertEquals(List.of(), exact("{'a': {'$any': true}}", "{'a': 7}"));
        assertEquals(List.of("/a is missing"), exact("{'a': {'$any': true}}", "{}"));
        assertEquals(List.of(), exact("{'a': {'$encrypted': 'x'}}", "{'a': 'encrypted x'}"));
        assertEquals(List.of("/a is no encryption of x"), exact("{'a': {'$encrypted': 'x'}}", "{'a': 'x'}"));
    }

    @Test
    void aSubsetMayLackFieldsOnOneSideOnly() {
        assertEquals(
                List.of(),
                JsonMatch.subset(JsonParser.parseString("{'a': 1}"), JsonParser.parseString("{'a': 1, 'b': 2}")));
        assertEquals(
                List.of("/b is missing"),
                JsonMatch.subset(JsonParser.parseString("{'a': 1, 'b': 2}"), JsonParser.parseString("{'a': 1}")));
    }
}
