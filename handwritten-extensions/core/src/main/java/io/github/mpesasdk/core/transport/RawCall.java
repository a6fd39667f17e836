package io.github.mpesasdk.core.transport;

import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request that is no operation of any spec: sent as it is, once, over a connection that carries nothing else.
 * What the answer means is the caller's business. Used by one thread.
 */
public final class RawCall {

    // Real answers have a few hundred bytes; a megabyte is an error page or an attack.
    private static final long LARGEST_BODY = 1 << 20;

    private final Connections connections;
    private final HttpUrl url;
    private final Headers headers;

    /** A call of this address with these headers. */
    public RawCall(Connections connections, HttpUrl url, Headers headers) {
        this.connections = connections;
        this.url = url;
        this.headers = headers;
    }

    /**
     * Sends it.
     *
     * @param json the body; null for none
     * @param timeout the longest that the whole call may take
     * @throws NotSentException if nothing was sent for certain
     * @throws IOException if the answer did not come, or not whole: the request may have arrived
     */
    public RawAnswer send(String method, @Nullable String json, Duration timeout) throws IOException {
        SendGuard guard = new SendGuard(SendGuard.Route.ALONE, connections.executor());
        Request request = new Request.Builder()
                .url(url)
                .headers(headers)
                .method(
                        method,
                        json == null
                                ? null
                                : new OneShotBody(BodyFormat.json().contentType(), new Buffer().writeUtf8(json), guard))
                .build();
        Call call = connections.client(guard.route()).newCall(request);
        call.timeout().timeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
        guard.guard(call);
        try (Response response = BlockingCall.execute(call)) {
            guard.onTheWire();
            return new RawAnswer(
                    response.code(),
                    response.protocol().toString(),
                    response.message(),
                    withRetryAfter(response.headers(), guard.retryAfter()),
                    read(response).readByteString());
        } catch (IOException loss) {
            guard.over();
            throw guard.mayHaveArrived() ? loss : new NotSentException(loss);
        } finally {
            guard.over();
            guard.offTheWire();
        }
    }

    private static Headers withRetryAfter(Headers headers, @Nullable String retryAfter) {
        return retryAfter == null
                ? headers
                : headers.newBuilder().set(SendGuard.RETRY_AFTER, retryAfter).build();
    }

    /** The whole body of an answer, unless it is too large to be one. */
    static Buffer read(Response response) throws IOException {
        BufferedSource source = response.body().source();
        Buffer buffer = new Buffer();
        while (buffer.size() <= LARGEST_BODY) {
            if (source.read(buffer, LARGEST_BODY) == -1) {
                return buffer;
            }
        }
        throw new ProtocolException("the answer is larger than " + LARGEST_BODY + " bytes");
    }
}
