package io.github.mpesasdk.spring;

import io.github.mpesasdk.core.crypto.KeySetting;
import io.github.mpesasdk.vodacom.VodacomOpenApi;
import io.github.mpesasdk.vodacom.VodacomOpenApiBuilder;
import io.github.mpesasdk.vodacomapi.model.Currency;
import java.util.Map;

/** A client for one country of the M-Pesa OpenAPI. */
final class VodacomClient extends ManagedClient<VodacomOpenApi, VodacomOpenApiBuilder, VodacomProperties> {

    static final String MARKET = "vodacom";

    private static final Map<String, String> PROPERTIES = Map.of(
            "environment", "environment",
            "market", "market",
            "apiKey", "api-key",
            "publicKey", "public-key",
            "serviceProvider", "service-provider",
            "origin", "origin",
            "currency", "currency");

    VodacomClient(String name, VodacomProperties all, ClientParts parts) {
        super(MARKET, name, all, parts);
    }

    @Override
    VodacomOpenApiBuilder builder(SettingProblems problems) {
        VodacomOpenApiBuilder builder = VodacomOpenApi.builder();
        VodacomProperties set = properties();
        problems.give("url", set.url(), builder::at);
        if (set.environment() == GatewayEnvironment.PRODUCTION) {
            builder.production();
        } else if (set.environment() == GatewayEnvironment.SANDBOX) {
            builder.sandbox();
        }
        problems.give("market", set.market(), builder::market);
        problems.give("currency", set.currency(), code -> builder.currency(Currency.of(code)));
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
        problems.give("session-life", set.sessionLife(), builder::sessionLife);
        problems.give("activation-patience", set.activationPatience(), builder::activationPatience);
        return builder;
    }

    @Override
    Map<String, String> propertyBySetting() {
        return PROPERTIES;
    }

    @Override
    VodacomOpenApi build(VodacomOpenApiBuilder builder) {
        return builder.build();
    }

    @Override
    public Class<?> getObjectType() {
        return VodacomOpenApi.class;
    }
}
