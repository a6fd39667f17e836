package io.github.mpesasdk.core.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.internal.Streams;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.mpesasdk.core.message.GuardedJson.NotOneObjectException;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our reader of JSON takes what Gson's reader takes unless it is told to be lenient, and reads the same out of it. */
class GuardedJsonTest {

    private static final int ROUNDS = 200_000;
    private static final String[] MESSAGES = {
        "{\"Body\":{\"stkCallback\":{\"ResultCode\":0,\"Amount\":1.00,\"Items\":[{\"Name\":\"A\",\"Value\":-1.5e+3},[],{}]}}}",
        "{ \"a\" : [ true , false, null, \"\\u00e9\\n\\\"\\\\\\/\", 0, -0, 10, 0.1 ] ,\r\n\t\"b\":{} }",
        "{\"errorCode\":\"500.001.1001\",\"errorMessage\":\"Bad \\ud83d\\ude00 \u20ac\",\"n\":12345678901234567890}"
    };
    private static final String PIECES = "{}[],:\"'\\ \n\t0123456789-+.eEtrufalsnTN/;=#\u20ac\u0000";

    @Test
    void whateverGsonReadsIsReadAlikeAndWhateverItRefusesIsRefused() {
        Random random = new Random(17);
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String text = mutated(random, MESSAGES[random.nextInt(MESSAGES.length)]);
            Optional<JsonObject> ours = ours(text);
            Optional<JsonElement> gson = gson(text);
            // Gson takes a key twice; that is the one thing that only we refuse.
            if (ours.isPresent() || gson.isEmpty() || !hasKeyTwice(text)) {
                assertEquals(gson.map(JsonElement::toString), ours.map(JsonElement::toString), text);
            }
            read += ours.isPresent() ? 1 : 0;
        }
        assertTrue(read > ROUNDS / 20, "only " + read + " of the texts could be read at all");
    }

    private static String mutated(Random random, String message) {
        StringBuilder text = new StringBuilder(message);
        for (int change = random.nextInt(3); change > 0; change--) {
            int at = random.nextInt(text.length());
            char piece = PIECES.charAt(random.nextInt(PIECES.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, piece);
                case 1 -> text.insert(at, piece);
                default -> text.deleteCharAt(at);
            }
        }
        return text.toString();
    }

    private static Optional<JsonObject> ours(String text) {
        try {
            return Optional.of(GuardedJson.read(text));
        } catch (NotOneObjectException refused) {
            return Optional.empty();
        }
    }

    private static Optional<JsonElement> gson(String text) {
        JsonReader in = new JsonReader(new StringReader(text));
        in.setStrictness(Strictness.LEGACY_STRICT);
        try {
            JsonElement element = Streams.parse(in);
            return in.peek() == JsonToken.END_DOCUMENT && element.isJsonObject()
                    ? Optional.of(element)
                    : Optional.empty();
        } catch (JsonParseException | IllegalStateException | IOException broken) {
            return Optional.empty();
        }
    }

    private static boolean hasKeyTwice(String text) {
        try {
            GuardedJson.read(text);
            return false;
        } catch (NotOneObjectException refused) {
            return refused.reason().contains("twice");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1}{\"b\":2}",
                "{\"a\":1} x",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":1,}",
                "{\"a\":[1,]}",
                "{\"a\" 1}",
                "{'a':1}",
                "{\"a\":1 /* no */}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"a\":1"
            })
    void whatCanBeReadInTwoWaysIsRefused(String text) {
        assertThrows(NotOneObjectException.class, () -> GuardedJson.read(text));
    }

    @Test
    void digitsStayAsTheyCame() throws NotOneObjectException {
        String text = "{\"a\":1.00,\"b\":1E+400,\"c\":-0,\"d\":12345678901234567890123}";
        assertEquals(text, GuardedJson.read(text).toString());
    }

    @Test
    void nestingHasItsLimit() throws NotOneObjectException {
        assertTrue(GuardedJson.read(nested(GuardedJson.DEEPEST)).has("a"));
        assertThrows(NotOneObjectException.class, () -> GuardedJson.read(nested(GuardedJson.DEEPEST + 1)));
        assertThrows(NotOneObjectException.class, () -> GuardedJson.read(nested(100_000)));
    }

    private static String nested(int levels) {
        return "{\"a\":".repeat(levels) + "1" + "}".repeat(levels);
    }
}
