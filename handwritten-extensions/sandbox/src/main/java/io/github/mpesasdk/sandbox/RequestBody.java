package io.github.mpesasdk.sandbox;

import io.github.mpesasdk.sandbox.market.BodyFault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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

    /** A tree of many small values takes a hundred times the room of its text. */
    static final int MOST_VALUES = 20_000;

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]+)");
    private static final int SHOWN = 40;
    private static final int PIECE = 8192;

    /** Reads one, but no more of it than {@link #LONGEST}, packed or unpacked. */
    static RequestBody read(InputStream sent, Map<String, String> headers, BodyRoom.Share room) throws IOException {
        byte[] bytes = bytes(sent, room);
        String encoding = headers.getOrDefault("Content-Encoding", "").trim().toLowerCase(Locale.ROOT);
        if (bytes.length > 0 && bytes.length <= LONGEST && encoding.matches("(x-)?gzip")) {
            try {
                bytes = bytes(new GZIPInputStream(new ByteArrayInputStream(bytes)), room);
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
            String text = new String(bytes, Charset.forName(name));
            return hasTooManyValues(text)
                    ? faulty(BodyFault.Kind.TOO_LONG, "the body has more than " + MOST_VALUES + " values")
                    : new RequestBody(text, Optional.empty());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return faulty(
                    BodyFault.Kind.UNREADABLE,
                    "the body is in a charset that there is not: " + name.substring(0, Math.min(SHOWN, name.length())));
        }
    }

    private static byte[] bytes(InputStream from, BodyRoom.Share room) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] some = new byte[PIECE];
        int n;
        while (all.size() <= LONGEST && (n = from.read(some, 0, Math.min(PIECE, LONGEST + 1 - all.size()))) >= 0) {
            // The first piece is free, so that usual requests never wait for long ones.
            room.take(all.size() < PIECE ? 0 : n);
            all.write(some, 0, n);
        }
        return all.toByteArray();
    }

    // As many as there are signs that begin one or part two, in JSON and in XML.
    private static boolean hasTooManyValues(String text) {
        return text.chars()
                        .filter(sign -> sign == '{' || sign == '[' || sign == ',' || sign == '<')
                        .count()
                > MOST_VALUES;
    }

    private static RequestBody faulty(BodyFault.Kind kind, String why) {
        return new RequestBody("", Optional.of(new BodyFault(kind, why)));
    }
}
