package io.github.mpesasdk.benchmarks.calls;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Asks a connection for a millisecond whether the server has ended it, as somebody careful does by hand. */
final class TestedConnections implements Interceptor {

    @Override
    public Response intercept(Chain chain) throws IOException {
        Socket socket = Objects.requireNonNull(chain.connection()).socket();
        int timeout = socket.getSoTimeout();
        socket.setSoTimeout(1);
        try {
            int unasked = socket.getInputStream().read();
            throw new IOException("the connection brought " + unasked + " unasked");
        } catch (SocketTimeoutException quiet) {
            socket.setSoTimeout(timeout);
        }
        return chain.proceed(chain.request());
    }
}
