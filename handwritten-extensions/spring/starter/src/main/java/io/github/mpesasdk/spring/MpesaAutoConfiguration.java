package io.github.mpesasdk.spring;

import io.github.mpesasdk.MpesaListener;
import io.github.mpesasdk.TokenStore;
import io.github.mpesasdk.journal.Journal;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The clients of the markets that are on the class path and in the properties. */
@AutoConfiguration(after = MpesaJournalAutoConfiguration.class)
@EnableConfigurationProperties(MpesaProperties.class)
@Import({KenyaConfiguration.class, VodacomConfiguration.class, MozambiqueConfiguration.class, DrcConfiguration.class})
public class MpesaAutoConfiguration {

    static final String CLIENT_PARTS = "mpesaClientParts";

    /** For Spring. */
    MpesaAutoConfiguration() {}

    @Bean
    MpesaEvents mpesaEvents(ApplicationEventPublisher publisher) {
        return new MpesaEvents(publisher);
    }

    // The journal is a dependency of all clients, so that they are closed before it, and before its data source.
    @Bean(CLIENT_PARTS)
    ClientParts mpesaClientParts(
            MpesaProperties properties,
            Optional<Journal> journal,
            Optional<TokenStore> tokens,
            ObjectProvider<MpesaListener> listeners,
            MpesaEvents events,
            BeanFactory beans) {
        List<MpesaListener> all = listeners.orderedStream().toList();
        return new ClientParts(properties, journal, tokens, new ListenerChain(all), events, beans);
    }

    @Bean
    MpesaLifecycle mpesaLifecycle(MpesaEvents events, ObjectProvider<ManagedClient<?, ?, ?>> clients) {
        return new MpesaLifecycle(events, clients);
    }
}
