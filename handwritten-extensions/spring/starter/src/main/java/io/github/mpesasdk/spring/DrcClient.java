package io.github.mpesasdk.spring;

import io.github.mpesasdk.drc.DrcGateway;
import io.github.mpesasdk.drc.DrcGatewayBuilder;
import io.github.mpesasdk.drcapi.model.DrcLanguage;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client for the DRC's SOAP gateway. */
final class DrcClient extends ManagedClient<DrcGateway, DrcGatewayBuilder, DrcProperties> {

    static final String MARKET = "drc";

    private static final Map<String, String> PROPERTIES = Map.of(
            "environment", "environment",
            "login", "username",
            "username", "username",
            "password", "password",
            "callbacksAt", "callbacks.url");

    DrcClient(String name, DrcProperties all, ClientParts parts) {
        super(MARKET, name, all, parts);
    }

    @Override
    DrcGatewayBuilder builder(SettingProblems problems) {
        DrcGatewayBuilder builder = DrcGateway.builder();
        DrcProperties set = properties();
        if (set.url() != null) {
            problems.give("url", set.url(), builder::at);
        } else if (set.environment() == GatewayEnvironment.PRODUCTION) {
            builder.production();
        } else if (set.environment() == GatewayEnvironment.SANDBOX) {
            builder.test();
        }
        problems.give("login-url", set.loginUrl(), builder::loginAt);
        problems.give("c2b-url", set.c2bUrl(), builder::c2bAt);
        problems.give("b2c-url", set.b2cUrl(), builder::b2cAt);
        if (set.username() != null && set.password() != null) {
            builder.login(set.username(), set.password());
        }
        problems.together("username", set.username(), "password", set.password());
        problems.together("password", set.password(), "username", set.username());
        accounts(builder, set.c2b(), set.b2c(), problems);
        problems.give(
                "language",
                set.language(),
                language -> builder.language(DrcLanguage.of(language.toUpperCase(Locale.ROOT))));
        problems.give("session-life", set.sessionLife(), builder::sessionLife);
        problems.give("callbacks.url", parts().callbackAddress(callbacks(), path()), builder::callbacksAt);
        return builder;
    }

    private static void accounts(
            DrcGatewayBuilder builder,
            DrcProperties.@Nullable C2b c2b,
            DrcProperties.@Nullable B2c b2c,
            SettingProblems problems) {
        if (c2b != null) {
            if (c2b.serviceProviderCode() != null && c2b.commandId() != null) {
                builder.c2bAccount(c2b.serviceProviderCode(), c2b.commandId());
            }
            problems.together("c2b.service-provider-code", c2b.serviceProviderCode(), "c2b", c2b);
            problems.together("c2b.command-id", c2b.commandId(), "c2b", c2b);
        }
        if (b2c != null) {
            if (b2c.serviceProviderName() != null && b2c.shortCode() != null && b2c.commandId() != null) {
                builder.b2cAccount(b2c.serviceProviderName(), b2c.shortCode(), b2c.commandId());
            }
            problems.together("b2c.service-provider-name", b2c.serviceProviderName(), "b2c", b2c);
            problems.together("b2c.short-code", b2c.shortCode(), "b2c", b2c);
            problems.together("b2c.command-id", b2c.commandId(), "b2c", b2c);
        }
    }

    @Override
    Map<String, String> propertyBySetting() {
        return PROPERTIES;
    }

    @Override
    DrcGateway build(DrcGatewayBuilder builder) {
        return builder.build();
    }

    @Override
    String acknowledgementType() {
        return "application/xml";
    }

    @Override
    public Class<?> getObjectType() {
        return DrcGateway.class;
    }
}
