package io.github.mpesasdk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import javax.crypto.Cipher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncryptTest {

    private static final String SECRET = "Tr0ub4dor & 3 \u00e9";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // Set before the first test.
    private static KeyPair keys;

    @BeforeAll
    static void makeKey() throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        byte[] der = keys.getPublic().getEncoded();
        Files.write(folder.resolve("key.der"), der);
        Files.writeString(folder.resolve("key.txt"), Base64.getEncoder().encodeToString(der));
    }

    @ParameterizedTest
    @CsvSource({"--public-key, key.der", "--public-key, key.txt", "--certificate, key.txt"})
    void printsWhatOnlyTheOperatorCanRead(String option, String file) throws GeneralSecurityException {
        Shell.Result encrypted = encrypt(SECRET, option, file);

        assertEquals(0, encrypted.exit(), encrypted.err());
        assertEquals("", encrypted.err());
        assertEquals(SECRET, decrypted(encrypted.out().strip()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"'pin\n'; pin", "'pin\r\n'; pin", "'pin\n\n'; 'pin\n'", "' pin '; ' pin '"})
    void dropsOneLineEndAndNothingElse(String typed, String meant) throws GeneralSecurityException {
        assertEquals(
                meant, decrypted(encrypt(typed, "--public-key", "key.der").out().strip()));
    }

    @Test
    void refusesWhatCannotBeEncrypted() {
        assertEquals(2, encrypt("", "--public-key", "key.der").exit());
        assertEquals(2, encrypt("x".repeat(246), "--public-key", "key.der").exit());
        assertEquals(
                2,
                new Shell()
                        .type(new byte[] {(byte) 0xe9})
                        .run(
                                "encrypt",
                                "--public-key",
                                folder.resolve("key.der").toString())
                        .exit());
    }

    @Test
    void saysItInJsonIfAsked() throws GeneralSecurityException {
        Shell.Result encrypted = new Shell()
                .type(SECRET)
                .run(
                        "encrypt",
                        "--json",
                        "--public-key",
                        folder.resolve("key.der").toString());

        assertEquals(
                SECRET,
                decrypted(encrypted.json().getAsJsonObject().get("encrypted").getAsString()));
    }

    @Test
    void takesOneKeyNotTwo() {
        String file = folder.resolve("key.der").toString();
        Shell.Result both = new Shell().type(SECRET).run("encrypt", "--public-key", file, "--certificate", file);

        assertEquals(2, both.exit());
        assertFalse(both.everything().contains(SECRET));
    }

    private static Shell.Result encrypt(String secret, String option, String file) {
        Shell.Result result = new Shell()
                .type(secret)
                .run("encrypt", option, folder.resolve(file).toString());
        assertTrue(secret.isEmpty() || !result.everything().contains(secret));
        return result;
    }

    private static String decrypted(String base64) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.DECRYPT_MODE, keys.getPrivate());
        return new String(cipher.doFinal(Base64.getDecoder().decode(base64)), StandardCharsets.UTF_8);
    }
}
