package io.github.mpesasdk.sandbox;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many bytes of long bodies are in work at a time, over all requests. A limit for each of them is not enough: many
 * at once would fill the memory all the same.
 */
final class BodyRoom {

    static final int MOST_BYTES = 4_000_000;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Semaphore room = new Semaphore(MOST_BYTES);

    /** The part of one request, given back when it is answered. */
    Share share() {
        return new Share();
    }

    /** What one request holds. For one thread. */
    final class Share implements AutoCloseable {

        private int taken;

        private Share() {}

        /**
         * Takes room for so many more bytes, and waits for it a while.
         *
         * @throws NoRoomException if others hold it for too long
         */
        void take(int bytes) throws IOException {
            try {
                if (!room.tryAcquire(bytes, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new NoRoomException();
                }
                taken += bytes;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }

        @Override
        public void close() {
            room.release(taken);
        }
    }

    /** Others hold all the room. */
    static final class NoRoomException extends IOException {

        private static final long serialVersionUID = 1;

        private NoRoomException() {
            super("the sandbox reads " + MOST_BYTES + " bytes of bodies at a time, and has them; send it again");
        }
    }
}
