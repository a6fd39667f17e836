package io.github.mpesasdk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.sandbox.market.Delay;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Whatever stands in a field, Kenya's gateway answers in its own words, and neither it nor a callback fails. */
class OddValuesInKenyaTest {

    private static final List<JsonElement> ODD = List.of(
            new JsonPrimitive("?!"),
            new JsonPrimitive("-1"),
            new JsonPrimitive("0"),
            new JsonPrimitive("1.005"),
            new JsonPrimitive("9".repeat(40)),
            new JsonPrimitive(-5),
            JsonNull.INSTANCE,
            new JsonObject());

    private static final Logger CALLBACKS = Logger.getLogger(CallbackQueue.class.getName());

    private final List<String> failures = new CopyOnWriteArrayList<>();

    @Test
    void everyFieldOfEveryRequestMayBeOdd() throws Exception {
        Handler handler = failuresOfCallbacks();
        CALLBACKS.addHandler(handler);
        assertAFailureIsNoticed();
        try (Sandbox sandbox = Sandbox.builder()
                        .acceptAnyCredential()
                        .callbackDelay(Duration.ZERO)
                        .promptTimeout(Duration.ofMillis(10))
                        .start();
                Receiver receiver = new Receiver()) {
            everyExample(new Merchant(sandbox.kenya(), receiver), receiver.url("/any"));
            assertTrue(sandbox.kenya().awaitCallbacks(Duration.ofMinutes(5)));
        } finally {
            CALLBACKS.removeHandler(handler);
        }
        assertEquals(List.of(), failures);
    }

    /** Else the test would pass whatever fails. */
    private void assertAFailureIsNoticed() {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try (CallbackQueue queue = new CallbackQueue(
                timer,
                Runnable::run,
                Clock.systemUTC(),
                Duration.ZERO,
                new Journal(),
                new Attempts(1, Duration.ofSeconds(1)),
                new CallbackSender(Set.of(), () -> {
                    throw new IllegalStateException("nothing is sent");
                }))) {
            queue.settle(Set.of(), Delay.of(Duration.ZERO), 0, () -> {
                throw new IllegalStateException("on purpose");
            });
            assertTrue(queue.await(Duration.ofSeconds(30)));
            assertEquals(1, failures.size(), failures::toString);
            failures.clear();
        } finally {
            timer.shutdownNow();
        }
    }

    private Handler failuresOfCallbacks() {
        return new Handler() {
            @Override
            public void publish(LogRecord failure) {
                failures.add(failure.getMessage() + ": " + failure.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
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
