package io.github.mpesasdk.speccheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Holds cases to the schemas that stand beside them: as people write them, and in full. */
final class CaseForms {

    private static final String BASE = "https://mpesa.example/cases/";
    private static final String FULL = "case.schema.json";
    private static final String SHORT = "short-case.schema.json";

    private final SchemaCheck schemas;

    CaseForms(Path cases) throws IOException {
        schemas = new SchemaCheck(
                Map.of(
                        BASE + FULL, Files.readString(cases.resolve(FULL)),
                        BASE + SHORT, Files.readString(cases.resolve(SHORT))),
                Dialects.getDraft202012());
    }

    /** What is wrong with the form in which a case is written. */
    List<Mistake> ofWritten(JsonNode written, BiFunction<String, String, Mistake> mistake) {
        return LikeCase.isOne(written)
                ? check(SHORT, "likeCase", written, mistake)
                : check(isCallback(written) ? FULL : SHORT, form(written), written, mistake);
    }

    /** What is wrong with the form of a full case. */
    List<Mistake> ofFull(JsonNode full, BiFunction<String, String, Mistake> mistake) {
        return check(FULL, form(full), full, mistake);
    }

    /** Which of the forms it is to have is plain, so that nothing is said of the others. */
    private static String form(JsonNode one) {
        return isCallback(one) ? "callbackCase" : "operationCase";
    }

    private List<Mistake> check(
            String document, String form, JsonNode one, BiFunction<String, String, Mistake> mistake) {
        return schemas.checkAt(BASE + document + "#/$defs/" + form, one, mistake).stream()
                .distinct()
                .toList();
    }

    private static boolean isCallback(JsonNode one) {
        return one.path("given").has("callback");
    }

    /** The first mistakes of many, which mostly have one cause. */
    static Stream<Mistake> first(List<Mistake> mistakes) {
        return mistakes.stream().limit(5);
    }
}
