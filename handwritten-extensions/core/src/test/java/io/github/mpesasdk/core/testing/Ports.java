package io.github.mpesasdk.core.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine, where other tests open many at the same time. */
public final class Ports {

    // Systems give out none of these by themselves, by default, so one that is free stays so until it is opened.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int MOST_TRIES = 100;

    private static final Queue<Socket> HELD = new ConcurrentLinkedQueue<>();

    private Ports() {}

    /** One that will be opened later. */
    public static int free() {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // Another one, then.
            }
        }
        throw new IllegalStateException("no port of this machine can be opened");
    }

    /** One at which nobody listens, as long as this JVM lives: it is taken, so nobody else gets it. */
    static int deserted() {
        Socket holder = new Socket();
        try {
            holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        HELD.add(holder);
        return holder.getLocalPort();
    }
}
