package io.github.mpesasdk.conformance;

import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.core.crypto.EncryptionKey;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * What a client is built with for one case.
 *
 * @param setup who plays
 * @param gateway where, without the base path of the setup
 * @param encryption under what secrets are encrypted, or null for a client that cannot
 * @param retries how questions are repeated
 * @param clock what time it is
 * @param httpClient a client of the harness, or null
 */
public record TestEnvironment(
        Setup setup,
        URI gateway,
        @Nullable EncryptionKey encryption,
        RetryPolicy retries,
        Clock clock,
        @Nullable OkHttpClient httpClient) {

    /** How long a client waits for one answer. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The address of the gateway with its base path. */
    public URI base() {
        return URI.create(gateway + setup.base());
    }

    @Override
    public String toString() {
        return "TestEnvironment[" + gateway + "]";
    }
}
