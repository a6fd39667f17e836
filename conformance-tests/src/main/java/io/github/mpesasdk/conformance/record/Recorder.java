package io.github.mpesasdk.conformance.record;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.conformance.ConformanceCase;
import io.github.mpesasdk.conformance.KenyaUnderTest;
import io.github.mpesasdk.conformance.Observed;
import io.github.mpesasdk.conformance.Spec;
import io.github.mpesasdk.conformance.SpecOperation;
import io.github.mpesasdk.conformance.TestEnvironment;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Plays recordable cases against a gateway, one after the other, and makes recordings of what it answers. */
final class Recorder {

    private static final String ENCRYPTED = "$encrypted";

    private final RecorderSettings settings;
    private final Spec spec;
    private final RecordingWriter writer;
    private final OwnValues ownValues;
    private final Map<String, String> substitutes;

    Recorder(RecorderSettings settings, LocalDate today) {
        this.settings = settings;
        this.substitutes = new HashMap<>(settings.substitutes());
        this.ownValues = new OwnValues(settings);
        this.spec = Spec.read("daraja/openapi.yaml");
        this.writer = new RecordingWriter(spec, settings, today);
    }

    /**
     * What came of playing one case.
     *
     * @param recording a case made of the gateway's answer; null where there is none
     * @param remark what happened, in a line without anything secret
     */
    record Take(@Nullable JsonObject recording, String remark) {}

    /** Plays one case, once. */
    Take record(ConformanceCase played) {
        Optional<String> missing = missing(played);
        if (missing.isPresent()) {
            return new Take(null, "left out: " + missing.get() + " is not set");
        }
        SpecOperation operation = spec.operation(played.subject());
        takeNewReference(played, operation);
        WireTap tap = new WireTap(operation.path());
        OkHttpClient client = new OkHttpClient.Builder().addInterceptor(tap).build();
        JsonObject input = new Substitution(substitutes).own(played.given().getAsJsonObject("input"));
        TestEnvironment environment = new TestEnvironment(
                settings.setup(),
                settings.gateway(),
                settings.encryption(),
                RetryPolicy.NONE,
                Clock.systemUTC(),
                client);
        Observed observed = new KenyaUnderTest().play(environment, played.subject(), input);
        client.connectionPool().evictAll();
        if (tap.heard().size() != 1) {
            return new Take(null, "no recording: answered " + tap.heard().size() + " times; " + observed);
        }
        WireTap.Heard heard = tap.heard().get(0);
        learnIds(played, heard);
        JsonObject recording = writer.recording(played, operation, heard, observed, new Substitution(substitutes));
        return ownValues.areIn(recording.toString())
                ? new Take(null, "withheld: the recording would show something of your own")
                : new Take(recording, "recorded: HTTP " + heard.status());
    }

    /** The variable without which a case cannot be played. */
    private Optional<String> missing(ConformanceCase played) {
        boolean givesPassword = played.given().getAsJsonObject("input").has("Password");
        if (body(played).has("Password") && !givesPassword && !settings.hasPasskey()) {
            return Optional.of(RecorderSettings.PASSKEY);
        }
        return needsEncryption(played) && settings.encryption() == null
                ? Optional.of(RecorderSettings.CERTIFICATE)
                : Optional.empty();
    }

    private static boolean needsEncryption(ConformanceCase played) {
        return body(played).entrySet().stream()
                .map(Map.Entry::getValue)
                .anyMatch(value -> value instanceof JsonObject matcher && matcher.has(ENCRYPTED));
    }

    private static JsonObject body(ConformanceCase played) {
        return Optional.ofNullable(played.request())
                .map(request -> request.getAsJsonObject("body"))
                .orElseGet(JsonObject::new);
    }

    /** A reference that is no address must be new each time, or the gateway refuses the second recording. */
    private void takeNewReference(ConformanceCase played, SpecOperation operation) {
        operation
                .extension("x-reference")
                .map(field -> played.given().getAsJsonObject("input").get(field))
                .map(JsonElement::getAsString)
                .filter(reference -> !reference.startsWith("http"))
                .ifPresent(reference ->
                        substitutes.put(reference, UUID.randomUUID().toString()));
    }

    /** The ids that came take the place of those that the case says come, so that later cases ask by them. */
    private void learnIds(ConformanceCase played, WireTap.Heard heard) {
        JsonObject canned = played.answers().get(0).getAsJsonObject("body");
        JsonObject answer = heard.json().orElseGet(JsonObject::new);
        canned.entrySet().stream()
                .filter(field -> field.getKey().endsWith("ID") && answer.has(field.getKey()))
                .forEach(field -> substitutes.put(
                        field.getValue().getAsString(),
                        answer.get(field.getKey()).getAsString()));
    }
}
