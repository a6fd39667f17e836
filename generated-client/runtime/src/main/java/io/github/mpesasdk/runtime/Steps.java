package io.github.mpesasdk.runtime;

import io.github.mpesasdk.Draft;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The step trick of generated drafts. A draft implements one small interface for each value that must be given; the
 * type that a caller sees strings them together, so that the compiler asks for the values one after the other and none
 * can be forgotten. At run time every step is the same object.
 */
public interface Steps {

    /**
     * What a caller's lambda says about one call. It is given the draft of this call as its first step, and must return
     * the same draft: one that was kept from an earlier call would pay a second time. Called by generated code only.
     */
    @SuppressWarnings("unchecked")
    static <S> Draft.Content described(@Nullable Function<S, ? extends @Nullable Draft<?>> describe, Draft<?> draft) {
        if (describe == null) {
            return Draft.Content.undescribed("is null: give one that sets the values of the call");
        }
        Draft<?> said = describe.apply((S) draft);
        if (said == null) {
            return Draft.Content.undescribed("returned null: return what the last method of its argument returns");
        }
        return said == draft
                ? draft.content()
                : Draft.Content.undescribed(
                        "returned the draft of another call: a draft is sent once, so set the values anew");
    }
}
