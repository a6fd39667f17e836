package io.github.mpesasdk.spring;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Mozambique's own API.
 *
 * @param environment Vodacom's sandbox, or production.
 * @param url another gateway, with its path: the embedded sandbox, or a proxy of your own.
 * @param apiKey of the account page.
 * @param publicKey of the environment: the text, or a file, with or without an {@code @} before it.
 * @param serviceProvider the short code that is paid, pays out, and asks.
 * @param initiator who reverses payments.
 * @param origin the Origin header.
 * @param callbacks where outcomes arrive; the address itself is registered with the account.
 * @param client how the client behaves.
 * @param tenants more clients, by name.
 */
@ConfigurationProperties("mpesa.mozambique")
public record MozambiqueProperties(
        @Nullable GatewayEnvironment environment,
        @Nullable URI url,
        @Nullable String apiKey,
        @Nullable String publicKey,
        @Nullable String serviceProvider,
        @Nullable Initiator initiator,
        @Nullable String origin,
        @Nullable CallbackProperties callbacks,
        @Nullable ClientProperties client,
        @Nullable Map<String, MozambiqueProperties> tenants)
        implements MarketProperties<MozambiqueProperties> {

    private static final MozambiqueProperties NOTHING =
            new MozambiqueProperties(null, null, null, null, null, null, null, null, null, null);

    /**
     * Who reverses payments.
     *
     * @param identifier its name, as Vodacom gave it.
     * @param securityCredential its credential, as Vodacom gave it.
     */
    public record Initiator(
            @Nullable String identifier, @Nullable String securityCredential) {

        @Override
        public String toString() {
            return "Initiator[identifier=" + identifier + "]";
        }
    }

    @Override
    public boolean isConfigured() {
        MozambiqueProperties own = new MozambiqueProperties(
                environment, url, apiKey, publicKey, serviceProvider, initiator, origin, callbacks, client, null);
        return !own.equals(NOTHING);
    }

    @Override
    public String toString() {
        return "MozambiqueProperties[environment=" + environment + ", url=" + url + ", tenants=" + named().keySet()
                + "]";
    }
}
