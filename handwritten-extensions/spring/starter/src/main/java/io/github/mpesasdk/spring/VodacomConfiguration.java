package io.github.mpesasdk.spring;

import io.github.mpesasdk.vodacom.VodacomOpenApi;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The M-Pesa OpenAPI, where mpesa-vodacom is on the class path. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(VodacomOpenApi.class)
@ConditionalOnMissingBean(VodacomOpenApi.class)
@EnableConfigurationProperties(VodacomProperties.class)
@Import(VodacomConfiguration.Registrar.class)
class VodacomConfiguration {

    static final class Registrar extends ClientRegistrar<VodacomProperties> {

        Registrar(Environment environment) {
            super(VodacomClient.MARKET, VodacomProperties.class, VodacomClient.class, environment);
        }
    }
}
