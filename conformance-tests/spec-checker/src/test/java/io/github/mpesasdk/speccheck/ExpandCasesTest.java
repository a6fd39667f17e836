package io.github.mpesasdk.speccheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Full cases are made of short ones and of a matrix, for a market with one payment and one question. */
class ExpandCasesTest {

    @TempDir
    private Path market;

    @BeforeEach
    void aMarket() throws IOException {
        write("operations.json", """
                {"operations": {
                  "pay": {"effect": "money", "method": "POST", "path": "/pay", "usual": "accepted",
                          "reference": "Id", "words": {"page": "Payments"}},
                  "ask": {"effect": "query", "method": "GET", "path": "/ask", "port": 8443, "usual": "answered"}}}
                """);
        write("matrix.json", "{'rows': []}");
        write("pay/accepted.json", """
                {"description": "Paid.",
                 "given": {"input": {"Id": "p1", "Amount": 250.00, "Note": "Tea"}, "at": "2026-11-23T09:30:15Z"},
                 "request": {"inputPlus": {"Secret": {"$any": true}}},
                 "answer": {"status": 200, "body": {"Code": "0", "Words": "Done"}},
                 "expect": {"returned": {"Code": "0"}, "requests": 1}}
                """);
        write("ask/answered.json", """
                {"given": {"input": {"Of": "p1"}}, "request": {"inputPlus": {}},
                 "answer": {"status": 200, "body": {"State": "Paid"}}, "expect": {"returned": {}, "requests": 1}}
                """);
    }

    @Test
    void theRequestIsTheInputAndWhatTheClientComputes() throws IOException {
        assertEquals(json("""
                {"method": "POST", "path": "/pay",
                 "body": {"Id": "p1", "Amount": 250.00, "Note": "Tea", "Secret": {"$any": true}}}
                """), made("pay/accepted").get("request"));
        assertEquals(json("""
                {"method": "GET", "port": 8443, "path": "/ask", "query": {"Of": "p1"}}
                """), made("ask/answered").get("request"));
        assertTrue(made("pay/accepted").toString().contains("250.00"), "an amount keeps its digits");
    }

    @Test
    void whatACaseLeavesOutIsThatOfTheUsualOne() throws IOException {
        write("pay/lost.json", "{'answer': {'fault': 'dropped'}, 'expect': {'error': 'unknown', 'requests': 1}}");
        ObjectNode made = made("pay/lost");
        assertEquals(made("pay/accepted").get("given"), made.get("given"));
        assertEquals(made("pay/accepted").get("request"), made.get("request"));
        assertEquals("pay", made.path("given").path("operation").asText());
    }

    @Test
    void aCallbackMayBeLikeAnotherOne() throws IOException {
        write("pay/callback-paid.json", """
                {"description": "Paid.", "given": {"callback": "paid", "body": {"Result": {"Code": 0, "Receipt": "R1"}}},
                 "expect": {"kind": "paid", "outcome": "succeeded", "resultCode": "0", "values": {"Receipt": "R1"}}}
                """);
        write("pay/callback-lost.json", """
                {"description": "Lost.", "given": {"like": "callback-paid", "bodyBut": {"Result": {"Code": 7, "Receipt": null}}},
                 "expectBut": {"outcome": "failed", "resultCode": "7", "values": null}}
                """);
        assertEquals(json("""
                {"description": "Lost.", "given": {"callback": "paid", "body": {"Result": {"Code": 7}}},
                 "expect": {"kind": "paid", "outcome": "failed", "resultCode": "7"}}
                """), made("pay/callback-lost"));
        write("pay/callback-lost.json", "{'given': {'like': 'callback-payd', 'bodyBut': {'Result': null}}}");
        assertMistake(
                "pay/callback-lost.json: like names callback-payd, which is no case of a callback here that has a body and an expect of its own");
        write("pay/callback-lost.json", "{'given': {'like': 'callback-paid', 'bodyBut': {'Reslt': null}}}");
        assertMistake("pay/callback-lost.json: it leaves out Reslt, which is not there");
    }

    @Test
    void nothingIsSentOfAnInputThatBreaksARule() throws IOException {
        write("pay/invalid.json", """
                {"given": {"usualBut": {"Amount": "x", "Note": null}},
                 "expect": {"error": "invalid-input", "fields": ["Amount"], "requests": 0}}
                """);
        ObjectNode made = made("pay/invalid");
        assertEquals(json("{'Id': 'p1', 'Amount': 'x'}"), made.path("given").get("input"));
        assertEquals("2026-11-23T09:30:15Z", made.path("given").path("at").asText());
        assertTrue(made.path("request").isMissingNode());
    }

    @Test
    void anAnswerMayBeTheUsualOneWithOtherValues() throws IOException {
        write("pay/refused.json", """
                {"answer": {"status": 200, "body": {"$accepted": true, "Code": "7", "Of": {"$input": "Id"}}},
                 "expect": {"error": "refused", "code": "7", "requests": 1}}
                """);
        assertEquals(
                json("{'Code': '7', 'Words': 'Done', 'Of': 'p1'}"),
                made("pay/refused").path("answer").get("body"));
    }

