import org.jspecify.annotations.NullMarked;

/** Mozambique: Vodacom's own API, as a client that reads well. */
@NullMarked
module io.github.mpesasdk.mozambique {
    requires transitive io.github.mpesasdk.core;
    requires transitive io.github.mpesasdk.mozambiqueapi;

    exports io.github.mpesasdk.mozambique;
}
