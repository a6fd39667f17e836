package io.github.mpesasdk.conformance.record;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.TypeAdapter;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.conformance.ConformanceCase;
import io.github.mpesasdk.conformance.Observed;
import io.github.mpesasdk.conformance.PayloadCheck;
import io.github.mpesasdk.conformance.Spec;
import io.github.mpesasdk.conformance.SpecOperation;
import io.github.mpesasdk.daraja.DarajaApi;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Writes a recording: the case as it was played, with the gateway's redacted answer and what the caller saw. */
final class RecordingWriter {

    private static final String MASK = "***";

    private final Redactor redactor;
    private final PayloadCheck check;
    private final RecorderSettings settings;
    private final LocalDate today;

    RecordingWriter(Spec spec, RecorderSettings settings, LocalDate today) {
        this.redactor = new Redactor(spec, Spec.read("daraja/codes.yaml"));
        this.check = new PayloadCheck(spec);
        this.settings = settings;
        this.today = today;
    }

    /** The recording of one answer. */
    JsonObject recording(
            ConformanceCase played,
            SpecOperation operation,
            WireTap.Heard heard,
            Observed observed,
            Substitution substitution) {
        JsonObject answer = answer(played, operation, heard, substitution);
        JsonObject recording = new JsonObject();
        recording.addProperty("description", "What a gateway answered to the input of " + played + ".");
        recording.add("provenance", provenance());
        recording.add("given", played.given());
        recording.add("request", played.request());
        recording.add("answer", answer);
        recording.add("expect", expect(played.subject(), observed, answer));
        return recording;
    }

    private JsonObject provenance() {
        JsonObject provenance = new JsonObject();
        provenance.addProperty("grade", "recorded");
        provenance.addProperty("source", "A run of the recorder of this project");
        provenance.addProperty(
                "note", "Sent with credentials, parties, ids and a time of the recorder's own; redacted by the spec.");
        provenance.addProperty("recordedOn", today.toString());
        provenance.addProperty("host", settings.gateway().getHost());
        return provenance;
    }

    private JsonObject answer(
            ConformanceCase played, SpecOperation operation, WireTap.Heard heard, Substitution substitution) {
        JsonObject answer = new JsonObject();
        answer.addProperty("status", heard.status());
        Optional<JsonObject> body = heard.json();
        if (body.isEmpty()) {
            answer.addProperty("text", heard.body().isBlank() ? "" : MASK);
            return answer;
        }
        String schema = operation.answerSchema(heard.status());
        JsonElement redacted = redactor.redacted(substitution.open(body.get()), schema, publicIn(played)::contains);
        if (!check.objections(redacted, schema).isEmpty()) {
            // Not what the spec says. One of the two has to be corrected when the recording becomes a case.
            answer.addProperty("malformed", true);
        }
        answer.add("body", redacted);
        return answer;
    }

    /** What the case itself says is public, for cases are. */
    private static Set<String> publicIn(ConformanceCase played) {
        Set<String> texts = new HashSet<>();
        collect(played.json(), texts);
        return texts;
    }

    private static void collect(JsonElement value, Set<String> texts) {
        if (value instanceof JsonObject object) {
            object.entrySet().forEach(field -> collect(field.getValue(), texts));
        } else if (value instanceof JsonArray list) {
            list.forEach(each -> collect(each, texts));
        } else if (value.isJsonPrimitive()) {
            texts.add(value.getAsString());
        }
    }

    // What came under another name is returned under that of the spec.
    private static JsonElement returned(String operationId, JsonElement body) {
        return DarajaApi.OPERATIONS.stream()
                .filter(operation -> operation.id().equals(operationId))
                .findFirst()
                .map(operation -> inWordsOfTheSpec(operation.answerAdapter(), body))
                .orElse(body);
    }

    private static <A> JsonElement inWordsOfTheSpec(TypeAdapter<A> adapter, JsonElement body) {
        return adapter.toJsonTree(adapter.fromJsonTree(body));
    }

    private static JsonObject expect(String operationId, Observed observed, JsonObject answer) {
        JsonObject expect = new JsonObject();
        MpesaException error = observed.error();
        if (error == null) {
            expect.add("returned", returned(operationId, answer.get("body")));
        } else {
            expect.addProperty("error", Observed.errorWord(error));
            error.code().ifPresent(code -> {
                expect.addProperty("code", code.value());
                expect.addProperty("kind", code.kind().name().toLowerCase(Locale.ROOT));
            });
            error.incident()
                    .reference()
                    .filter(reference -> Observed.errorWord(error).equals("unknown"))
                    .ifPresent(reference -> expect.addProperty("referenceField", reference.field()));
        }
        boolean mayBeAskedAgain = error != null && Observed.errorWord(error).equals("no-answer");
        expect.addProperty(mayBeAskedAgain ? "requestsAtMost" : "requests", mayBeAskedAgain ? 5 : 1);
        return expect;
    }
}
