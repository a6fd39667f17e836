package io.github.mpesasdk.kenya;

import java.net.URI;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a client was built with, apart from its app credentials. */
record DarajaSettings(
        boolean isProduction,
        Clock clock,
        @Nullable StkAccount stkAccount,
        @Nullable String shortCode,
        @Nullable EncryptedInitiator initiator,
        @Nullable URI callbacks,
        boolean pullsTransactions,
        Set<String> furtherShortCodes) {

    /**
     * Every short code that this client's money can come to. None where nobody can tell: it was built without any, or
     * with a till alone, for it is not known under which number the notices of a head office's tills come.
     */
    Set<String> shortCodes() {
        if (stkAccount != null && stkAccount.isTill() && furtherShortCodes.isEmpty()) {
            return Set.of();
        }
        Set<String> all = new HashSet<>(furtherShortCodes);
        if (shortCode != null) {
            all.add(shortCode);
        }
        if (stkAccount != null) {
            all.add(stkAccount.businessShortCode());
            all.add(stkAccount.receiver());
        }
        return all;
    }

    /** The short code that customers' money comes to; null where none was given. */
    @Nullable
    String collectingShortCode() {
        StkAccount account = stkAccount;
        return account == null ? shortCode : account.receiver();
    }

    /** The short code that C2B addresses are registered for; null where none was given. */
    @Nullable
    String c2bShortCode() {
        StkAccount account = stkAccount;
        return account == null ? shortCode : account.businessShortCode();
    }

    /** The short code that a customer paid, where a notice names this one; null where nobody knows. */
    @Nullable
    String paidShortCode(@Nullable String reported) {
        if (reported == null) {
            return collectingShortCode();
        }
        // With further tills, nobody knows whose money comes under the number of their common store.
        StkAccount account = furtherShortCodes.isEmpty() ? stkAccount : null;
        return account == null ? reported : account.paid(reported);
    }
}
