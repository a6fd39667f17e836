package io.github.mpesasdk.speccheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody writes a case of Mozambique's, and is told what is wrong with it. */
class CheckCaseTest {

    private static final Path CHECKOUT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final String CASES = "conformance-tests/cases/";
    private static final String FOLDER = CASES + "mozambique/c2bPayment/";
    private static final String RIGHT = """
            {
              "description": "A payment that is refused for a new reason.",
              "provenance": {"grade": "inferred", "source": "What a test needs"},
              "answer": {"status": 400, "body": {"$accepted": true, "output_ResponseCode": "INS-15"}},
              "expect": {"error": "refused", "code": "INS-15", "kind": "caller", "requests": 1}
            }
            """;

    @TempDir
    private Path checkout = Path.of(".");

    private final List<String> right = new ArrayList<>();

    @BeforeEach
    void copy() throws IOException {
        for (String folder : List.of("specs/mozambique", CASES)) {
            Path from = CHECKOUT.resolve(folder);
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path to = checkout.resolve(CHECKOUT.relativize(file).toString());
                    Files.createDirectories(to.resolveSibling(""));
                    Files.copy(file, to);
                }
            }
        }
    }

    @Test
    void aCaseThatIsRightIsWrittenInFull() throws IOException {
        assertEquals(List.of(), said("refused-new.json", RIGHT));
        assertTrue(right.get(0).startsWith(FOLDER + "refused-new.json is right. In full: "), right::toString);
        String full = Files.readString(checkout.resolve("target/mozambique/c2bPayment/refused-new.json"));
        assertTrue(full.contains("\"input_CustomerMSISDN\"") && full.contains("\"path\""), full);
        assertEquals(
                List.of(),
                CheckCase.check(
                        checkout, checkout.resolve(CASES + "mozambique"), checkout.resolve("target"), right::add));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"kind\": \"caller\" | \"kindd\": \"caller\" | 5: kindd is not known here",
                "\"grade\": \"inferred\" | \"grade\": \"guessed\" | 3: grade: \"guessed\" is not one of documented, captured",
                "\"answer\": { | \"given\": {\"usualBut\": {\"Amount\": \"0\"}}, \"answer\": { | one request is expected and none is said",
                "\"error\": \"refused\" | \"error\": \"pending\", \"outcome\": \"failed\" | returned",
                "\"requests\": 1 | \"referenceField\": \"Reference\", \"requests\": 1 | 5: the request has no field Reference; it has [input_Amount",
                "\"requests\": 1 | \"requests\": 1, | this is not JSON"
            })
    void aMistakeIsNamedWithItsLine(String before, String after, String told) throws IOException {
        List<String> lines = said("refused-new.json", RIGHT.replace(before, after));
        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.get(0).contains(told), lines::toString);
        assertTrue(lines.get(0).contains("mozambique/c2bPayment/refused-new.json"), lines::toString);
    }

    @Test
    void aCallbackThatTheOperationDoesNotHaveIsNamed() throws IOException {
        List<String> lines = said("callback-new.json", """
                {
                  "description": "A callback of another call.",
                  "provenance": {"grade": "inferred", "source": "What a test needs"},
                  "given": {"callback": "stkPushCallback", "body": {}},
                  "expect": {"error": "unreadable"}
                }
                """);
        assertEquals(
                List.of(FOLDER
                        + "callback-new.json:4: there is no callback stkPushCallback; there are [c2bPaymentCallback]"),
                lines);
    }

    @Test
    void aCaseOfNoOperationIsNamed() throws IOException {
        Path file = checkout.resolve(CASES + "mozambique/c2bPaiment/refused-new.json");
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, RIGHT);
        List<String> lines = CheckCase.check(checkout, file, checkout.resolve("target"), right::add);
        assertTrue(
                lines.get(0)
                        .startsWith("cases/mozambique/c2bPaiment: there is no operation c2bPaiment; there are [c2b"),
                lines::toString);
    }

    @Test
    void aCaseThatIsLikeOneWithoutAnExpectIsNamed() throws IOException {
        Files.writeString(checkout.resolve(FOLDER + "callback-half.json"), """
                {
                  "description": "A callback that nothing is expected of.",
                  "provenance": {"grade": "inferred", "source": "What a test needs"},
                  "given": {"callback": "c2bPaymentCallback", "body": {}}
                }
                """);
        List<String> lines = said("callback-new.json", """
                {
                  "description": "A callback like another one.",
                  "provenance": {"grade": "inferred", "source": "What a test needs"},
                  "given": {"like": "callback-half", "bodyBut": {"input_ResultCode": "INS-5"}},
                  "expectBut": {"outcome": "failed"}
                }
                """);
        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.get(0).contains("like names callback-half, which is no case of a callback"), lines::toString);
    }

    @Test
    void aFolderWithoutACaseIsNamed() throws IOException {
        Path folder = Files.createDirectories(checkout.resolve("notes"));
        Files.writeString(folder.resolve("package.json"), "{}");
        CaseMistake mistake = assertThrows(
                CaseMistake.class, () -> CheckCase.check(checkout, folder, checkout.resolve("target"), right::add));
        assertTrue(String.valueOf(mistake.getMessage()).contains("notes: there is no case in it"), mistake::toString);
    }

    private List<String> said(String name, String text) throws IOException {
        Path file = Files.writeString(checkout.resolve(FOLDER + name), text);
        return CheckCase.check(checkout, file, checkout.resolve("target"), right::add);
    }
}
