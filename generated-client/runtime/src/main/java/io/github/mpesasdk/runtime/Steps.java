package io.github.mpesasdk.runtime;

/**
 * The step trick of generated builders. A builder implements one small interface for each required field; the type that
 * {@code builder()} answers with strings them together, so that the compiler asks for the fields one after the other
 * and none can be forgotten. At run time every step is the same object.
 */
public final class Steps {

    private Steps() {}

    /** The builder, seen as its first step. Called by generated code only. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public static <S> S first(Object builder) {
        return (S) builder;
    }
}
