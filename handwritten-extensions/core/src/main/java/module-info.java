import org.jspecify.annotations.NullMarked;

/**
 * What every market needs and no spec can say: the payment flow, transport, tokens, encryption, callbacks. What a
 * merchant names of it is the base of the builders and the keys; everything else is for the SDK's own modules, and
 * promises nothing.
 */
@NullMarked
@SuppressWarnings("module") // A user of one market does not have the others.
module io.github.mpesasdk.core {
    requires transitive io.github.mpesasdk.runtime;
    requires transitive okhttp3;
    requires org.bouncycastle.provider;

    exports io.github.mpesasdk.core.client;
    exports io.github.mpesasdk.core.crypto;
    exports io.github.mpesasdk.journal;
    exports io.github.mpesasdk.core.callback to
            io.github.mpesasdk.drc,
            io.github.mpesasdk.kenya,
            io.github.mpesasdk.mozambique,
            io.github.mpesasdk.vodacom;
    exports io.github.mpesasdk.core.flow to
            io.github.mpesasdk.drc,
            io.github.mpesasdk.kenya,
            io.github.mpesasdk.mozambique,
            io.github.mpesasdk.vodacom;
    exports io.github.mpesasdk.core.input to
            io.github.mpesasdk.drc,
            io.github.mpesasdk.kenya,
            io.github.mpesasdk.mozambique,
            io.github.mpesasdk.vodacom;
    exports io.github.mpesasdk.core.message to
            io.github.mpesasdk.drc,
            io.github.mpesasdk.kenya,
            io.github.mpesasdk.mozambique,
            io.github.mpesasdk.vodacom;
    exports io.github.mpesasdk.core.settings to
            io.github.mpesasdk.drc,
            io.github.mpesasdk.journal.jdbc,
            io.github.mpesasdk.kenya,
            io.github.mpesasdk.mozambique,
            io.github.mpesasdk.vodacom;
    exports io.github.mpesasdk.core.token to
            io.github.mpesasdk.drc,
            io.github.mpesasdk.kenya,
            io.github.mpesasdk.mozambique,
            io.github.mpesasdk.vodacom;
    exports io.github.mpesasdk.core.transport to
            io.github.mpesasdk.drc,
            io.github.mpesasdk.kenya,
            io.github.mpesasdk.mozambique,
            io.github.mpesasdk.portalsdk,
            io.github.mpesasdk.vodacom;
}
