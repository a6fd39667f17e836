package io.github.mpesasdk.spring;

import io.github.mpesasdk.core.client.ClientBuilder;

/**
 * Sets on a client's builder what properties cannot say, such as an HTTP client or a clock. Every bean of this type is
 * called for each client of its market, after the properties and before the client is made.
 *
 * <pre>{@code
 * @Bean
 * ClientCustomizer<DarajaBuilder> throughTheProxy(OkHttpClient proxied) {
 *     return (builder, tenant) -> builder.httpClient(proxied);
 * }
 * }</pre>
 *
 * @param <B> the builder of the market
 */
@FunctionalInterface
public interface ClientCustomizer<B extends ClientBuilder<B>> {

    /** Changes the builder of one client. */
    void customize(B builder, Tenant tenant);
}
