package io.github.mpesasdk.cli.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.cli.market.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnCasesTest {

    private static final String XML = "<answer/>";
    private static final CaseBook BOOK =
            new CaseBook("drc", JsonParser.parseString("""
                    {"cases": {"c2bPayment/usual": {"given": {"operation": "c2bPayment", "input": {}}}}}
                    """).getAsJsonObject());

    @TempDir
    private Path folder = Path.of(".");

    @ParameterizedTest
    @ValueSource(strings = {"token", "probe", "answers"})
    void aFileOfXmlIsReadInAListToo(String member) throws IOException {
        Files.writeString(folder.resolve("answer.xml"), XML);

        JsonObject one = read(member, "answer.xml");

        JsonObject answer = one.getAsJsonArray(member).get(0).getAsJsonObject();
        assertEquals(XML, answer.get("xml").getAsString());
        assertEquals(200, answer.get("status").getAsInt());
    }

    @Test
    void aFileThatIsMissingInAListIsNamed() {
        BadInputException bad = assertThrows(BadInputException.class, () -> read("answers", "missing.xml"));
        assertTrue(String.valueOf(bad.getMessage()).contains("there is no file missing.xml beside it"), bad::toString);
    }

    private JsonObject read(String member, String xml) throws IOException {
        Path file = Files.writeString(folder.resolve("own.json"), """
                {"description": "An answer in a list.", "provenance": {"grade": "inferred", "source": "this test"},
                 "given": {"operation": "c2bPayment", "input": {}},
                 "%s": [{"status": 200, "xml": "%s"}],
                 "expect": {"requests": 0}}
                """.formatted(member, xml));
        return OwnCases.read(file, BOOK).getAsJsonObject("c2bPayment/own");
    }
}
