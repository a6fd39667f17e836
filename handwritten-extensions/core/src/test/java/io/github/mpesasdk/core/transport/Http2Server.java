package io.github.mpesasdk.core.transport;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * As much of HTTP/2 (RFC 9113), in clear and with prior knowledge, as it takes to answer a request on its stream with
 * status 200. It reads no headers, so it knows requests by their bodies alone. Thread-safe.
 */
final class Http2Server implements AutoCloseable {

    private static final int PREFACE = 24;
    private static final byte DATA = 0;
    private static final byte HEADERS = 1;
    private static final byte SETTINGS = 4;
    private static final byte PING = 6;
    private static final int END_STREAM = 1;
    private static final int ACK = 1;
    private static final int END_HEADERS = 4;
    /** The whole header block ":status: 200" (RFC 7541, static table). */
    private static final byte[] STATUS_200 = {(byte) 0x88};

    private static final byte[] NOTHING = {};
    /** As much as a socket has room for, in bytes. */
    static final int FEW = 1_024;
    // The longest that every client takes, in bytes.
    private static final int FRAME = 16_384;
    // Their answers are far more than two sockets have room for.
    private static final int MANY = 2_000;

    private final ServerSocket listening;
    private final UnaryOperator<String> answer;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile int lastRead = Integer.MAX_VALUE;
    private volatile int lastAnswered = Integer.MAX_VALUE;
    private volatile @Nullable String ignored;

    private Http2Server(ServerSocket listening, UnaryOperator<String> answer) {
        this.listening = listening;
        this.answer = answer;
    }

    /** A server that makes each answer from the body of the request, which is empty for a GET. */
    static Http2Server answering(UnaryOperator<String> answer) {
        try {
            return start(new ServerSocket(), answer);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** The same behind TLS. */
    static Http2Server answeringTls(SSLServerSocketFactory sockets, UnaryOperator<String> answer) {
        try {
            return start(sockets.createServerSocket(), answer);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    private static Http2Server start(ServerSocket listening, UnaryOperator<String> answer) throws IOException {
        listening.setReceiveBufferSize(FEW);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Http2Server server = new Http2Server(listening, answer);
        daemon(server::accept);
        return server;
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "http2-server");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * After this request, counted from 1, the connection takes nothing more and stays open; what it asks for fills all
     * that lies between it and a client whose own buffer is small. Then it answers.
     */
    Http2Server deafAfter(int request) {
        this.lastRead = request;
        return this;
    }

    /** Requests whose body has this are read and never answered. */
    Http2Server ignoring(String part) {
        this.ignored = part;
        return this;
    }

    /** Behind its answer to this request, counted from 1, the connection takes everything and says nothing. */
    Http2Server silentAfter(int request) {
        this.lastAnswered = request;
        return this;
    }

    URI baseUrl() {
        String scheme = listening instanceof SSLServerSocket ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + listening.getLocalPort());
    }

    int connectionsAccepted() {
        return accepted.get();
    }

    int requests() {
        return requests.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = listening.accept();
                accepted.incrementAndGet();
                daemon(() -> serve(connection));
            }
        } catch (IOException closed) {
            // That is how this ends.
        }
    }

    private void serve(Socket connection) {
        Map<Integer, ByteArrayOutputStream> bodies = new HashMap<>();
        try (connection) {
            if (connection instanceof SSLSocket tls) {
                SSLParameters parameters = tls.getSSLParameters();
                parameters.setApplicationProtocols(new String[] {"h2"});
                tls.setSSLParameters(parameters);
            }
            DataInputStream in = new DataInputStream(connection.getInputStream());
            DataOutputStream out = new DataOutputStream(connection.getOutputStream());
            in.readNBytes(PREFACE);
            write(out, SETTINGS, 0, 0, NOTHING);
            while (true) {
                int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
                byte type = in.readByte();
                int flags = in.readUnsignedByte();
                int stream = in.readInt();
                byte[] payload = in.readNBytes(length);
                boolean isAck = (flags & ACK) != 0;
                if ((type == SETTINGS || type == PING) && !isAck) {
                    write(out, type, ACK, 0, type == PING ? payload : NOTHING);
                }
                if (type == DATA) {
                    bodies.computeIfAbsent(stream, none -> new ByteArrayOutputStream())
                            .writeBytes(payload);
                }
                if ((type == DATA || type == HEADERS) && (flags & END_STREAM) != 0) {
                    ByteArrayOutputStream body = bodies.remove(stream);
                    boolean isLast = requests.incrementAndGet() == lastRead;
                    for (int signs = 0; isLast && signs < MANY; signs++) {
                        write(out, PING, 0, 0, new byte[8]);
                    }
                    respond(out, stream, body == null ? "" : body.toString(StandardCharsets.UTF_8));
                    if (isLast) {
                        closed.await();
                    }
                    if (requests.get() == lastAnswered) {
                        in.transferTo(OutputStream.nullOutputStream());
                    }
                }
            }
        } catch (IOException clientLeft) {
            // Its connection is over.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void respond(DataOutputStream out, int stream, String body) throws IOException {
        if (ignored != null && body.contains(ignored)) {
            return;
        }
        write(out, HEADERS, END_HEADERS, stream, STATUS_200);
        byte[] whole = answer.apply(body).getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < whole.length; at += FRAME) {
            int end = Math.min(whole.length, at + FRAME);
            write(out, DATA, end == whole.length ? END_STREAM : 0, stream, Arrays.copyOfRange(whole, at, end));
        }
    }

    private static void write(DataOutputStream out, int type, int flags, int stream, byte[] payload)
            throws IOException {
        out.writeByte(payload.length >> 16);
        out.writeShort(payload.length);
        out.writeByte(type);
        out.writeByte(flags);
        out.writeInt(stream);
        out.write(payload);
        out.flush();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listening.close();
        } catch (IOException alreadyGone) {
            throw new UncheckedIOException(alreadyGone);
        }
    }
}
