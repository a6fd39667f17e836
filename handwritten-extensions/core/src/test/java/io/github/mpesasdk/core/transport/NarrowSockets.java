package io.github.mpesasdk.core.transport;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;

/** Sockets that have room for little, and tell when somebody waits for more. */
final class NarrowSockets {

    // Nobody writes so long into a socket of which somebody reads.
    private static final Duration LONG = Duration.ofMillis(500);
    private static final long NOBODY = 0;

    private final AtomicLong writingSince = new AtomicLong(NOBODY);

    SocketFactory factory() {
        return new SocketsOfTheCaller(Narrow::new);
    }

    /** Whether somebody has been writing for long and does not come to an end. */
    boolean areFull() {
        long since = writingSince.get();
        return since != NOBODY && System.nanoTime() - since > LONG.toNanos();
    }

    private final class Narrow extends Socket {

        Narrow() {
            try {
                setSendBufferSize(Http2Server.FEW);
            } catch (SocketException closed) {
                throw new IllegalStateException(closed);
            }
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    writingSince.set(System.nanoTime());
                    out.write(bytes, offset, length);
                    writingSince.set(NOBODY);
                }
            };
        }
    }
}
