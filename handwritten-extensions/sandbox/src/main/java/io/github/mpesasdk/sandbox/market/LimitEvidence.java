package io.github.mpesasdk.sandbox.market;

import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;

/** What {@code x-limit-evidence} says of the limits of a field. */
final class LimitEvidence {

    private LimitEvidence() {}

    /** Whether the gateway enforces a limit: one that only documents state is a rule for clients. */
    static boolean isEnforced(Schema<?> schema, String limit) {
        if (schema.getExtensions() == null
                || !(schema.getExtensions().get("x-limit-evidence") instanceof Map<?, ?> grades)) {
            return true;
        }
        Object grade = grades.get(limit);
        return grade == null || grade.equals("captured");
    }
}
