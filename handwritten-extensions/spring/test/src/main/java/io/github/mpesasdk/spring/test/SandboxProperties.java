package io.github.mpesasdk.spring.test;

import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.drc.DrcSandbox;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import io.github.mpesasdk.sandbox.mozambique.MozambiqueSandbox;
import io.github.mpesasdk.sandbox.vodacom.VodacomSandbox;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** The properties by which every client of an application speaks to a sandbox. */
final class SandboxProperties {

    private static final String TENANTS = "tenants";

    private final Environment environment;
    private final Map<String, String> properties = new LinkedHashMap<>();

    private SandboxProperties(Environment environment) {
        this.environment = environment;
    }

    static Map<String, String> of(Environment environment, Sandbox sandbox) {
        SandboxProperties all = new SandboxProperties(environment);
        all.market("kenya", "kenya.Daraja", prefix -> all.kenya(prefix, sandbox.kenya()));
        all.market("vodacom", "vodacom.VodacomOpenApi", prefix -> all.vodacom(prefix, sandbox.vodacom()));
        all.market("mozambique", "mozambique.Mozambique", prefix -> all.mozambique(prefix, sandbox.mozambique()));
        all.market("drc", "drc.DrcGateway", prefix -> all.drc(prefix, sandbox.drc()));
        return all.properties;
    }

    private void market(String market, String client, Consumer<String> filling) {
        if (ClassUtils.isPresent("io.github.mpesasdk." + client, SandboxProperties.class.getClassLoader())) {
            prefixes("mpesa." + market).forEach(filling);
        }
    }

    // The client without a name, unless the application has named ones alone; and these.
    private Set<String> prefixes(String market) {
        Map<String, Object> set = Binder.get(environment)
                .bind(market, Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of());
        Set<String> prefixes = new LinkedHashSet<>();
        if (!set.keySet().equals(Set.of(TENANTS))) {
            prefixes.add(market + ".");
        }
        if (set.get(TENANTS) instanceof Map<?, ?> tenants) {
            tenants.keySet().forEach(name -> prefixes.add(market + "." + TENANTS + "." + name + "."));
        }
        return prefixes;
    }

    private void kenya(String prefix, KenyaSandbox kenya) {
        properties.put(prefix + "url", kenya.baseUrl().toString());
        properties.put(prefix + "consumer-key", kenya.consumerKey());
        properties.put(prefix + "consumer-secret", kenya.consumerSecret());
        properties.put(prefix + "passkey", kenya.passkey());
        if (environment.containsProperty(prefix + "till-number")) {
            properties.put(prefix + "store-number", kenya.storeNumber());
            properties.put(prefix + "till-number", kenya.tillNumber());
        } else {
            properties.put(prefix + "pay-bill", kenya.payBill());
        }
        properties.put(prefix + "short-code", kenya.businessShortCode());
        properties.put(prefix + "initiator.name", kenya.initiatorName());
        properties.put(prefix + "initiator.password", kenya.initiatorPassword());
        properties.put(prefix + "initiator.certificate", kenya.certificatePem());
    }

    private void vodacom(String prefix, VodacomSandbox vodacom) {
        properties.put(prefix + "environment", "sandbox");
        properties.put(prefix + "url", vodacom.baseUrl().toString());
        properties.put(prefix + "market", environment.getProperty(prefix + "market", "tanzania"));
        properties.put(prefix + "api-key", vodacom.apiKey());
        properties.put(prefix + "public-key", vodacom.publicKeyBase64());
        properties.put(prefix + "service-provider", vodacom.serviceProviderCode());
    }

    private void mozambique(String prefix, MozambiqueSandbox mozambique) {
        properties.put(prefix + "url", mozambique.baseUrl().toString());
        properties.put(prefix + "api-key", mozambique.apiKey());
        properties.put(prefix + "public-key", mozambique.publicKeyBase64());
        properties.put(prefix + "service-provider", mozambique.serviceProviderCode());
        properties.put(prefix + "initiator.identifier", mozambique.initiatorIdentifier());
        properties.put(prefix + "initiator.security-credential", mozambique.securityCredential());
    }

    private void drc(String prefix, DrcSandbox drc) {
        properties.put(prefix + "url", drc.baseUrl().toString());
        properties.put(prefix + "username", drc.username());
        properties.put(prefix + "password", drc.password());
        properties.put(prefix + "c2b.service-provider-code", drc.serviceProviderCode());
        properties.put(prefix + "c2b.command-id", drc.c2bCommandId());
        properties.put(prefix + "b2c.service-provider-name", drc.serviceProviderName());
        properties.put(prefix + "b2c.short-code", drc.shortCode());
        properties.put(prefix + "b2c.command-id", drc.b2cCommandId());
    }
}
