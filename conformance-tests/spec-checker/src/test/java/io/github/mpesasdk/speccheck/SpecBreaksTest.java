package io.github.mpesasdk.speccheck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What breaks those who read: answers and callbacks. What they send is in {@code ../edit-drill}. */
class SpecBreaksTest {

    private static final String SPEC = """
            openapi: 3.0.3
            info: {title: Shop, version: '1'}
            paths:
              /pay:
                post:
                  operationId: pay
                  responses:
                    '200':
                      description: Taken.
                      content: {application/json: {schema: {$ref: '#/components/schemas/Answer'}}}
                  callbacks:
                    outcome:
                      'https://shop.example/paid':
                        post:
                          operationId: paid
                          requestBody:
                            content: {application/json: {schema: {$ref: '#/components/schemas/Paid'}}}
                          responses: {'200': {description: Taken.}}
            components:
              schemas:
                Answer: {type: object, required: [code], properties: {code: {type: string, maxLength: 3}, id: {type: string}}}
                Paid: {type: object, properties: {id: {type: string}, state: {type: string, enum: [done, lost]}}}
            """;

    @Test
    void nothingBreaksWhereNothingChanged() throws IOException {
        assertEquals(List.of(), breaks("", ""));
    }

    @Test
    void aFieldThatIsGoneBreaks() throws IOException {
        assertEquals(List.of("pay, answer: id is gone"), breaks(", id: {type: string}}", "}"));
        assertEquals(List.of("paid, answer: id is gone"), breaks("{id: {type: string}, state", "{state"));
    }

    @Test
    void anotherTypeBreaks() throws IOException {
        assertEquals(
                List.of("pay, answer: id is of another type"), breaks("id: {type: string}}", "id: {type: integer}}"));
    }

    @Test
    void aValueThatIsGoneBreaksAndOneMoreDoesNot() throws IOException {
        assertEquals(List.of("paid, answer: state has no value lost any more"), breaks("[done, lost]", "[done]"));
        assertEquals(List.of(), breaks("[done, lost]", "[done, lost, held]"));
    }

    @Test
    void whatReadersBearDoesNotBreak() throws IOException {
        assertEquals(List.of(), breaks("maxLength: 3", "maxLength: 9"));
        assertEquals(List.of(), breaks("id: {type: string}}", "id: {type: string}, region: {type: string}}"));
    }

    @Test
    void anotherNameBreaks() throws IOException {
        assertEquals(List.of("pay is called charge now"), breaks("operationId: pay\n", "operationId: charge\n"));
        assertEquals(
                List.of("the schema Paid is gone"),
                SpecBreaks.between(
                        SPEC, SPEC.replace("schemas/Paid", "schemas/Settled").replace("Paid:", "Settled:")));
    }

    private static List<String> breaks(String from, String to) throws IOException {
        return SpecBreaks.between(SPEC, SPEC.replace(from, to));
    }
}
