package io.github.mpesasdk.sandbox.ipg;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What the portal has set for the apps.
 *
 * @param asynchronous whether answers only accept
 * @param responseUrl where callbacks are posted; null if nobody has set it
 */
record AnswerMode(boolean asynchronous, @Nullable URI responseUrl) {

    static final AnswerMode SYNCHRONOUS = new AnswerMode(false, null);

    String address() {
        return responseUrl == null ? "" : responseUrl.toString();
    }

    @Override
    public String toString() {
        return "AnswerMode[asynchronous=" + asynchronous + "]";
    }
}
