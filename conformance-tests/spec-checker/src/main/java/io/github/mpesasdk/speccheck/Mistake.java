package io.github.mpesasdk.speccheck;

/**
 * What is wrong in a spec, and where.
 *
 * @param file the spec, from the top of the checkout
 * @param line its line, the first one being 1
 * @param words what is wrong
 */
record Mistake(String file, int line, String words) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + words;
    }
}
