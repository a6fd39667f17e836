package io.github.mpesasdk.core.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocketFactory;

/**
 * An HTTP server on loopback, over bare sockets, that reads each request to its end, notes it, and then does what its
 * {@link Fate} says: answer, answer half, fall silent, or drop the line. It keeps a connection open for further
 * requests unless the fate closes it. Thread-safe.
 */
public final class DyingServer implements AutoCloseable {

    /** What happens after a request was read and noted; {@link Fates} has the usual ones. */
    @FunctionalInterface
    public interface Fate {

        /** Treats one request. A connection that is left open serves the next one. */
        void befall(SeenRequest request, Socket connection) throws IOException;
    }

    private final String scheme;
    private final ServerSocket listening;
    private final Fate fate;
    private final List<SeenRequest> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch acceptingEnded = new CountDownLatch(1);
    private final AtomicInteger accepted = new AtomicInteger();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "dying-server");
        thread.setDaemon(true);
        return thread;
    });

    private DyingServer(String scheme, ServerSocket listening, Fate fate) {
        this.scheme = scheme;
        this.listening = listening;
        this.fate = fate;
    }

    /** A server on a free port. */
    public static DyingServer start(Fate fate) {
        return start("http", ServerSocketFactory.getDefault(), fate);
    }

    /** The same behind TLS, with server sockets of the test's own certificates. */
    public static DyingServer startTls(SSLServerSocketFactory sockets, Fate fate) {
        return start("https", sockets, fate);
    }

    private static DyingServer start(String scheme, ServerSocketFactory sockets, Fate fate) {
        try {
            ServerSocket listening = sockets.createServerSocket(0, 256, InetAddress.getLoopbackAddress());
            DyingServer server = new DyingServer(scheme, listening, fate);
            server.threads.execute(server::accept);
            return server;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** An address of this machine under which nobody listens. */
    public static URI nobody() {
        return URI.create("http://127.0.0.1:" + Ports.deserted());
    }

    /** {@code http://127.0.0.1:port}, or https, without a slash at the end. */
    public URI baseUrl() {
        return URI.create(scheme + "://127.0.0.1:" + listening.getLocalPort());
    }

    /** Every request that arrived so far, also one that broke off, in the order of arrival. */
    public List<SeenRequest> requests() {
        return List.copyOf(requests);
    }

    /** How many requests arrived for a path. */
    public long count(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).count();
    }

    /** How many connections were opened so far. */
    public int connectionsAccepted() {
        return accepted.get();
    }

    /** Takes no further connections: they are refused. Those that stand stay. */
    public void refuseConnections() {
        try {
            listening.close();
            // As long as a thread waits at it, the system goes on greeting clients.
            acceptingEnded.await();
        } catch (IOException alreadyGone) {
            throw new UncheckedIOException(alreadyGone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = listening.accept();
                accepted.incrementAndGet();
                connections.add(connection);
                threads.execute(() -> serve(connection));
            }
        } catch (IOException | RejectedExecutionException closed) {
            // It was closed; that is how this ends.
        } finally {
            acceptingEnded.countDown();
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            // A second small write must not wait for the client to acknowledge the first.
            connection.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(connection.getInputStream());
            while (!connection.isClosed()) {
                SeenRequest request = SeenRequest.read(in);
                if (request == null) {
                    return;
                }
                requests.add(request);
                fate.befall(request, connection);
            }
        } catch (IOException clientLeft) {
            // Clients that lose patience with a dying server are what it is for.
        } finally {
            connections.remove(connection);
        }
    }

    /** Closes everything; what was noted can still be read. */
    @Override
    public void close() {
        refuseConnections();
        for (Socket connection : connections) {
            try {
                connection.close();
            } catch (IOException alreadyGone) {
                throw new UncheckedIOException(alreadyGone);
            }
        }
        threads.shutdownNow();
    }
}
