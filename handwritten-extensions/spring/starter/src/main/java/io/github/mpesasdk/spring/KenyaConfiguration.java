package io.github.mpesasdk.spring;

import io.github.mpesasdk.kenya.Daraja;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** Kenya, where mpesa-kenya is on the class path. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(Daraja.class)
@ConditionalOnMissingBean(Daraja.class)
@EnableConfigurationProperties(KenyaProperties.class)
@Import(KenyaConfiguration.Registrar.class)
class KenyaConfiguration {

    static final class Registrar extends ClientRegistrar<KenyaProperties> {

        Registrar(Environment environment) {
            super(KenyaClient.MARKET, KenyaProperties.class, KenyaClient.class, environment);
        }
    }
}
