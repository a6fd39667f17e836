package io.github.mpesasdk.spring;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/** Registers a bean for each client that the properties of a market speak of. */
abstract class ClientRegistrar<P extends MarketProperties<P>> implements ImportBeanDefinitionRegistrar {

    private final String market;
    private final Class<P> properties;
    private final Class<? extends ManagedClient<?, ?, P>> client;
    private final Environment environment;

    ClientRegistrar(
            String market,
            Class<P> properties,
            Class<? extends ManagedClient<?, ?, P>> client,
            Environment environment) {
        this.market = market;
        this.properties = properties;
        this.client = client;
        this.environment = environment;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        for (String name : names()) {
            Tenant tenant = new Tenant(market, name);
            BeanDefinitionBuilder definition = BeanDefinitionBuilder.rootBeanDefinition(client)
                    .addConstructorArgValue(name)
                    .addConstructorArgReference(beanNameOfProperties())
                    .addConstructorArgReference(MpesaAutoConfiguration.CLIENT_PARTS)
                    .setPrimary(name.isEmpty());
            // Else Spring would make the bean early, only to find out what it is.
            definition.getBeanDefinition().setAttribute(FactoryBean.OBJECT_TYPE_ATTRIBUTE, type());
            if (!name.isEmpty()) {
                definition.getBeanDefinition().addQualifier(new AutowireCandidateQualifier(Qualifier.class, name));
            }
            registry.registerBeanDefinition(tenant.beanName(), definition.getBeanDefinition());
        }
    }

    private Class<?> type() {
        return ResolvableType.forClass(client)
                .as(FactoryBean.class)
                .getGeneric()
                .toClass();
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        Binder.get(environment).bind("mpesa." + market, Bindable.of(properties)).ifBound(bound -> {
            if (bound.isConfigured()) {
                names.add("");
            }
            names.addAll(bound.named().keySet());
        });
        return names;
    }

    // As EnableConfigurationProperties names it.
    private String beanNameOfProperties() {
        return String.format(Locale.ROOT, "mpesa.%s-%s", market, properties.getName());
    }
}
