package io.github.mpesasdk.cli;

import io.github.mpesasdk.cli.market.BadInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads what the user points at. */
final class InputText {

    // Nothing that this command reads is longer; more is a mistake, such as a device.
    private static final int LARGEST = 8 << 20;

    private InputText() {}

    /** The bytes of a file, or of standard input for {@code -}. */
    static byte[] bytes(String fileOrDash, InputStream standardInput) {
        if (fileOrDash.equals("-")) {
            return standardInput(standardInput);
        }
        String start = fileOrDash.stripLeading();
        if (start.startsWith("{") || start.startsWith("<")) {
            // Not quoted: it may hold a password.
            throw new BadInputException("Give the name of a file, or - for standard input, not the text itself.");
        }
        return ofFile(fileOrDash, "The file " + fileOrDash);
    }

    /** The bytes of standard input. */
    static byte[] standardInput(InputStream in) {
        try {
            return checked(in.readNBytes(LARGEST + 1), "Standard input");
        } catch (IOException unreadable) {
            throw new BadInputException("Standard input cannot be read.");
        }
    }

    /**
     * The bytes of a file.
     *
     * @param what names it in messages, where the name itself could be a secret in the wrong place
     */
    static byte[] ofFile(String name, String what) {
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException impossible) {
            throw new BadInputException(what + " has a name that no file can have.");
        }
        if (!Files.exists(path)) {
            throw new BadInputException(what + " does not exist.");
        }
        if (Files.isDirectory(path)) {
            throw new BadInputException(what + " is a folder.");
        }
        try (InputStream file = Files.newInputStream(path)) {
            return checked(file.readNBytes(LARGEST + 1), what);
        } catch (IOException unreadable) {
            throw new BadInputException(what + " cannot be read.");
        }
    }

    private static byte[] checked(byte[] bytes, String what) {
        if (bytes.length > LARGEST) {
            throw new BadInputException(what + " is larger than 8 MB.");
        }
        return bytes;
    }

    /** UTF-8, with a mark in the place of every byte that is none. */
    static String lenient(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** UTF-8, or an error: a secret or an input with a changed letter is another one. */
    static String strict(byte[] bytes, String what) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new BadInputException(what + " is not UTF-8 text.");
        }
    }

    /** Without the one line end that editors and {@code echo} put behind the last line. */
    static String withoutLineEnd(String text) {
        if (text.endsWith("\r\n")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
