package io.github.mpesasdk.drc;

import org.jspecify.annotations.Nullable;

/**
 * What Vodacom issued to the merchant for its payments. There are no defaults: other merchants' money hangs on them.
 */
record DrcAccounts(@Nullable C2bAccount c2b, @Nullable B2cAccount b2c) {

    /** For payments of customers. */
    record C2bAccount(String serviceProviderCode, String commandId) {}

    /** For payments to customers. */
    record B2cAccount(String serviceProviderName, String shortCode, String commandId) {}
}
