package io.github.mpesasdk.drc;

import io.github.mpesasdk.core.input.Source;
import io.github.mpesasdk.drcapi.model.DrcLanguage;
import io.github.mpesasdk.drcapi.model.DrcLoginInput;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a client was built with. What Vodacom issued to the merchant has no defaults: other merchants' money hangs on
 * it.
 */
record DrcSettings(
        DrcLoginInput login,
        @Nullable C2bAccount c2b,
        @Nullable B2cAccount b2c,
        DrcLanguage language,
        Clock clock) {

    /** What was issued for payments of customers. */
    record C2bAccount(String serviceProviderCode, String commandId) {}

    /** What was issued for payments to customers. */
    record B2cAccount(String serviceProviderName, String shortCode, String commandId) {}

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Africa/Kinshasa"));

    /** Whose payments these are. */
    Optional<String> merchant() {
        return Optional.ofNullable(c2b).map(C2bAccount::serviceProviderCode).or(() -> Optional.ofNullable(b2c)
                .map(B2cAccount::shortCode));
    }

    /** What the client knows, by the name that the spec gives it. */
    @Nullable
    Source source(String name) {
        return switch (name) {
            case "username" -> Source.of(input -> login.username());
            case "password" -> Source.of(input -> login.password());
            case "now" -> Source.of(input -> TIME.format(clock.instant()));
            case "language" -> Source.of(input -> language.value());
            case "serviceProviderCode" -> c2b(C2bAccount::serviceProviderCode);
            case "c2bCommand" -> c2b(C2bAccount::commandId);
            case "serviceProviderName" -> b2c(B2cAccount::serviceProviderName);
            case "shortCode" -> b2c(B2cAccount::shortCode);
            case "b2cCommand" -> b2c(B2cAccount::commandId);
            default -> null;
        };
    }

    private Source c2b(Function<C2bAccount, String> value) {
        return Source.of(c2b, "c2bAccount", value);
    }

    private Source b2c(Function<B2cAccount, String> value) {
        return Source.of(b2c, "b2cAccount", value);
    }
}
