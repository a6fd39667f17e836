package io.github.mpesasdk.core.transport;

import java.io.IOException;
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Notes the moment after which a request may have reached the gateway, and lets it pass once. A network interceptor
 * runs once the connection, TLS included, stands and before the first byte is written; whatever fails earlier has sent
 * nothing for certain.
 */
final class SendMark {

    static final Interceptor INTERCEPTOR = SendMark::guard;

    private static final String RETRY_AFTER = "Retry-After";
    private static final KeptConnections CONNECTIONS = new KeptConnections();

    private volatile boolean passed;
    private volatile boolean bodyTaken;
    private volatile boolean metDeadConnection;
    private volatile @Nullable String retryAfter;

    /** Whether the gateway may have the request. */
    boolean mayHaveArrived() {
        // A body that was taken without passing here left through a client that an interceptor of the caller's brought.
        return passed || bodyTaken;
    }

    /** Whether nothing was sent only because a kept connection had ended: another connection may do. */
    boolean needsAnotherConnection() {
        return metDeadConnection && !mayHaveArrived();
    }

    /** How long the gateway asks to wait, as it wrote it. */
    @Nullable
    String retryAfter() {
        return retryAfter;
    }

    void bodyTaken() {
        bodyTaken = true;
    }

    private static Response guard(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        SendMark mark = request.tag(SendMark.class);
        if (mark == null) {
            throw new IOException("an interceptor took the SDK's tag off the request, so it was not sent");
        }
        if (mark.passed) {
            throw new IOException("this request was sent once and is not sent again");
        }
        if (CONNECTIONS.hasEnded(Objects.requireNonNull(chain.connection(), "a network interceptor has one"))) {
            mark.metDeadConnection = true;
            throw new IOException("the server had closed the connection, so nothing was sent");
        }
        mark.passed = true;
        Response response = chain.proceed(request);
        mark.retryAfter = response.header(RETRY_AFTER);
        // With it in sight, OkHttp answers "503, Retry-After: 0" by asking again on its own account.
        return response.newBuilder().removeHeader(RETRY_AFTER).build();
    }
}
