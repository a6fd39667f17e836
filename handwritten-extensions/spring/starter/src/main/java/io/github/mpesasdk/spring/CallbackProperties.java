package io.github.mpesasdk.spring;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the gateway of one client reports, and what proves it.
 *
 * @param url the public address of this application, for example {@code https://shop.example}; the path is appended.
 *     Default: {@code mpesa.callbacks.url}.
 * @param path the path of the endpoint, within the application. Default: {@code /pay/} and the market, and the name of
 *     the tenant behind it. Safaricom takes no address with "mpesa" in it.
 * @param key proves callbacks; at least 32 characters, the same in all processes. Default: {@code mpesa.callbacks.key}.
 * @param olderKeys keys that were used before, and still prove callbacks.
 */
public record CallbackProperties(
        @Nullable URI url,
        @Nullable String path,
        @Nullable String key,
        @Nullable List<String> olderKeys) {

    static final CallbackProperties NONE = new CallbackProperties(null, null, null, null);

    static CallbackProperties orNone(@Nullable CallbackProperties given) {
        return given == null ? NONE : given;
    }

    @Override
    public String toString() {
        return "CallbackProperties[url=" + url + ", path=" + path + "]";
    }
}
