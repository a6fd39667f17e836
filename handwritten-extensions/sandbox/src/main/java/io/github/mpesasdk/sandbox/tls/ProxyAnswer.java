package io.github.mpesasdk.sandbox.tls;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** How a connection is refused in HTTP, with a line for people. */
enum ProxyAnswer {
    MALFORMED("400 Bad Request"),
    REFUSED("403 Forbidden"),
    TOO_LARGE("431 Request Header Fields Too Large"),
    BUSY("503 Service Unavailable");

    private final String status;

    ProxyAnswer(String status) {
        this.status = status;
    }

    void write(OutputStream out, String line) throws IOException {
        byte[] body = (line + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(("HTTP/1.1 " + status + "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: "
                        + body.length + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }
}
