package io.github.mpesasdk.spring;

import io.github.mpesasdk.mozambique.Mozambique;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** Mozambique's own API, where mpesa-mozambique is on the class path. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(Mozambique.class)
@ConditionalOnMissingBean(Mozambique.class)
@EnableConfigurationProperties(MozambiqueProperties.class)
@Import(MozambiqueConfiguration.Registrar.class)
class MozambiqueConfiguration {

    static final class Registrar extends ClientRegistrar<MozambiqueProperties> {

        Registrar(Environment environment) {
            super(MozambiqueClient.MARKET, MozambiqueProperties.class, MozambiqueClient.class, environment);
        }
    }
}
