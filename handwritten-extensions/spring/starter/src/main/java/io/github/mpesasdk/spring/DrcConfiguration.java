package io.github.mpesasdk.spring;

import io.github.mpesasdk.drc.DrcGateway;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The DRC's SOAP gateway, where mpesa-drc is on the class path. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(DrcGateway.class)
@ConditionalOnMissingBean(DrcGateway.class)
@EnableConfigurationProperties(DrcProperties.class)
@Import(DrcConfiguration.Registrar.class)
class DrcConfiguration {

    static final class Registrar extends ClientRegistrar<DrcProperties> {

        Registrar(Environment environment) {
            super(DrcClient.MARKET, DrcProperties.class, DrcClient.class, environment);
        }
    }
}
