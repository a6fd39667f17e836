package io.github.mpesasdk.core.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PublicKeysTest {

    private static final byte[] KEY = TestKeys.RSA.getPublic().getEncoded();
    private static final byte[] CERTIFICATE = TestKeys.certificate(TestKeys.RSA);

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("PEM certificate", TestKeys.pem("CERTIFICATE", CERTIFICATE)),
                Arguments.of("PEM key", TestKeys.pem("PUBLIC KEY", KEY)),
                Arguments.of(
                        "PEM with words around it",
                        "subject=CN\r\n" + TestKeys.pem("CERTIFICATE", CERTIFICATE) + "end"),
                Arguments.of("PEM on one line", TestKeys.pem("PUBLIC KEY", KEY).replace("\n", "")),
                Arguments.of("PEM with a byte order mark", "\uFEFF" + TestKeys.pem("PUBLIC KEY", KEY)),
                Arguments.of("certificate on one line", TestKeys.base64(CERTIFICATE)),
                Arguments.of("key on one line", TestKeys.base64(KEY)),
                Arguments.of("key with CRLF", TestKeys.wrapped(KEY, "\r\n")),
                Arguments.of(
                        "key with spaces", "  " + TestKeys.wrapped(KEY, "\n").replace("\n", " \n ") + "\n\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void readsEveryFormInWhichKeysArrive(String form, String text) throws GeneralSecurityException {
        assertEquals("s3cret", decrypted(PublicKeys.read(text).encrypt("s3cret")), form);
        assertEquals(
                2048, PublicKeys.read(text.getBytes(StandardCharsets.UTF_8)).bits());
    }

    @Test
    void readsTheBytesOfBinaryFiles() throws GeneralSecurityException {
        assertEquals("s3cret", decrypted(PublicKeys.read(KEY).encrypt("s3cret")));
        assertEquals("s3cret", decrypted(PublicKeys.read(CERTIFICATE).encrypt("s3cret")));
    }

    private static String decrypted(String base64) throws GeneralSecurityException {
        return EncryptionKeyTest.decrypted(base64);
    }

    @Test
    void usesAnExpiredCertificateAndReportsIt() throws GeneralSecurityException {
        CertificateFacts facts = PublicKeys.read(CERTIFICATE).certificate().orElseThrow();

        assertTrue(facts.isExpired(Clock.systemUTC()));
        assertFalse(facts.isExpired(Clock.fixed(TestKeys.END.minusSeconds(1), ZoneOffset.UTC)));
        assertEquals(TestKeys.END, facts.notAfter());
        assertEquals("5df069e6", facts.serialNumber());
        assertTrue(facts.subject().contains("gateway.example"));
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(CERTIFICATE);
        assertArrayEquals(sha256, HexFormat.ofDelimiter(":").withUpperCase().parseHex(facts.sha256()));
    }

    @Test
    void aBareKeyHasNoCertificate() {
        assertTrue(PublicKeys.read(KEY).certificate().isEmpty());
    }

    static Stream<Arguments> refused() {
        byte[] privateKey = TestKeys.RSA.getPrivate().getEncoded();
        byte[] half = Arrays.copyOf(CERTIFICATE, CERTIFICATE.length / 2);
        return Stream.of(
                Arguments.of(TestKeys.pem("PRIVATE KEY", privateKey), "is a private key"),
                Arguments.of(TestKeys.pem("ENCRYPTED PRIVATE KEY", privateKey), "is a private key"),
                Arguments.of(TestKeys.base64(privateKey), "is neither an X.509 certificate nor a public key"),
                Arguments.of(
                        TestKeys.pem("PUBLIC KEY", TestKeys.EC.getPublic().getEncoded()), "is not an RSA public key"),
                Arguments.of(TestKeys.base64(TestKeys.certificate(TestKeys.EC)), "is not an RSA public key"),
                Arguments.of(TestKeys.pem("CERTIFICATE", half), "is not a complete key or certificate"),
                Arguments.of(TestKeys.base64(half), "is not a complete key or certificate"),
                Arguments.of("-----BEGIN CERTIFICATE-----\n" + TestKeys.base64(half), "is not a complete key"),
                Arguments.of("", "is empty"),
                Arguments.of("  \n", "is empty"),
                Arguments.of("this is no key at all", "is not a complete key or certificate"),
                Arguments.of("<html>blocked</html>", "is not a complete key or certificate"),
                Arguments.of(
                        TestKeys.base64(new byte[] {0x30, 0x00}), "is neither an X.509 certificate nor a public key"),
                Arguments.of(
                        TestKeys.base64(new byte[] {0x05, 0x00}), "is neither an X.509 certificate nor a public key"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void saysWhatIsWrongWithAnythingElse(String text, String reason) {
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> PublicKeys.read(text));

        assertTrue(error.violations().get(0).rule().startsWith(reason), error.getMessage());
    }

    @Test
    void damagedFilesGiveNothingButThatError() {
        Random random = new Random(42);
        for (int round = 0; round < 3_000; round++) {
            byte[] damaged = CERTIFICATE.clone();
            // The key itself comes late in the file; damage to structure is what is looked for here.
            damaged[random.nextInt(200)] = (byte) random.nextInt();
            damaged[random.nextInt(200)] = (byte) random.nextInt();
            try {
                PublicKeys.read(damaged);
            } catch (InvalidInputException readable) {
                assertEquals(1, readable.violations().size());
            }
        }
    }
}
