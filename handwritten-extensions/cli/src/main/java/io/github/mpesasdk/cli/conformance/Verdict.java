package io.github.mpesasdk.cli.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/**
 * What became of one case.
 *
 * @param name the case: {@code stkPush/lost-answer}
 * @param kind whether it passed
 * @param reasons how what happened differs from what the case wants; or why it was left out
 */
public record Verdict(String name, Kind kind, List<String> reasons) {

    /** Whether a case passed. */
    public enum Kind {
        PASSED("passed"),
        FAILED("failed"),
        LEFT_OUT("left out");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    static Verdict of(String name, List<String> differences) {
        return new Verdict(name, differences.isEmpty() ? Kind.PASSED : Kind.FAILED, differences);
    }

    /** For scripts. */
    public JsonObject json() {
        JsonArray why = new JsonArray();
        reasons.forEach(why::add);
        JsonObject json = new JsonObject();
        json.addProperty("case", name);
        json.addProperty("verdict", kind.toString());
        json.add("why", why);
        return json;
    }
}