    @Test
    void aFullCaseStaysAsItIs() throws IOException {
        String full = """
                {"description": "Recorded.", "given": {"operation": "pay", "input": {"Id": "p2"}},
                 "request": {"method": "POST", "path": "/pay", "body": {"Id": "p2"}},
                 "answer": {"status": 200, "body": {"Code": "0"}}, "expect": {"returned": {}, "requests": 1}}
                """;
        write("pay/recorded.json", full);
        assertEquals(json(full), made("pay/recorded"));
    }

    @Test
    void aRowHoldsForEachOperationOfItsEffects() throws IOException {
        write("matrix.json", """
                {"rows": [{
                  "name": "lost-answer",
                  "description": "Nothing comes back.",
                  "provenance": {"source": "{page} page"},
                  "provenanceOf": {"ask": {"source": "another page"}},
                  "answer": {"fault": "dropped"},
                  "expectByEffect": {
                    "money": {"error": "unknown", "referenceField": "$reference", "requests": 1},
                    "query": {"error": "no-answer", "referenceField": "$reference", "requestsAtMost": 4}}}]}
                """);
        assertEquals(
                json("{'error': 'unknown', 'referenceField': 'Id', 'requests': 1}"),
                made("pay/lost-answer").get("expect"));
        assertEquals(
                json("{'error': 'no-answer', 'requestsAtMost': 4}"),
                made("ask/lost-answer").get("expect"));
        assertEquals(
                json("{'source': 'Payments page'}"), made("pay/lost-answer").get("provenance"));
        assertEquals(json("{'source': 'another page'}"), made("ask/lost-answer").get("provenance"));
        assertEquals(
                made("pay/accepted").get("request"), made("pay/lost-answer").get("request"));
    }

    @Test
    void anExceptionHasItsOwnCaseOrNone() throws IOException {
        String row = """
                {"rows": [{"name": "html", "effects": ["money", "query"], %s
                           "answer": {"status": 502, "text": "<html>"}, "expect": {"requests": 1}}]}
                """;
        write("matrix.json", row.formatted("\"except\": {\"ask\": \"Nobody asks through a proxy.\"},"));
        assertEquals(Set.of("pay/accepted", "pay/html", "ask/answered"), made().keySet());

        write("ask/html.json", "{'answer': {'status': 503, 'text': '<html>'}, 'expect': {'requests': 1}}");
        assertEquals(503, made("ask/html").path("answer").path("status").asInt());

        write("matrix.json", row.formatted(""));
        assertMistake("ask/html.json: matrix.json makes this case too; "
                + "take the operation out of the row there, with the reason");
    }

    @Test
    void aMistakeIsToldWithItsFile() throws IOException {
        write("pay/wrong.json", "{'request': {'inputPlus': {'Id': 'p2'}}, 'expect': {}}");
        assertMistake("pay/wrong.json: inputPlus has Id, which is in the input already");

        write("pay/wrong.json", "{'given': {'usualBut': {'Amuont': null}}, 'expect': {}}");
        assertMistake("pay/wrong.json: usualBut leaves out Amuont, which the usual input does not have");

        write("pay/wrong.json", "{'given': {'usualBut': {'Amount': '2'}}, 'expect': {'requests': 1}}");
        assertMistake("pay/wrong.json: one request is expected and none is said; where the input is another one, say"
                + " \"request\": {\"inputPlus\": {...}} with what a client computes");

        write("pay/wrong.json", "{'answer': {'status': 200, 'body': {'Of': {'$input': 'Idd'}}}, 'expect': {}}");
        assertMistake("pay/wrong.json: $input names Idd, which the input does not have");

        Files.delete(market.resolve("pay/wrong.json"));
        write("matrix.json", "{'rows': [{'name': 'lost', 'operations': ['pya'], 'expect': {}}]}");
        assertMistake("matrix.json: the row lost names pya, which operations.json lacks");

        write("matrix.json", "{'rows': []}");
        write("refund/accepted.json", "{}");
        assertMistake("operations.json: there is no line for refund");

        Files.delete(market.resolve("ask/answered.json"));
        assertMistake("operations.json: ask has no case answered");
    }

    private void assertMistake(String words) {
        String told = String.valueOf(assertThrows(CaseMistake.class, this::made).getMessage());
        assertEquals("conformance-tests/cases/" + market.getFileName() + "/" + words, told);
    }

    private Map<String, ObjectNode> made() throws IOException {
        return ExpandCases.ofMarket(market);
    }

    private ObjectNode made(String name) throws IOException {
        return Objects.requireNonNull(made().get(name), name);
    }

    /** Quotes are single ones where that reads better. */
    private void write(String name, String text) throws IOException {
        Path file = market.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text.replace('\'', '"'));
    }

    private ObjectNode json(String text) throws IOException {
        Path file = Files.createTempFile(market, "wanted", ".json");
        Files.writeString(file, text.replace('\'', '"'));
        ObjectNode json = CaseJson.read(file);
        Files.delete(file);
        return json;
    }
}
