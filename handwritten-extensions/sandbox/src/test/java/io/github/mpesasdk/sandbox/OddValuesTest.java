package io.github.mpesasdk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Whatever stands in a field, the gateway answers in its own words, and neither it nor a callback fails. */
class OddValuesTest {

    private static final List<JsonElement> ODD = List.of(
            new JsonPrimitive("?!"),
            new JsonPrimitive("-1"),
            new JsonPrimitive("0"),
            new JsonPrimitive("1.005"),
            new JsonPrimitive("9".repeat(40)),
            new JsonPrimitive(-5),
            JsonNull.INSTANCE,
            new JsonObject());

    private final List<String> failures = new CopyOnWriteArrayList<>();

    @Test
    void everyFieldOfEveryRequestMayBeOdd() throws Exception {
        Thread.UncaughtExceptionHandler usual = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> failures.add(thread.getName() + ": " + e));
        try (Sandbox sandbox = Sandbox.builder()
                        .acceptAnyCredential()
                        .callbackDelay(Duration.ZERO)
                        .promptTimeout(Duration.ofMillis(10))
                        .start();
                Receiver receiver = new Receiver()) {
            everyExample(new Merchant(sandbox.kenya(), receiver), receiver.url("/any"));
            sandbox.kenya().awaitCallbacks(Duration.ofSeconds(20));
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(usual);
        }
        assertEquals(List.of(), failures);
    }

    private void everyExample(Merchant merchant, String url) throws Exception {
        String token = merchant.token();
        for (JsonObject example : examples(url)) {
            JsonObject usual = example.getAsJsonObject("body");
            for (String field : usual.keySet()) {
                for (JsonElement odd : ODD) {
                    JsonObject body = usual.deepCopy();
                    body.add(field, odd);
                    var answer = merchant.send(merchant.at(example.get("path").getAsString())
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                            .build());
                    if (answer.body().contains("the sandbox failed")) {
                        failures.add(example.get("operation") + " " + field + "=" + odd);
                    }
                }
            }
        }
    }

    private static List<JsonObject> examples(String url) {
        String text = Resource.text("page/examples.json")
                .replace("{{timestamp}}", "20260314092408")
                .replaceAll("\\{\\{(callback|[a-z]*Url|[a-z]*URL)}}", url)
                .replaceAll("\\{\\{\\w+}}", "600000");
        List<JsonObject> examples = new ArrayList<>();
        for (JsonElement example :
                JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("kenya")) {
            if (example.getAsJsonObject().has("body")) {
                examples.add(example.getAsJsonObject());
            }
        }
        return examples;
    }
}
