package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.cli.conformance.JsonMatch;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what the caller of an operation saw with what a case says that he must see. */
final class Expectation {

    private final MarketCases market;
    private final ConformanceCase played;
    private final List<WireRequest> sent;
    private final JsonObject expect;

    Expectation(MarketCases market, ConformanceCase played, List<WireRequest> sent) {
        this.market = market;
        this.played = played;
        this.sent = sent;
        this.expect = played.expect();
    }

    void check(Observed observed) {
        if (expect.has("returned")) {
            assertNull(observed.error(), observed::toString);
            checkReturned(observed.returned());
        } else {
            assertNull(observed.returned(), "an answer was returned where an error was due");
            checkError(observed.error());
        }
    }

    private void checkReturned(@Nullable JsonObject returned) {
        assertNotNull(returned);
        assertEquals(List.of(), JsonMatch.subset(expect.get("returned"), returned));
        if (expect.has("outcome")) {
            JsonObject answer =
                    played.answers().get(Math.min(sent.size(), played.answers().size()) - 1);
            Decoded decoded = market.market().decode(asSent(Payload.text(answer).orElseThrow()));
            assertEquals(
                    expect.get("outcome").getAsString(),
                    decoded.outcome().name().toLowerCase(Locale.ROOT));
        }
    }

    private void checkError(@Nullable MpesaException error) {
        assertNotNull(error);
        assertEquals(expect.get("error").getAsString(), Observed.errorWord(error), error::getMessage);
        assertNothingLeaks(error);
        ConformanceCase.text(expect, "code")
                .ifPresent(code -> assertEquals(code, error.code().orElseThrow().value()));
        ConformanceCase.text(expect, "kind")
                .ifPresent(kind -> assertEquals(
                        kind, error.code().orElseThrow().kind().name().toLowerCase(Locale.ROOT)));
        messageParts(expect)
                .forEach(part -> assertTrue(
                        String.valueOf(error.getMessage()).contains(part),
                        () -> "the message lacks " + part + ": " + error.getMessage()));
        ConformanceCase.text(expect, "referenceField").ifPresent(field -> checkReference(error, field));
        if (expect.has("fields")) {
            checkViolations((InvalidInputException) error);
        }
    }

    /** What the message of the error must contain. */
    static List<String> messageParts(JsonObject expect) {
        JsonArray parts = expect.has("messageContains") ? expect.getAsJsonArray("messageContains") : new JsonArray();
        return parts.asList().stream().map(JsonElement::getAsString).toList();
    }

    private void checkReference(MpesaException error, String field) {
        Reference reference = error.incident().reference().orElseThrow();
        assertEquals(field, reference.field());
        assertEquals(
                sent.get(0).content().get(field).getAsString(),
                reference.value(),
                "the reference must be what was sent");
    }

    private void checkViolations(InvalidInputException error) {
        Set<String> named = error.violations().stream()
                .flatMap(violation -> Arrays.stream(violation.wireName().split(" or ", -1)))
                .collect(Collectors.toSet());
        Set<String> expected = expect.getAsJsonArray("fields").asList().stream()
                .map(JsonElement::getAsString)
                .collect(Collectors.toSet());
        assertEquals(expected, named, "the fields that break a rule");
    }

    private void assertNothingLeaks(MpesaException error) {
        Leaks leaks = new Leaks(market, played);
        Optional<String> leak = leaks.in(error);
        assertTrue(leak.isEmpty(), () -> "the error shows the sensitive value of " + leak.orElse(""));
    }

    // What an answer repeats of a request stands in a case as {"$sent": field}; a decoder is given a text there.
    private static String asSent(String body) {
        return body.replaceAll("\\{\\s*\"\\$sent\"\\s*:\\s*(\"[^\"]*\")\\s*}", "$1");
    }
}
