package io.github.mpesasdk.cli.market;

import com.google.gson.JsonObject;
import io.github.mpesasdk.CallSettings;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One operation to send. {@code toString} hides input and credentials.
 *
 * @param operationId one of the market's
 * @param input wire names and values
 * @param settings what is particular to this call
 * @param gateway where to send it; null for the operator's own address
 * @param production whether the operator's own address is the one for real money
 * @param credentials each credential that was given, by its name
 */
public record Call(
        String operationId,
        JsonObject input,
        CallSettings settings,
        @Nullable URI gateway,
        boolean production,
        Function<Credential, Optional<String>> credentials) {

    /**
     * A credential without which nothing can be sent.
     *
     * @throws BadInputException naming both ways to give it
     */
    String required(Credential credential, String market) {
        return credentials
                .apply(credential)
                .orElseThrow(() -> new BadInputException("Nothing was sent: set " + credential.variable(market)
                        + ", or give " + credential.option() + "."));
    }

    @Override
    public String toString() {
        return "Call[" + operationId + "]";
    }
}
