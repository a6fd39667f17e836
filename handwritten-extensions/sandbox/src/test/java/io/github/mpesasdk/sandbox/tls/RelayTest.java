package io.github.mpesasdk.sandbox.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class RelayTest {

    private final ServerSocket here = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();

    RelayTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        threads.shutdownNow();
        here.close();
    }

    /** The sandbox's end is closed early, which is what the test is about. */
    @SuppressWarnings("try")
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bothConnectionsEndAlthoughTheClientsCannotBeShut(boolean checked) throws Exception {
        try (Socket client = connect(new Unwilling(checked));
                Socket clientsEnd = here.accept();
                Socket sandbox = connect(new Socket());
                Socket sandboxEnd = here.accept()) {
            Future<?> run = threads.submit(
                    () -> new Relay(client, client, sandbox, new Activity(System::nanoTime)).run(threads));
            sandboxEnd.getOutputStream().write(7);
            sandboxEnd.close();
            run.get(30, TimeUnit.SECONDS);
            assertEquals(7, clientsEnd.getInputStream().read());
            assertEquals(-1, clientsEnd.getInputStream().read());
            assertTrue(client.isClosed() && sandbox.isClosed());
        }
    }

    @SuppressWarnings("try")
    @Test
    void aClientThatIsResetEndsTheOther() throws Exception {
        try (Socket client = connect(new Socket());
                Socket clientsEnd = here.accept();
                Socket sandbox = connect(new Socket());
                Socket sandboxEnd = here.accept()) {
            Future<?> run = threads.submit(
                    () -> new Relay(client, client, sandbox, new Activity(System::nanoTime)).run(threads));
            clientsEnd.setSoLinger(true, 0);
            clientsEnd.close();
            run.get(30, TimeUnit.SECONDS);
            assertThrows(
                    SocketException.class, () -> sandboxEnd.getInputStream().read());
        }
    }

    private Socket connect(Socket socket) throws IOException {
        socket.connect(here.getLocalSocketAddress());
        return socket;
    }

    /** One that is gone when it is told that there is no more, as TLS can be. */
    private static final class Unwilling extends Socket {

        private final boolean checked;

        Unwilling(boolean checked) {
            this.checked = checked;
        }

        @Override
        public void shutdownOutput() throws IOException {
            if (checked) {
                throw new IOException("gone");
            }
            throw new IllegalStateException("gone");
        }
    }
}
