package io.github.mpesasdk.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A port that will be opened later. */
final class FreePort {

    // The system itself gives out none of these, so one that is free stays so until it is opened.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    private FreePort() {}

    static int find() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // Another one, then.
            }
        }
    }
}
