package io.github.mpesasdk.sandbox.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Passes bytes between a client and the sandbox, and ends the one connection as the other ends, so that a reset or half
 * an answer is the same behind TLS as before it.
 */
final class Relay {

    private static final int SEGMENT = 16 * 1024;

    private final Socket connection;
    private final Socket client;
    private final Socket sandbox;
    private final Activity activity;
    private final AtomicBoolean ended = new AtomicBoolean();

    /**
     * A relay.
     *
     * @param connection the client's TCP connection
     * @param client the same, or TLS over it
     * @param sandbox where its bytes go
     * @param activity hears of what passes
     */
    Relay(Socket connection, Socket client, Socket sandbox, Activity activity) {
        this.connection = connection;
        this.client = client;
        this.sandbox = sandbox;
        this.activity = activity;
    }

    /** Returns when both directions have ended. */
    void run(Executor executor) {
        CountDownLatch sent = new CountDownLatch(1);
        executor.execute(() -> {
            try {
                send();
            } finally {
                sent.countDown();
            }
        });
        answer();
        try {
            sent.await(); // Both connections are closed by now, so it does not last.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A client that says nothing more may still wait for an answer. */
    private void send() {
        try {
            pass(client.getInputStream(), sandbox.getOutputStream(), activity::sent);
            sandbox.shutdownOutput();
        } catch (IOException | RuntimeException e) {
            reset();
        }
    }

    /** A sandbox that answers nothing more hears nothing more either. */
    private void answer() {
        try {
            pass(sandbox.getInputStream(), client.getOutputStream(), activity::answered);
            if (ended.compareAndSet(false, true)) {
                try {
                    client.shutdownOutput();
                } finally {
                    Acceptor.closeQuietly(connection);
                    Acceptor.closeQuietly(sandbox);
                }
            }
        } catch (IOException | RuntimeException e) {
            reset();
        }
    }

    private static void pass(InputStream from, OutputStream to, Runnable passed) throws IOException {
        byte[] segment = new byte[SEGMENT];
        for (int n = from.read(segment); n >= 0; n = from.read(segment)) {
            passed.run();
            to.write(segment, 0, n);
            to.flush();
        }
    }

    private void reset() {
        if (ended.compareAndSet(false, true)) {
            reset(connection);
            reset(sandbox);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0); // close() sends RST.
        } catch (IOException e) {
            // It is closed already.
        }
        Acceptor.closeQuietly(socket);
    }
}
