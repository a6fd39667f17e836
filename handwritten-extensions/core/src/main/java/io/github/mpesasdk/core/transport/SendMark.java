package io.github.mpesasdk.core.transport;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Notes the moment after which a request may have reached the gateway. A network interceptor runs once the connection,
 * TLS included, stands and before the first byte is written; whatever fails earlier has sent nothing for certain.
 */
final class SendMark {

    static final Interceptor INTERCEPTOR = SendMark::mark;

    private volatile boolean passed;

    boolean isPassed() {
        return passed;
    }

    private static Response mark(Interceptor.Chain chain) throws IOException {
        SendMark mark = chain.request().tag(SendMark.class);
        if (mark != null) {
            mark.passed = true;
        }
        return chain.proceed(chain.request());
    }
}
