package io.github.mpesasdk.drc;

import io.github.mpesasdk.core.input.Source;
import io.github.mpesasdk.drc.DrcAccounts.B2cAccount;
import io.github.mpesasdk.drc.DrcAccounts.C2bAccount;
import java.util.Map;
import java.util.function.Function;

/** What a client of the gateway knows, by the names that the spec gives it. */
record DrcSources(DrcSettings settings) {

    Map<String, Source> byName() {
        return Map.of(
                "username", Source.of(input -> settings.login().username()),
                "password", Source.of(input -> settings.login().password()),
                "now", Source.of(input -> settings.now()),
                "language", Source.of(input -> settings.language().value()),
                "serviceProviderCode", c2b(C2bAccount::serviceProviderCode),
                "c2bCommand", c2b(C2bAccount::commandId),
                "serviceProviderName", b2c(B2cAccount::serviceProviderName),
                "shortCode", b2c(B2cAccount::shortCode),
                "b2cCommand", b2c(B2cAccount::commandId));
    }

    private Source c2b(Function<C2bAccount, String> value) {
        return Source.of(settings.accounts().c2b(), "c2bAccount", value);
    }

    private Source b2c(Function<B2cAccount, String> value) {
        return Source.of(settings.accounts().b2c(), "b2cAccount", value);
    }
}
