package io.github.mpesasdk.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.github.mpesasdk.core.outcome.Decoded;
import io.github.mpesasdk.error.UnreadableBodyException;
import io.github.mpesasdk.kenya.Callbacks;
import io.github.mpesasdk.kenya.Daraja;
import io.github.mpesasdk.kenya.KenyaCallback;
import io.github.mpesasdk.kenya.KenyaDecoder;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Gives every callback case to the decoder, and to the receiver under an address of the kind that the case names. */
class CallbackCasesTest {

    private static final Spec SPEC = Spec.read("daraja/openapi.yaml");
    private static final String ADDRESS = "/callbacks/0123456789abcdef0123456789abcdef";

    @TestFactory
    Stream<DynamicTest> cases() {
        return ConformanceCase.ofMarket("kenya").stream()
                .filter(ConformanceCase::isCallback)
                .map(each ->
                        DynamicTest.dynamicTest(each.toString(), () -> assertAll(each.toString(), () -> play(each))));
    }

    private static void play(ConformanceCase played) {
        String body = played.given().has("body")
                ? played.given().get("body").toString()
                : played.given().get("text").getAsString();
        try (Daraja daraja = Daraja.builder()
                .at(URI.create("http://localhost:1"))
                .app("not-a-real-consumer-key", "not-a-real-consumer-secret")
                .build()) {
            if (played.expect().has("error")) {
                assertUnreadable(played, daraja.callbacks(), body);
            } else if (played.subject().endsWith("Timeout")) {
                assertTimeout(played, daraja.callbacks(), body);
            } else {
                assertDecoded(played, body);
                assertNoLeak(played, daraja.callbacks().receive(ADDRESS, body).toString());
            }
        }
    }

    private static void assertUnreadable(ConformanceCase played, Callbacks callbacks, String body) {
        UnreadableBodyException decoding = assertThrows(UnreadableBodyException.class, () -> KenyaDecoder.decode(body));
        UnreadableBodyException receiving =
                assertThrows(UnreadableBodyException.class, () -> callbacks.receive(ADDRESS, body));
        assertEquals(Optional.empty(), new Leaks(SPEC, played).in(decoding));
        assertEquals(Optional.empty(), new Leaks(SPEC, played).in(receiving));
        assertFalse(body.length() > 3 && String.valueOf(decoding.getMessage()).contains(body), "quotes the body");
    }

    // Only its address tells a time-out for certain, and the decoder of a bare body does not know it.
    private static void assertTimeout(ConformanceCase played, Callbacks callbacks, String body) {
        Callbacks.Received received = callbacks.receive(ADDRESS + "/timeout", body);
        assertInstanceOf(KenyaCallback.QueueTimeout.class, received.event());
        assertEquals("queueTimeout", played.expect().get("kind").getAsString());
        assertEquals("unknown", played.expect().get("outcome").getAsString());
        assertNoLeak(played, received.toString());
    }

    private static void assertDecoded(ConformanceCase played, String body) {
        Decoded decoded = KenyaDecoder.decode(body);
        assertEquals(List.of(), JsonMatch.subset(played.expect(), normalForm(decoded)));
        assertNoLeak(played, decoded.toString());
    }

    private static void assertNoLeak(ConformanceCase played, String text) {
        Optional<String> leak = new Leaks(SPEC, played).in(text);
        assertEquals(Optional.empty(), leak, () -> "shown in " + text);
    }

    private static JsonObject normalForm(Decoded decoded) {
        JsonObject form = new JsonObject();
        form.addProperty("kind", decoded.kind());
        form.addProperty("outcome", decoded.outcome().name().toLowerCase(Locale.ROOT));
        form.addProperty("resultCode", decoded.resultCode());
        form.addProperty("description", decoded.description());
        form.add("ids", new Gson().toJsonTree(decoded.ids()));
        form.add("values", new Gson().toJsonTree(decoded.values()));
        form.add("other", decoded.other());
        return form;
    }
}
