package io.github.mpesasdk.spring;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The DRC's SOAP gateway.
 *
 * @param environment the test gateway, or production.
 * @param url another gateway, for all calls: the embedded sandbox, or a proxy of your own.
 * @param loginUrl the whole address for logins, where yours differs.
 * @param c2bUrl the whole address for payments of customers, where yours differs.
 * @param b2cUrl the whole address for payments to customers, where yours differs.
 * @param username of the merchant.
 * @param password of the merchant.
 * @param c2b what Vodacom issued for payments of customers.
 * @param b2c what Vodacom issued for payments to customers.
 * @param language in which customers are spoken to: FR or EN. Default: FR.
 * @param sessionLife how long a session is used. Default: each payment has one of its own.
 * @param callbacks where outcomes are reported.
 * @param client how the client behaves.
 * @param tenants more clients, by name.
 */
@ConfigurationProperties("mpesa.drc")
public record DrcProperties(
        @Nullable GatewayEnvironment environment,
        @Nullable URI url,
        @Nullable URI loginUrl,
        @Nullable URI c2bUrl,
        @Nullable URI b2cUrl,
        @Nullable String username,
        @Nullable String password,
        @Nullable C2b c2b,
        @Nullable B2c b2c,
        @Nullable String language,
        @Nullable Duration sessionLife,
        @Nullable CallbackProperties callbacks,
        @Nullable ClientProperties client,
        @Nullable Map<String, DrcProperties> tenants)
        implements MarketProperties<DrcProperties> {

    private static final DrcProperties NOTHING =
            new DrcProperties(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /**
     * For payments of customers.
     *
     * @param serviceProviderCode the short code.
     * @param commandId such as {@code InitTrans_} and a name.
     */
    public record C2b(
            @Nullable String serviceProviderCode, @Nullable String commandId) {}

    /**
     * For payments to customers.
     *
     * @param serviceProviderName the name of the merchant at the gateway.
     * @param shortCode the short code.
     * @param commandId such as {@code InitTrans_} and a name.
     */
    public record B2c(
            @Nullable String serviceProviderName,
            @Nullable String shortCode,
            @Nullable String commandId) {}

    @Override
    public boolean isConfigured() {
        DrcProperties own = new DrcProperties(
                environment,
                url,
                loginUrl,
                c2bUrl,
                b2cUrl,
                username,
                password,
                c2b,
                b2c,
                language,
                sessionLife,
                callbacks,
                client,
                null);
        return !own.equals(NOTHING);
    }

    @Override
    public String toString() {
        return "DrcProperties[environment=" + environment + ", url=" + url + ", tenants=" + named().keySet() + "]";
    }
}
