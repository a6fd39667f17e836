import org.jspecify.annotations.NullMarked;

/** Kenya: Safaricom's Daraja, as a client that reads well. */
@NullMarked
module io.github.mpesasdk.kenya {
    requires transitive io.github.mpesasdk.core;
    requires transitive io.github.mpesasdk.daraja;

    exports io.github.mpesasdk.kenya;
}
