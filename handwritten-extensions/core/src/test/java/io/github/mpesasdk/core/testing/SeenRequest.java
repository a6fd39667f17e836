package io.github.mpesasdk.core.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as it arrived.
 *
 * @param head request line and header lines, without the blank line behind them
 * @param body the body; shorter than announced if the connection broke off
 */
public record SeenRequest(String head, String body) {

    /** HTTP method, in capitals. */
    public String method() {
        return head.substring(0, Math.max(0, head.indexOf(' ')));
    }

    /** Path without query. */
    public String path() {
        String line = head.lines().findFirst().orElse("");
        String target = line.replaceFirst("^\\S* ", "").replaceFirst(" .*$", "");
        return target.replaceFirst("\\?.*$", "");
    }

    /** The value of a header, by name in any case of letters. */
    public Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return head.lines()
                .skip(1)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).trim())
                .findFirst();
    }

    /** The next request of a connection, or null where the client said nothing more. */
    static @Nullable SeenRequest read(InputStream in) throws IOException {
        String head = readHead(in);
        if (head.isEmpty()) {
            return null;
        }
        SeenRequest bare = new SeenRequest(head, "");
        int length = bare.header("Content-Length").map(Integer::parseInt).orElse(0);
        return new SeenRequest(head, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static String readHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int next = in.read(); next != -1; next = in.read()) {
            head.write(next);
            if (next == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1).strip();
    }
}
