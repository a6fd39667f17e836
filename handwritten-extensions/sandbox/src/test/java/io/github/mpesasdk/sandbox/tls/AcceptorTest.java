package io.github.mpesasdk.sandbox.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A certificate that cannot be made, and what else goes wrong here, is the end of one connection. */
@Timeout(120)
class AcceptorTest {

    private static final int PATIENCE_MILLIS = 30_000;

    private final CountDownLatch end = new CountDownLatch(1);
    private boolean opens;

    @Test
    void aFaultOfOneConnectionLetsTheNextIn() throws Exception {
        try (Acceptor acceptor = acceptor()) {
            for (int i = 0; i < 3; i++) {
                assertIsEnded(acceptor);
            }
        }
    }

    @Test
    void aFaultWhileOneIsRefusedLetsTheNextIn() throws Exception {
        opens = true;
        List<Socket> many = new ArrayList<>();
        try (Acceptor acceptor = acceptor()) {
            while (many.size() < Acceptor.MOST_CONNECTIONS) {
                many.add(connect(acceptor));
            }
            for (int i = 0; i < 3; i++) {
                assertIsEnded(acceptor);
            }
        } finally {
            end.countDown();
            for (Socket socket : many) {
                socket.close();
            }
        }
    }

    private Acceptor acceptor() {
        return new Acceptor("127.0.0.1", 0, "test", new Opening() {
            @Override
            public Optional<Opened> open(Socket socket) {
                if (!opens) {
                    throw new IllegalStateException("no certificate could be made");
                }
                try {
                    end.await();
                } catch (InterruptedException closing) {
                    Thread.currentThread().interrupt();
                }
                return Optional.empty();
            }

            @Override
            public void refuse(Socket socket, String why) {
                throw new IllegalStateException("no certificate could be made");
            }
        });
    }

    private static Socket connect(Acceptor acceptor) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), acceptor.port());
    }

    private static void assertIsEnded(Acceptor acceptor) throws IOException {
        try (Socket socket = connect(acceptor)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            assertEquals(-1, socket.getInputStream().read());
        }
    }
}
