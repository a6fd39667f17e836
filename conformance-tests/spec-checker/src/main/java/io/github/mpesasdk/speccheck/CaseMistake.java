package io.github.mpesasdk.speccheck;

import java.util.Optional;

/** What is wrong with a case, or with the table or the matrix that it is made from. Stops the build. */
final class CaseMistake extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String where;
    private final String pointer;
    private final String words;

    CaseMistake(String where, String words) {
        this(where, "", words);
    }

    /** @param pointer to the value of the case that is wrong */
    CaseMistake(String where, String pointer, String words) {
        super(where + ": " + words);
        this.where = where;
        this.pointer = pointer;
        this.words = words;
    }

    CaseMistake(String where, String words, Throwable cause) {
        this(where, "", words);
        initCause(cause);
    }

    /** The same with its line, if it is one of this file. */
    Optional<Mistake> in(SpecDocument file) {
        return where.equals(file.file()) ? Optional.of(file.mistake(pointer, words)) : Optional.empty();
    }
}
