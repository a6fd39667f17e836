package io.github.mpesasdk.sandbox;

import io.github.mpesasdk.sandbox.market.BodyFault;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The body of a request as text.
 *
 * @param text empty if there is none, or it cannot be read
 * @param fault why it cannot be read; empty if it can
 */
record RequestBody(String text, Optional<BodyFault> fault) {

    static final int LONGEST = 1_000_000;

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]+)");
    private static final int SHOWN = 40;

    /** Reads one, but no more of it than {@link #LONGEST}, packed or unpacked. */
    static RequestBody read(InputStream sent, Map<String, String> headers) throws IOException {
        byte[] bytes = sent.readNBytes(LONGEST + 1);
        String encoding = headers.getOrDefault("Content-Encoding", "").trim().toLowerCase(Locale.ROOT);
        if (bytes.length > 0 && bytes.length <= LONGEST && encoding.matches("(x-)?gzip")) {
            try {
                bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readNBytes(LONGEST + 1);
            } catch (ZipException | EOFException e) {
                return faulty(BodyFault.Kind.UNREADABLE, "the body is not in the form of its Content-Encoding, gzip");
            }
        }
        if (bytes.length > LONGEST) {
            return faulty(BodyFault.Kind.TOO_LONG, "the body is longer than " + LONGEST + " bytes");
        }
        Matcher charset = CHARSET.matcher(headers.getOrDefault("Content-Type", ""));
        String name = charset.find() ? charset.group(1) : StandardCharsets.UTF_8.name();
        try {
            return new RequestBody(new String(bytes, Charset.forName(name)), Optional.empty());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return faulty(
                    BodyFault.Kind.UNREADABLE,
                    "the body is in a charset that there is not: " + name.substring(0, Math.min(SHOWN, name.length())));
        }
    }

    private static RequestBody faulty(BodyFault.Kind kind, String why) {
        return new RequestBody("", Optional.of(new BodyFault(kind, why)));
    }
}
