package io.github.mpesasdk.kenya;

import io.github.mpesasdk.core.transport.BaseUrl;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What a client was built with, apart from its app credentials. */
record DarajaSettings(
        BaseUrl base,
        boolean isProduction,
        Clock clock,
        @Nullable StkAccount stkAccount,
        @Nullable String shortCode,
        @Nullable Initiator initiator,
        @Nullable URI callbacks,
        boolean pullsTransactions) {

    /** The short code that customers' money comes to; null where none was given. */
    @Nullable
    String collectingShortCode() {
        StkAccount account = stkAccount;
        return account == null ? shortCode : account.receiver();
    }
}
