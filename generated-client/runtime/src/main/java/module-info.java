import org.jspecify.annotations.NullMarked;

/** What every generated client compiles against: adapters, rules, operations, code catalogues and the error family. */
@NullMarked
module io.github.mpesasdk.runtime {
    requires transitive com.google.gson;
    requires transitive org.jspecify;

    exports io.github.mpesasdk;
    exports io.github.mpesasdk.runtime;
}
