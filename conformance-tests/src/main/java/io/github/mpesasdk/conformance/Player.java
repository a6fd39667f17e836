package io.github.mpesasdk.conformance;

import com.google.gson.JsonObject;
import io.github.mpesasdk.core.crypto.EncryptionKey;
import io.github.mpesasdk.core.transport.RetryPolicy;
import io.github.mpesasdk.error.MpesaException;
import io.github.mpesasdk.kenya.Daraja;
import io.github.mpesasdk.kenya.DarajaBuilder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Plays one operation case after the other through the SDK, each with a client of its own.
 *
 * @param setup who plays
 * @param gateway where
 * @param encryption under what the initiator's password is encrypted, or null for a client without an initiator
 * @param retries how questions are repeated
 * @param httpClient a client that listens in, or null
 */
public record Player(
        Setup setup,
        URI gateway,
        @Nullable EncryptionKey encryption,
        RetryPolicy retries,
        @Nullable OkHttpClient httpClient) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Sends an input, and tells what the caller sees. */
    public Observed play(String operation, JsonObject input, Clock clock) {
        DarajaBuilder builder = Daraja.builder()
                .at(gateway)
                .app(setup.consumerKey(), setup.consumerSecret())
                .payBill(setup.shortCode(), setup.passkey())
                .retries(retries)
                .timeout(PATIENCE)
                .clock(clock);
        if (encryption != null) {
            builder.initiator(setup.initiatorName(), setup.initiatorPassword(), encryption);
        }
        if (httpClient != null) {
            builder.httpClient(httpClient);
        }
        try (Daraja daraja = builder.build()) {
            return new Observed(daraja.call(operation, input), null);
        } catch (MpesaException error) {
            return new Observed(null, error);
        }
    }

    @Override
    public String toString() {
        return "Player[" + gateway + "]";
    }
}
