package io.github.mpesasdk.speccheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
        copy("specs/mozambique", Integer.MAX_VALUE);
        copy(CASES, 1);
        copy(CASES + "mozambique", Integer.MAX_VALUE);
    }

    private void copy(String folder, int depth) throws IOException {
        try (Stream<Path> files = Files.walk(CHECKOUT.resolve(folder), depth)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = checkout.resolve(CHECKOUT.relativize(file).toString());
                Files.createDirectories(to.resolveSibling(""));
                Files.copy(file, to);
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
                "\"answer\": { | \"given\": {\"usualBut\": {\"input_Amount\": \"9\"}}, \"answer\": { | one request is expected and none is said",
                "\"error\": \"refused\" | \"error\": \"pending\", \"outcome\": \"failed\" | returned",
                "\"requests\": 1 | \"referenceField\": \"Reference\", \"requests\": 1 | 5: the request has no field Reference; it has [input_Amount",
                "\"requests\": 1 | \"requests\": 1, | refused-new.json:5: this is not JSON",
                "new reason. | new reason | 2: description: must end with a full stop",
                "\"expect\" | \"given\": {\"operation\": \"c2bPaymnt\"}, \"expect\" | 5: there is no operation c2bPaymnt; did you mean c2bPayment",
                "\"expect\" | \"given\": {\"operation\": \"b2cPayment\"}, \"expect\" | 5: the operation is b2cPayment, but the case stands in the folder of c2bPayment",
                "\"expect\" | \"given\": {\"usualBut\": {\"input_Amonut\": \"9\"}}, \"expect\" | 5: the request has no field input_Amonut; did you mean input_Amount",
                "\"expect\" | \"request\": {\"inputPlus\": {\"input_Amuont\": \"9\"}}, \"expect\" | 5: the request has no field input_Amuont; did you mean input_Amount",
                "\"expect\" | \"request\": {\"inputPlus\": {\"input_Amount\": \"9\"}}, \"expect\" | 5: inputPlus has input_Amount, which is in the input already",
                "\"output_ResponseCode\" | \"output_ResponsCode\" | 4: the spec has no output_ResponsCode; did you mean output_ResponseCode",
                "\"error\": \"refused\", \"code\": \"INS-15\", \"kind\": \"caller\" | \"returned\": {\"output_ResponsCode\": \"INS-0\"} | 5: the spec has no output_ResponsCode",
                "\"status\": 400, \"body\": {\"$accepted\": true, \"output_ResponseCode\": \"INS-15\"} | \"status\": 400 | 4: answer: one of body, xml, text is missing",
                "\"status\": 400 | \"status\": 400, \"text\": \"no\" | 4: answer: body and text cannot both be said",
                "\"status\": 400 | \"fault\": \"dropped\" | is not known here",
                "\"code\": \"INS-15\", \"kind\" | \"kind\" | 5: expect: kind needs code"
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "callback-paid  | input_ResultCode  | resultCod   | 5: resultCod is not known here; did you mean resultCode",
                "callback-paid  | input_ResultCod   | resultCode  | 4: the spec has no input_ResultCod; did you mean input_ResultCode",
                "callback-paidd | input_ResultCode  | resultCode  | 4: there is no case callback-paidd beside it; did you mean callback-paid"
            })
    void aCallbackLikeAnotherOneIsLookedAtAsItIsWritten(String like, String field, String expected, String told)
            throws IOException {
        List<String> lines = said("callback-new.json", """
                {
                  "description": "A callback like another one.",
                  "provenance": {"grade": "inferred", "source": "What a test needs"},
                  "given": {"like": "%s", "bodyBut": {"%s": "INS-5"}},
                  "expectBut": {"outcome": "failed", "%s": "INS-5"}
                }
                """.formatted(like, field, expected));
        assertEquals(List.of(FOLDER + "callback-new.json:" + told), lines);
    }

    @Test
    void theMistakesOfNeighboursAreToldOfTheirOwnFilesAndOnce() throws IOException {
        Files.writeString(checkout.resolve(FOLDER + "refused-broken.json"), "{");
        Files.writeString(checkout.resolve(FOLDER + "refused-guessed.json"), RIGHT.replace("inferred", "guessed"));
        assertEquals(List.of(), said("refused-new.json", RIGHT), "one file is named, and looked at alone");
        List<String> all = checked(FOLDER);
        assertEquals(2, all.size(), all::toString);
        assertTrue(all.get(0).startsWith(FOLDER + "refused-broken.json:1: this is not JSON"), all::toString);
        assertTrue(all.get(1).startsWith(FOLDER + "refused-guessed.json:3: grade"), all::toString);
    }

    @Test
    void aMistakeOfTheUsualCaseIsToldOfThatFileAndOnce() throws IOException {
        Path usual = checkout.resolve(FOLDER + "accepted.json");
        Files.writeString(usual, Files.readString(usual).replace("input_Amount", "input_Amuont"));
        List<String> one = said("refused-new.json", RIGHT);
        assertEquals(
                one,
                one.stream()
                        .filter(line -> line.startsWith(FOLDER + "accepted.json:"))
                        .toList());
        assertEquals(one, checked(FOLDER));
    }

    @Test
    void aCaseOfNoOperationIsNamed() throws IOException {
        Path file = checkout.resolve(CASES + "mozambique/c2bPaiment/refused-new.json");
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, RIGHT);
        List<String> lines = CheckCase.check(checkout, file, checkout.resolve("target"), right::add);
        assertTrue(
                lines.get(0)
                        .startsWith(CASES + "mozambique/c2bPaiment: there is no operation c2bPaiment; there are [c2b"),
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
        assertEquals(List.of(FOLDER + "callback-half.json:1: expect is missing"), lines);
    }

    @Test
    void aFolderWithoutACaseIsNamed() throws IOException {
        Path folder = Files.createDirectories(checkout.resolve("notes"));
        Files.writeString(folder.resolve("package.json"), "{}");
        List<String> lines = CheckCase.check(checkout, folder, checkout.resolve("target"), right::add);
        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.get(0).contains("notes: there is no case in it"), lines::toString);
    }

    private List<String> said(String name, String text) throws IOException {
        Path file = Files.writeString(checkout.resolve(FOLDER + name), text);
        return CheckCase.check(checkout, file, checkout.resolve("target"), right::add);
    }

    private List<String> checked(String place) throws IOException {
        return CheckCase.check(checkout, checkout.resolve(place), checkout.resolve("target"), right::add);
    }
}
