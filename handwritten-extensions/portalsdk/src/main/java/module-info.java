import org.jspecify.annotations.NullMarked;

/** The classes of the Vodacom portal's own Java SDK, over a transport that sends once. */
@NullMarked
module io.github.mpesasdk.portalsdk {
    requires transitive io.github.mpesasdk.core;

    exports io.github.mpesasdk.portalsdk;
}
