package io.github.mpesasdk.core.transport;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Lets the wait for an answer end just before the call does. Where it is a wait that ends, and not the call, OkHttp
 * asks an HTTP/2 connection for a sign of life, and gives no further request to one that shows none within a second: so
 * a gateway that is slow is told from a connection that is dead, which would else be used until TCP gives it up.
 */
final class Patience implements Interceptor {

    private static final long BEFORE_MILLIS = 100;

    @Override
    public Response intercept(Chain chain) throws IOException {
        long limit = TimeUnit.NANOSECONDS.toMillis(chain.call().timeout().timeoutNanos());
        long wait = limit - Math.min(BEFORE_MILLIS, limit / 10);
        // Zero would mean no limit.
        return chain.withReadTimeout((int) Math.max(1, wait), TimeUnit.MILLISECONDS)
                .proceed(chain.request());
    }
}
