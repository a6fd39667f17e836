package io.github.mpesasdk.core.transport;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer that arrived whole.
 *
 * @param status HTTP status
 * @param body the body as text
 * @param retryAfter how long the gateway asks to wait, if it does
 */
record Answer(int status, String body, @Nullable Duration retryAfter) {

    boolean isSuccessful() {
        return status >= 200 && status < 300;
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
