package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.core.transport.BaseUrl;
import org.jspecify.annotations.Nullable;

/** What a client was built with, apart from its API key. */
record MozambiqueSettings(
        BaseUrl base,
        @Nullable String serviceProvider,
        @Nullable Initiator initiator) {}
