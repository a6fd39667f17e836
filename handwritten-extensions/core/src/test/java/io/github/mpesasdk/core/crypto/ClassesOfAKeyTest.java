package io.github.mpesasdk.core.crypto;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bouncy Castle's first use takes longer than all else that a client is built of, so reading a key is without it. */
class ClassesOfAKeyTest {

    /** Reads the certificate in a file. */
    static final class Reader {

        private Reader() {}

        public static void main(String[] arguments) throws IOException {
            System.out.println(
                    PublicKeys.read(Files.readAllBytes(Path.of(arguments[0]))).bits());
        }
    }

    @Test
    void anOrdinaryCertificateIsReadWithoutBouncyCastle(@TempDir Path folder) throws IOException {
        Path certificate = Files.write(folder.resolve("certificate.der"), TestKeys.certificate(TestKeys.RSA));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-verbose:class",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reader.class.getName(),
                        certificate.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertTrue(said.contains(PublicKeys.class.getName()), said);
        assertTrue(said.contains("2048"), said);
        assertFalse(said.contains("org.bouncycastle"), "a class of Bouncy Castle was loaded");
    }
}
