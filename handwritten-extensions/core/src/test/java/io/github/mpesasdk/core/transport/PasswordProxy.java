package io.github.mpesasdk.core.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/** An HTTP proxy that leads to one port of this machine, and asks for a password on each connection, which it ends. */
final class PasswordProxy implements AutoCloseable {

    /** What happens before the proxy asks. */
    @FunctionalInterface
    interface Pause {
        void pass() throws IOException;
    }

    private static final String WHO =
            "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"x\"\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

    private final ServerSocket listening;
    private final int target;
    private final AtomicReference<Pause> beforeNext = new AtomicReference<>();

    private PasswordProxy(ServerSocket listening, int target) {
        this.listening = listening;
        this.target = target;
    }

    static PasswordProxy before(int port) throws IOException {
        PasswordProxy proxy = new PasswordProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
        daemon(proxy::accept);
        return proxy;
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "password-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    Proxy address() {
        return new Proxy(Proxy.Type.HTTP, listening.getLocalSocketAddress());
    }

    /** What happens once, before the next question. */
    void onNextQuestion(Pause pause) {
        beforeNext.set(pause);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                daemon(() -> serve(client));
            }
        } catch (IOException closed) {
            // That is how this ends.
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (!head(client.getInputStream()).contains("Proxy-Authorization")) {
                Pause pause = beforeNext.getAndSet(null);
                if (pause != null) {
                    pause.pass();
                }
                say(client, WHO);
                return;
            }
            try (Socket gateway = new Socket(InetAddress.getLoopbackAddress(), target)) {
                say(client, "HTTP/1.1 200 Connected\r\n\r\n");
                daemon(() -> pipe(gateway, client));
                pipe(client, gateway);
            }
        } catch (IOException clientLeft) {
            // Its connection is over.
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        String text = "";
        while (!text.endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no whole request");
            }
            head.write(next);
            text = head.toString(StandardCharsets.ISO_8859_1);
        }
        return text;
    }

    private static void say(Socket client, String words) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(words.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static void pipe(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException ended) {
            // So does the other direction.
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException stillOpen) {
            throw new UncheckedIOException(stillOpen);
        }
    }
}
