package io.github.mpesasdk.core.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Security;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bouncy Castle's first use takes longer than all else that a client is built of, so an ordinary key does without. */
class ClassesOfAKeyTest {

    private static final Pattern ENCRYPTED = Pattern.compile("encrypted (\\S+)");

    @TempDir
    private Path folder;

    /** Encrypts for the certificate in a file, on a platform that lacks the provider with some name. */
    static final class Encryptor {

        private Encryptor() {}

        public static void main(String[] arguments) throws IOException {
            Security.removeProvider(arguments[1]);
            EncryptionKey key = PublicKeys.read(Files.readAllBytes(Path.of(arguments[0])));
            System.out.println("encrypted " + key.encrypt("a secret"));
        }
    }

    @Test
    void anOrdinaryCertificateEncryptsWithoutBouncyCastle() throws IOException, GeneralSecurityException {
        String said = encryptedWithout("NoProvider");

        assertDecrypts(said);
        assertFalse(said.contains("org.bouncycastle"), "a class of Bouncy Castle was loaded");
    }

    @Test
    void aPlatformWithoutItsCipherIsNoHindrance() throws IOException, GeneralSecurityException {
        String said = encryptedWithout("SunJCE");

        assertDecrypts(said);
        assertTrue(said.contains("org.bouncycastle"), "the cipher of the platform was there");
    }

    private String encryptedWithout(String provider) throws IOException {
        Path certificate = Files.write(folder.resolve("certificate.der"), TestKeys.certificate(TestKeys.RSA));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-verbose:class",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Encryptor.class.getName(),
                        certificate.toString(),
                        provider)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void assertDecrypts(String said) throws GeneralSecurityException {
        Matcher encrypted = ENCRYPTED.matcher(said);
        assertTrue(encrypted.find(), said);
        assertEquals("a secret", EncryptionKeyTest.decrypted(encrypted.group(1)));
    }
}
