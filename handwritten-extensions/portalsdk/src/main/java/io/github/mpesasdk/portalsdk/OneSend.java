package io.github.mpesasdk.portalsdk;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request leave once, and remembers whether it did. A network interceptor runs once the connection, TLS
 * included, stands and before the first byte is written; whatever fails earlier has sent nothing for certain.
 */
final class OneSend {

    private static final String RETRY_AFTER = "Retry-After";

    static final OkHttpClient CLIENT = new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .authenticator(Authenticator.NONE)
            .proxyAuthenticator(Authenticator.NONE)
            // A request that is written into a kept connection, which the server has just closed, is lost.
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS))
            // HTTP/2 has no reason phrase.
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectTimeout(Duration.ofSeconds(10))
            // Bounded by the time-out of the context, which every call is given.
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .addNetworkInterceptor(OneSend::guard)
            .build();

    private boolean mayHaveArrived;
    private @Nullable Headers headers;

    /** Whether the gateway may have the request. */
    boolean mayHaveArrived() {
        return mayHaveArrived;
    }

    /** The headers of the answer as they came. */
    Headers headersOf(Response response) {
        return headers != null ? headers : response.headers();
    }

    private static Response guard(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        OneSend send = request.tag(OneSend.class);
        if (send == null || send.mayHaveArrived) {
            throw new IOException("this request was sent once and is not sent again");
        }
        send.mayHaveArrived = true;
        Response response = chain.proceed(request);
        send.headers = response.headers();
        // With it in sight, OkHttp answers "503, Retry-After: 0" by asking again on its own account.
        return response.newBuilder().removeHeader(RETRY_AFTER).build();
    }
}
