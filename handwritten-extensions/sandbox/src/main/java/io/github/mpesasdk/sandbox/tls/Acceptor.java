package io.github.mpesasdk.sandbox.tls;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A port beside the sandbox's own, whose connections lead there. It takes a fixed number of them at a time, with two
 * threads for each. For one more, the one that was idle for longest is closed; if none is, the one more is told so, and
 * where there are more of these than it can tell, it closes them.
 */
final class Acceptor implements AutoCloseable {

    /** More than any pool of a client, few enough for a small machine. */
    static final int MOST_CONNECTIONS = 128;

    /** How many connections are refused at a time, and how many wait for it. */
    private static final int REFUSED_AT_ONCE = 4;

    private static final int MOST_WAITING = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Duration PATIENCE_OF_REFUSAL = Duration.ofSeconds(1);
    private static final String TOO_MANY = "this port of the sandbox takes " + MOST_CONNECTIONS
            + " connections at a time, and has them; close some, or use them again";

    private final Opening opening;
    private final InetAddress address;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<Socket, Activity> served = new ConcurrentHashMap<>();
    private final Semaphore room = new Semaphore(MOST_CONNECTIONS);
    private final ExecutorService threads;
    private final ExecutorService refusals;
    private final ScheduledExecutorService timer;

    /**
     * Opens a port; 0 takes a free one.
     *
     * @param host where the sandbox listens
     * @throws PortException if the port is taken
     */
    Acceptor(String host, int port, String name, Opening opening) {
        this.opening = opening;
        try {
            address = InetAddress.getAllByName(host)[0];
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(address, port));
        } catch (BindException e) {
            throw new PortException(port, e);
        } catch (IOException e) {
            throw new UncheckedIOException("no port " + port + " for " + name + ": " + e.getMessage(), e);
        }
        threads = Executors.newCachedThreadPool(daemon(name));
        refusals = refusals(daemon(name + "-refusal"));
        timer = Executors.newSingleThreadScheduledExecutor(daemon(name + "-timer"));
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() {
        closeQuietly(server);
        timer.shutdownNow();
        threads.shutdownNow();
        refusals.shutdownNow();
        // Last, because from here on nobody starts with another one.
        open.forEach(Acceptor::closeQuietly);
    }

    static void closeQuietly(Closeable connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // It is over either way.
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                if (hasRoom()) {
                    Activity activity = new Activity(System::nanoTime);
                    served.put(socket, activity);
                    start(threads, socket, () -> serve(socket, activity), room::release);
                } else {
                    // Not on this thread, which somebody may wait for by then: a client may say nothing for a while.
                    start(refusals, socket, () -> refuse(socket), () -> {});
                }
            } catch (IOException | RuntimeException e) {
                // The port was closed, one client was gone before it was there, or the machine has no room. Whatever
                // it is, the next client is let in.
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private boolean hasRoom() {
        if (room.tryAcquire()) {
            return true;
        }
        Optional<Socket> idle = served.entrySet().stream()
                .filter(connection -> connection.getValue().isIdle())
                .max(Comparator.comparingLong(
                        connection -> connection.getValue().idleNanos()))
                .map(Map.Entry::getKey);
        idle.ifPresent(Acceptor::closeQuietly);
        try {
            return idle.isPresent() && room.tryAcquire(PATIENCE_OF_REFUSAL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void start(ExecutorService executor, Socket socket, Runnable work, Runnable after) {
        Runnable end = () -> {
            forget(socket);
            after.run();
        };
        try {
            executor.execute(() -> {
                try {
                    work.run();
                } finally {
                    end.run();
                }
            });
        } catch (RejectedExecutionException e) {
            end.run(); // The sandbox is closing, or many are being refused.
        }
    }

    private void serve(Socket socket, Activity activity) {
        try {
            socket.setTcpNoDelay(true);
            Optional<Opened> opened;
            ScheduledFuture<?> deadline = endIn(PATIENCE, socket);
            try {
                opened = opening.open(socket);
            } finally {
                deadline.cancel(false);
            }
            if (opened.isPresent()) {
                activity.opened();
                try (Socket sandbox =
                        new Socket(ReachableHost.of(address), opened.get().port())) {
                    sandbox.setTcpNoDelay(true);
                    sandbox.getOutputStream().write(opened.get().first());
                    new Relay(socket, opened.get().client(), sandbox, activity).run(threads);
                }
            }
        } catch (IOException | RuntimeException e) {
            // The client gave up, does not speak what is spoken here, no certificate could be made for it, or the
            // sandbox is closing. It is the end of this connection alone.
        }
    }

    private void refuse(Socket socket) {
        try {
            ScheduledFuture<?> deadline = endIn(PATIENCE_OF_REFUSAL, socket);
            try {
                opening.refuse(socket, TOO_MANY);
            } finally {
                deadline.cancel(false);
            }
        } catch (IOException | RuntimeException e) {
            // It was not interested, no certificate could be made for it, or the sandbox is closing.
        }
    }

    private ScheduledFuture<?> endIn(Duration time, Socket socket) {
        return timer.schedule(() -> closeQuietly(socket), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void forget(Socket socket) {
        closeQuietly(socket);
        open.remove(socket);
        served.remove(socket);
    }

    private static ExecutorService refusals(ThreadFactory factory) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                REFUSED_AT_ONCE,
                REFUSED_AT_ONCE,
                PATIENCE.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                factory);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, "mpesa-sandbox-" + name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
