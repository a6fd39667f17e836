package io.github.mpesasdk.speccheck;

/** JSON pointers as text: {@code /components/schemas/Amount}. */
final class Pointers {

    private Pointers() {}

    /** The pointer to a value of an object. */
    static String child(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** The last key of a pointer. */
    static String last(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }
}
