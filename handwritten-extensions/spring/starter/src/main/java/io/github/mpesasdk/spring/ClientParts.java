package io.github.mpesasdk.spring;

import io.github.mpesasdk.MpesaListener;
import io.github.mpesasdk.TokenStore;
import io.github.mpesasdk.core.client.ClientBuilder;
import io.github.mpesasdk.journal.Journal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.ResolvableType;

/** What every client of the application is made with. */
final class ClientParts {

    private final MpesaProperties shared;
    private final Optional<Journal> journal;
    private final Optional<TokenStore> tokens;
    private final MpesaListener listener;
    private final MpesaEvents events;
    private final BeanFactory beans;

    ClientParts(
            MpesaProperties shared,
            Optional<Journal> journal,
            Optional<TokenStore> tokens,
            MpesaListener listener,
            MpesaEvents events,
            BeanFactory beans) {
        this.shared = shared;
        this.journal = journal;
        this.tokens = tokens;
        this.listener = listener;
        this.events = events;
        this.beans = beans;
    }

    MpesaEvents events() {
        return events;
    }

    <T> Optional<T> bean(Class<T> type) {
        return Optional.ofNullable(beans.getBeanProvider(type).getIfAvailable());
    }

    /** Sets on a builder what all markets have. */
    <B extends ClientBuilder<B>> void apply(
            B builder, Tenant tenant, MarketProperties<?> properties, SettingProblems problems) {
        builder.listener(listener);
        journal.ifPresent(builder::journal);
        tokens.ifPresent(builder::tokenStore);
        builder.onSettled(settled -> events.publish(tenant, settled));
        builder.onNeedsPerson(open -> events.publish(tenant, open));
        applyKeys(builder, CallbackProperties.orNone(properties.callbacks()), problems);
        ClientProperties client = properties.client() == null ? ClientProperties.NONE : properties.client();
        problems.give("client.timeout", client.timeout(), builder::timeout);
        problems.give("client.poll-after", client.pollAfter(), builder::pollAfter);
        problems.give("client.journal-as", client.journalAs(), builder::journalAs);
        problems.give("client.reconcile-after", client.reconcileAfter(), builder::reconcileAfter);
        problems.give("client.questions-per-second", client.questionsPerSecond(), builder::questionsPerSecond);
        problems.give("client.needs-person-after", client.needsPersonAfter(), builder::needsPersonAfter);
        if (Boolean.FALSE.equals(client.reconciler())) {
            builder.withoutReconciler();
        }
    }

    private void applyKeys(ClientBuilder<?> builder, CallbackProperties own, SettingProblems problems) {
        String key = own.key() != null ? own.key() : shared.callbacks().key();
        List<String> older =
                own.key() != null ? own.olderKeys() : shared.callbacks().olderKeys();
        String property = own.key() != null ? "callbacks.key" : "mpesa.callbacks.key";
        if (key != null) {
            String[] more = older == null ? new String[0] : older.toArray(String[]::new);
            problems.give(property, key, value -> builder.callbackKey(value, more));
        }
    }

    /** Lets the application have the last say on a builder. */
    <B extends ClientBuilder<B>> void customize(B builder, Tenant tenant) {
        ResolvableType type = ResolvableType.forClassWithGenerics(ClientCustomizer.class, builder.getClass());
        beans.<ClientCustomizer<B>>getBeanProvider(type)
                .orderedStream()
                .forEach(customizer -> customizer.customize(builder, tenant));
    }

    /** Where a gateway shall report; null where the application has not said its own address. */
    @Nullable
    URI callbackAddress(CallbackProperties own, String path) {
        URI base = own.url() != null ? own.url() : shared.callbacks().url();
        return base == null ? null : URI.create(base.toString().replaceFirst("/+$", "") + path);
    }
}
