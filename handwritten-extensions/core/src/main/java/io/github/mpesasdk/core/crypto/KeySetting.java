package io.github.mpesasdk.core.crypto;

import io.github.mpesasdk.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;

/**
 * A public key that a setting holds or points at: the key itself, {@code @} and the name of a file, or the path of one.
 * Messages name the setting and never its value, which could be a secret in the wrong place.
 */
public final class KeySetting {

    private static final String INPUT = "The public key";
    private static final byte DER_SEQUENCE = 0x30;

    private KeySetting() {}

    /**
     * The key of a setting.
     *
     * @param setting names it in messages, for example {@code MPESA_TANZANIA_PUBLIC_KEY}
     * @throws InvalidInputException if there is no such file, or it is no such key
     */
    public static EncryptionKey read(String value, String setting) {
        return PublicKeys.read(text(value, setting), INPUT, setting);
    }

    /**
     * The text of the key, unread: that of the setting, or of the file; a binary file as base64.
     *
     * @throws InvalidInputException if there is no such file
     */
    public static String text(String value, String setting) {
        String written = value.strip();
        if (written.startsWith("@")) {
            return ofFile(written.substring(1), setting);
        }
        return KeyText.looksLikeAPath(written) ? ofFile(written, setting) : value;
    }

    private static String ofFile(String name, String setting) {
        Path path = path(name, setting);
        if (Files.isDirectory(path)) {
            throw refused(setting, "names a folder instead of a file");
        }
        byte[] bytes;
        try (InputStream file = Files.newInputStream(path)) {
            bytes = file.readNBytes(PublicKeys.LARGEST + 1);
        } catch (IOException | SecurityException unreadable) {
            throw refused(setting, "names a file that cannot be read");
        }
        return bytes.length > 0 && bytes[0] == DER_SEQUENCE
                ? Base64.getEncoder().encodeToString(bytes)
                : new String(bytes, StandardCharsets.ISO_8859_1).strip();
    }

    private static Path path(String name, String setting) {
        try {
            Path path = Path.of(name);
            if (Files.exists(path)) {
                return path;
            }
        } catch (InvalidPathException impossible) {
            // No file has that name, so there is none.
        }
        throw refused(setting, "names a file that does not exist");
    }

    private static InvalidInputException refused(String setting, String rule) {
        return new InvalidInputException(INPUT, setting, rule);
    }
}
