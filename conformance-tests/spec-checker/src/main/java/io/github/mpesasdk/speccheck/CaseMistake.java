package io.github.mpesasdk.speccheck;

/** What is wrong with a case, or with the table or the matrix that it is made from. Stops the build. */
final class CaseMistake extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CaseMistake(String where, String words) {
        super(where + ": " + words);
    }

    CaseMistake(String where, String words, Throwable cause) {
        super(where + ": " + words, cause);
    }
}
