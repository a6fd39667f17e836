package io.github.mpesasdk.runtime;

/**
 * The step trick of generated drafts. A draft implements one small interface for each value that must be given; the
 * type that a caller sees strings them together, so that the compiler asks for the values one after the other and none
 * can be forgotten. At run time every step is the same object.
 */
public interface Steps {

    /** A draft, seen as its first step. Called by generated code only. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <S> S first(Object draft) {
        return (S) draft;
    }
}
