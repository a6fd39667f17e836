package io.github.mpesasdk.spring;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Kenya: Safaricom Daraja.
 *
 * @param environment Safaricom's sandbox, or production.
 * @param url another gateway: the embedded sandbox, or a proxy of your own.
 * @param consumerKey of the app in the developer portal.
 * @param consumerSecret of the app in the developer portal.
 * @param payBill the short code that STK payments go to.
 * @param storeNumber of the till that STK payments go to, as used at go-live.
 * @param tillNumber of the till that STK payments go to.
 * @param passkey of the pay bill or the store.
 * @param shortCode that pays out, is asked for its balance, and hears of C2B payments. Default: the pay bill or store.
 * @param initiator the API operator that pays out, asks and reverses.
 * @param pullTransactions whether the app has the Pull Transactions product.
 * @param c2bValidation how the application's {@code C2bValidator} is asked.
 * @param callbacks where outcomes are reported.
 * @param client how the client behaves.
 * @param tenants more clients, by name.
 */
@ConfigurationProperties("mpesa.kenya")
public record KenyaProperties(
        @Nullable GatewayEnvironment environment,
        @Nullable URI url,
        @Nullable String consumerKey,
        @Nullable String consumerSecret,
        @Nullable String payBill,
        @Nullable String storeNumber,
        @Nullable String tillNumber,
        @Nullable String passkey,
        @Nullable String shortCode,
        @Nullable Initiator initiator,
        @Nullable Boolean pullTransactions,
        @Nullable C2bValidation c2bValidation,
        @Nullable CallbackProperties callbacks,
        @Nullable ClientProperties client,
        @Nullable Map<String, KenyaProperties> tenants)
        implements MarketProperties<KenyaProperties> {

    private static final KenyaProperties NOTHING = new KenyaProperties(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /**
     * The API operator.
     *
     * @param name its user name.
     * @param password its password.
     * @param certificate of the same environment: the text, or a file, with or without an {@code @} before it.
     */
    public record Initiator(
            @Nullable String name,
            @Nullable String password,
            @Nullable String certificate) {

        @Override
        public String toString() {
            return "Initiator[name=" + name + "]";
        }
    }

    /**
     * How long a {@code C2bValidator} may take.
     *
     * @param timeout after which Safaricom is answered without it; at most seven seconds. Default: five seconds.
     * @param acceptIfLate whether a payment is accepted that the validator did not judge in time, or failed to judge.
     *     Default: false, the customer keeps the money.
     */
    public record C2bValidation(
            @Nullable Duration timeout, @Nullable Boolean acceptIfLate) {}

    @Override
    public boolean isConfigured() {
        KenyaProperties own = new KenyaProperties(
                environment,
                url,
                consumerKey,
                consumerSecret,
                payBill,
                storeNumber,
                tillNumber,
                passkey,
                shortCode,
                initiator,
                pullTransactions,
                c2bValidation,
                callbacks,
                client,
                null);
        return !own.equals(NOTHING);
    }

    @Override
    public String toString() {
        return "KenyaProperties[environment=" + environment + ", url=" + url + ", tenants=" + named().keySet() + "]";
    }
}
