package io.github.mpesasdk.conformance.record;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mpesasdk.conformance.Setup;
import io.github.mpesasdk.conformance.Spec;
import io.github.mpesasdk.core.crypto.EncryptionKey;
import io.github.mpesasdk.core.crypto.PublicKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where to record, and as whom. {@code toString} hides the credentials.
 *
 * @param gateway the base URL
 * @param setup the credentials; what the environment does not give is the public value of the cases
 * @param encryption the certificate of the environment; without it, operations of an initiator are left out
 * @param hasPasskey without one, operations that need a Password are left out
 * @param substitutes what to put in place of the public values of the cases
 */
record RecorderSettings(
        URI gateway,
        Setup setup,
        @Nullable EncryptionKey encryption,
        boolean hasPasskey,
        Map<String, String> substitutes) {

    static final String BASE_URL = "MPESA_KENYA_BASE_URL";
    static final String PASSKEY = "MPESA_KENYA_PASSKEY";
    static final String CERTIFICATE = "MPESA_KENYA_CERTIFICATE";
    static final String REAL_MONEY = "MPESA_KENYA_REAL_MONEY";

    /**
     * Reads the variables that {@code setup.json} names, and a few of the recorder's own.
     *
     * @throws IllegalArgumentException if something is missing, or if real money would move unasked
     */
    static RecorderSettings from(Map<String, String> environment) {
        JsonObject file = Setup.file("kenya");
        JsonObject variables = file.getAsJsonObject("variables");
        JsonObject values = file.getAsJsonObject("values");
        variables.entrySet().forEach(variable -> given(environment, variable.getValue())
                .ifPresent(value -> values.addProperty(variable.getKey(), value)));
        demand(environment, variables.get("consumerKey"));
        demand(environment, variables.get("consumerSecret"));
        return new RecorderSettings(
                gateway(environment),
                Setup.ofMarket("kenya").with(values),
                given(environment, CERTIFICATE)
                        .map(RecorderSettings::certificate)
                        .orElse(null),
                given(environment, PASSKEY).isPresent(),
                substitutes(environment, file.getAsJsonObject("substitutes")));
    }

    /** Whether the gateway is on this machine. */
    boolean isLoopback() {
        return List.of("127.0.0.1", "localhost", "[::1]").contains(String.valueOf(gateway.getHost()));
    }

    private static URI gateway(Map<String, String> environment) {
        JsonElement servers = Spec.read("daraja/openapi.yaml").document().get("servers");
        String sandbox = url(servers, 0);
        String chosen = given(environment, BASE_URL).orElse(sandbox);
        URI production = URI.create(url(servers, 1));
        boolean isReal = String.valueOf(production.getHost())
                .equalsIgnoreCase(URI.create(chosen).getHost());
        if (isReal && !"yes".equals(environment.get(REAL_MONEY))) {
            throw new IllegalArgumentException(
                    "This is production: the cases would move real money. If you want that, set " + REAL_MONEY
                            + "=yes.");
        }
        return URI.create(chosen);
    }

    private static String url(JsonElement servers, int index) {
        return servers.getAsJsonArray().get(index).getAsJsonObject().get("url").getAsString();
    }

    private static Map<String, String> substitutes(Map<String, String> environment, JsonObject names) {
        Map<String, String> substitutes = new LinkedHashMap<>();
        names.entrySet().forEach(name -> given(environment, name.getValue())
                .ifPresent(value -> substitutes.put(name.getKey(), value)));
        return substitutes;
    }

    private static void demand(Map<String, String> environment, JsonElement variable) {
        if (given(environment, variable).isEmpty()) {
            throw new IllegalArgumentException("Nothing was sent: set " + variable.getAsString() + ".");
        }
    }

    private static Optional<String> given(Map<String, String> environment, JsonElement variable) {
        return given(environment, variable.getAsString());
    }

    private static Optional<String> given(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }

    private static EncryptionKey certificate(String textOrFile) {
        try {
            return textOrFile.startsWith("@")
                    ? PublicKeys.read(Files.readAllBytes(Path.of(textOrFile.substring(1))))
                    : PublicKeys.read(textOrFile);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return "RecorderSettings[" + gateway + ", ***]";
    }
}
