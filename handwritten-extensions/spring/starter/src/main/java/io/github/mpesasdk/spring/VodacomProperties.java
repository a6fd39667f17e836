package io.github.mpesasdk.spring;

import io.github.mpesasdk.vodacomapi.model.Market;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Tanzania, Ghana, Lesotho, the DRC and Mozambique: the M-Pesa OpenAPI. A country more is a tenant.
 *
 * @param environment the sandbox, or production.
 * @param url another gateway: the embedded sandbox, or a proxy of your own.
 * @param market the country.
 * @param currency another currency of the market than the usual one.
 * @param apiKey of the application in the portal.
 * @param publicKey of the environment: the text, or a file, with or without an {@code @} before it.
 * @param serviceProvider the short code of the business.
 * @param origin the Origin header, as the application was registered.
 * @param sessionLife how long a session is used.
 * @param activationPatience for how long a new session that the gateway refuses is tried again.
 * @param callbacks where outcomes arrive; the address itself is registered in the portal.
 * @param client how the client behaves.
 * @param tenants more clients, by name.
 */
@ConfigurationProperties("mpesa.vodacom")
public record VodacomProperties(
        @Nullable GatewayEnvironment environment,
        @Nullable URI url,
        @Nullable Market market,
        @Nullable String currency,
        @Nullable String apiKey,
        @Nullable String publicKey,
        @Nullable String serviceProvider,
        @Nullable String origin,
        @Nullable Duration sessionLife,
        @Nullable Duration activationPatience,
        @Nullable CallbackProperties callbacks,
        @Nullable ClientProperties client,
        @Nullable Map<String, VodacomProperties> tenants)
        implements MarketProperties<VodacomProperties> {

    private static final VodacomProperties NOTHING =
            new VodacomProperties(null, null, null, null, null, null, null, null, null, null, null, null, null);

    @Override
    public boolean isConfigured() {
        VodacomProperties own = new VodacomProperties(
                environment,
                url,
                market,
                currency,
                apiKey,
                publicKey,
                serviceProvider,
                origin,
                sessionLife,
                activationPatience,
                callbacks,
                client,
                null);
        return !own.equals(NOTHING);
    }

    @Override
    public String toString() {
        return "VodacomProperties[environment=" + environment + ", url=" + url + ", market=" + market + ", tenants="
                + named().keySet() + "]";
    }
}
