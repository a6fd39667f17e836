package io.github.mpesasdk.core.transport;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;

/**
 * A body that leaves once. {@code isOneShot} keeps OkHttp from following a 503 with {@code Retry-After: 0}; the guard
 * keeps an interceptor of the caller's client from sending a payment twice, also by another client of its own.
 */
final class OneShotBody extends RequestBody {

    private final MediaType type;
    private final Buffer content;
    private final long length;
    private final SendGuard guard;
    private final AtomicBoolean written = new AtomicBoolean();

    /** @param content it is empty once it was sent */
    OneShotBody(MediaType type, Buffer content, SendGuard guard) {
        this.type = type;
        this.content = content;
        this.length = content.size();
        this.guard = guard;
    }

    @Override
    public MediaType contentType() {
        return type;
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        guard.takeBody();
        if (!written.compareAndSet(false, true)) {
            throw new IOException("this request was sent once and is not sent again");
        }
        sink.write(content, length);
    }
}
