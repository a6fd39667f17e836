package io.github.mpesasdk.spring;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;

/** The health of each client. Needs Spring Boot 4, which has its health classes in a module of their own. */
@AutoConfiguration(
        after = MpesaAutoConfiguration.class,
        beforeName = "org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration")
@ConditionalOnClass({HealthContributor.class, ConditionalOnEnabledHealthIndicator.class})
public class MpesaHealthAutoConfiguration {

    /** For Spring. */
    MpesaHealthAutoConfiguration() {}

    @Bean
    @ConditionalOnEnabledHealthIndicator("mpesa")
    HealthContributor mpesaHealthContributor(ObjectProvider<ManagedClient<?, ?, ?>> clients) {
        Map<String, HealthContributor> all = new LinkedHashMap<>();
        clients.orderedStream().forEach(client -> all.put(client.tenant().label(), new ClientHealth(client)));
        return CompositeHealthContributor.fromMap(all);
    }
}
