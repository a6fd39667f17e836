package io.github.mpesasdk.spring;

import io.github.mpesasdk.core.crypto.KeySetting;
import io.github.mpesasdk.mozambique.Mozambique;
import io.github.mpesasdk.mozambique.MozambiqueBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client for Mozambique. */
final class MozambiqueClient extends ManagedClient<Mozambique, MozambiqueBuilder, MozambiqueProperties> {

    static final String MARKET = "mozambique";

    private static final Map<String, String> PROPERTIES = Map.of(
            "environment", "environment",
            "apiKey", "api-key",
            "serviceProvider", "service-provider",
            "origin", "origin",
            "initiator identifier", "initiator.identifier",
            "security credential", "initiator.security-credential");

    MozambiqueClient(String name, MozambiqueProperties all, ClientParts parts) {
        super(MARKET, name, all, parts);
    }

    @Override
    MozambiqueBuilder builder(SettingProblems problems) {
        MozambiqueBuilder builder = Mozambique.builder();
        MozambiqueProperties set = properties();
        if (set.url() != null) {
            problems.give("url", set.url(), builder::at);
        } else if (set.environment() == GatewayEnvironment.PRODUCTION) {
            builder.production();
        } else if (set.environment() == GatewayEnvironment.SANDBOX) {
            builder.sandbox();
        }
        String key = set.apiKey();
        problems.give("public-key", set.publicKey(), text -> {
            var encryption = KeySetting.read(text, problems.name("public-key"));
            if (key != null) {
                builder.apiKey(key, encryption);
            }
        });
        problems.together("api-key", key, "public-key", set.publicKey());
        problems.together("public-key", set.publicKey(), "api-key", key);
        problems.give("service-provider", set.serviceProvider(), builder::serviceProvider);
        problems.give("origin", set.origin(), builder::origin);
        initiator(builder, set.initiator(), problems);
        return builder;
    }

    private static void initiator(
            MozambiqueBuilder builder, MozambiqueProperties.@Nullable Initiator operator, SettingProblems problems) {
        if (operator == null) {
            return;
        }
        if (operator.identifier() != null && operator.securityCredential() != null) {
            builder.initiator(operator.identifier(), operator.securityCredential());
        }
        problems.together("initiator.identifier", operator.identifier(), "initiator", operator);
        problems.together("initiator.security-credential", operator.securityCredential(), "initiator", operator);
    }

    @Override
    Map<String, String> propertyBySetting() {
        return PROPERTIES;
    }

    @Override
    Mozambique build(MozambiqueBuilder builder) {
        return builder.build();
    }

    @Override
    public Class<?> getObjectType() {
        return Mozambique.class;
    }
}
