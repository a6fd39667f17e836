package io.github.mpesasdk.spring;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A port for a server whose address has to be known before it starts. */
final class FreePort {

    // Systems give out none of these by themselves, by default, so one that is free stays so until it is opened.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int MOST_TRIES = 100;

    private FreePort() {}

    static int find() {
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
}
