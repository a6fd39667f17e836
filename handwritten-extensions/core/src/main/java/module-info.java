import org.jspecify.annotations.NullMarked;

/** What every market needs and no spec can say: the payment flow, transport, tokens, encryption, callbacks. */
@NullMarked
module io.github.mpesasdk.core {
    requires transitive io.github.mpesasdk.runtime;
    requires transitive okhttp3;
    requires org.bouncycastle.provider;

    exports io.github.mpesasdk.core.callback;
    exports io.github.mpesasdk.core.client;
    exports io.github.mpesasdk.core.crypto;
    exports io.github.mpesasdk.core.flow;
    exports io.github.mpesasdk.core.input;
    exports io.github.mpesasdk.core.message;
    exports io.github.mpesasdk.core.settings;
    exports io.github.mpesasdk.core.token;
    exports io.github.mpesasdk.core.transport;
}
