import org.jspecify.annotations.NullMarked;

/** Vodacom DRC: its SOAP gateway, as a client that reads well. */
@NullMarked
module io.github.mpesasdk.drc {
    requires transitive io.github.mpesasdk.core;
    requires transitive io.github.mpesasdk.drcapi;
    requires java.xml;

    exports io.github.mpesasdk.drc;
}
