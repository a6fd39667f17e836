package io.github.mpesasdk.spring;

import io.github.mpesasdk.core.client.ClientBuilder;
import io.github.mpesasdk.core.client.MpesaClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Makes one client from its properties, and knows what the rest of the starter needs of it.
 *
 * @param <C> the client
 * @param <B> its builder
 * @param <P> its properties
 */
abstract class ManagedClient<C extends MpesaClient<?>, B extends ClientBuilder<B>, P extends MarketProperties<P>>
        implements FactoryBean<C>, InitializingBean, DisposableBean {

    private static final Map<String, String> PROPERTIES_OF_ALL =
            Map.of("callbackKey", "mpesa.callbacks.key", "journalAs", "client.journal-as");

    private final Tenant tenant;
    private final P properties;
    private final ClientParts parts;
    private @Nullable C client;

    ManagedClient(String market, String name, P all, ClientParts parts) {
        this.tenant = new Tenant(market, name);
        this.properties =
                name.isEmpty() ? all : Objects.requireNonNull(all.named().get(name));
        this.parts = parts;
    }

    /** What to answer to a callback, with HTTP status 200. */
    record Answer(String type, String body) {}

    /** A builder with the settings that only this market has. */
    abstract B builder(SettingProblems problems);

    /** The property behind each setting of the builder, by the builder's word for it. */
    abstract Map<String, String> propertyBySetting();

    abstract C build(B builder);

    Answer receive(String path, String body) {
        return new Answer(
                acknowledgementType(),
                getObject().callbacks().receive(path, body).acknowledgement());
    }

    /** The type of what a gateway is answered. */
    String acknowledgementType() {
        return "application/json";
    }

    final void verify() {
        getObject().verify();
    }

    @Override
    public void afterPropertiesSet() {
        SettingProblems problems = new SettingProblems(tenant.prefix());
        if (!tenant.name().isEmpty() && !properties.named().isEmpty()) {
            problems.add("tenants", "must not be there: a tenant has no tenants of its own");
        }
        if (!path().matches("/[^*?{}]+")) {
            problems.add("callbacks.path", "must begin with a slash, and have neither wildcards nor variables");
        }
        B builder = builder(problems);
        parts.apply(builder, tenant, properties, problems);
        parts.customize(builder, tenant);
        Map<String, String> names = new HashMap<>(PROPERTIES_OF_ALL);
        names.putAll(propertyBySetting());
        client = problems.attempt(names, "client", () -> build(builder));
        try {
            problems.done();
        } catch (InvalidPropertiesException invalid) {
            // What the builder finds wrong is wanted too, so it was asked to the end, and may have found nothing.
            destroy();
            throw invalid;
        }
    }

    final Tenant tenant() {
        return tenant;
    }

    final P properties() {
        return properties;
    }

    final ClientParts parts() {
        return parts;
    }

    final CallbackProperties callbacks() {
        return CallbackProperties.orNone(properties.callbacks());
    }

    /** Where callbacks arrive, within the application. */
    final String path() {
        String path = callbacks().path();
        return path == null ? tenant.defaultPath() : path.replaceFirst("/+$", "");
    }

    @Override
    public final C getObject() {
        return Objects.requireNonNull(client, "not made yet");
    }

    /** Closes the client; closing it again does nothing. */
    @Override
    public void destroy() {
        if (client != null) {
            client.close();
        }
    }
}
