package io.github.mpesasdk.core.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.InvalidInputException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
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
                Arguments.of(
                        "PEM with \\n for line ends",
                        TestKeys.pem("PUBLIC KEY", KEY).replace("\n", "\\n")),
                Arguments.of(
                        "PEM in quotes with \\r\\n for line ends",
                        '"' + TestKeys.pem("CERTIFICATE", CERTIFICATE).replace("\n", "\\r\\n") + '"'),
                Arguments.of("base64 as JSON writes it", TestKeys.base64(KEY).replace("/", "\\/")),
                Arguments.of(
                        "base64 for addresses",
                        TestKeys.base64(KEY).replace('+', '-').replace('/', '_').replace("=", "")),
                Arguments.of(
                        "PEM in base64",
                        TestKeys.base64(TestKeys.pem("PUBLIC KEY", KEY).getBytes(StandardCharsets.US_ASCII))),
                Arguments.of(
                        "base64 in base64", TestKeys.base64(TestKeys.base64(KEY).getBytes(StandardCharsets.US_ASCII))),
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

    @Test
    void readsPkcs1InEveryForm() throws GeneralSecurityException {
        byte[] pkcs1 = TestKeys.pkcs1(TestKeys.RSA);

        for (String text : List.of(
                TestKeys.pem("RSA PUBLIC KEY", pkcs1), TestKeys.base64(pkcs1), TestKeys.wrapped(pkcs1, "\r\n"))) {
            assertEquals("s3cret", decrypted(PublicKeys.read(text).encrypt("s3cret")));
        }
        assertEquals("s3cret", decrypted(PublicKeys.read(pkcs1).encrypt("s3cret")));
    }

    static Stream<Arguments> refused() {
        byte[] privateKey = TestKeys.RSA.getPrivate().getEncoded();
        byte[] half = Arrays.copyOf(CERTIFICATE, CERTIFICATE.length / 2);
        String key = TestKeys.pem("PUBLIC KEY", KEY);
        return Stream.of(
                Arguments.of(TestKeys.pem("PRIVATE KEY", privateKey), "is a private key"),
                Arguments.of(TestKeys.pem("ENCRYPTED PRIVATE KEY", privateKey), "is a private key"),
                Arguments.of(TestKeys.pem("OPENSSH PRIVATE KEY", privateKey), "is a private key"),
                Arguments.of(TestKeys.base64(privateKey), "is a private key"),
                Arguments.of(TestKeys.base64(TestKeys.pkcs1Private(TestKeys.RSA)), "is a private key"),
                Arguments.of(TestKeys.pem("PUBLIC KEY", privateKey), "is a private key"),
                Arguments.of(
                        TestKeys.pem("PUBLIC KEY", TestKeys.EC.getPublic().getEncoded()), "is not an RSA public key"),
                Arguments.of(TestKeys.base64(TestKeys.certificate(TestKeys.EC)), "is not an RSA public key"),
                Arguments.of(key + key, "holds 2 keys or certificates"),
                Arguments.of(TestKeys.pem("CERTIFICATE", CERTIFICATE) + key, "holds 2 keys or certificates"),
                Arguments.of(TestKeys.base64(TestKeys.twice(CERTIFICATE)), "holds more than one key or certificate"),
                Arguments.of(TestKeys.pem("CERTIFICATE", half), "is cut short"),
                Arguments.of(TestKeys.base64(half), "is cut short"),
                Arguments.of("-----BEGIN CERTIFICATE-----\n" + TestKeys.base64(half), "is cut short"),
                Arguments.of(TestKeys.base64(KEY).substring(0, 101), "is cut short"),
                Arguments.of("-----BEGIN certificate-----\nMII", "has a BEGIN line that cannot be read"),
                Arguments.of("", "is empty"),
                Arguments.of("  \n", "is empty"),
                Arguments.of("\"\"", "is empty"),
                Arguments.of("this is no key at all", "looks like an API key, a passkey or a password"),
                Arguments.of("k9Zt0aB3kd8Wqk2LmPz4xYv7Tn1Qs6Rc", "looks like an API key, a passkey or a password"),
                Arguments.of("c29tZSB0ZXh0IHRoYXQgaXMgbm8ga2V5".repeat(8), "is base64, but of something else"),
                Arguments.of("p@ss w0rd!", "is neither PEM nor base64"),
                Arguments.of("/etc/mpesa/production.cer", "looks like the name of a file"),
                Arguments.of("keys/production.pem", "looks like the name of a file"),
                Arguments.of("C:\\keys\\new.txt", "looks like the name of a file"),
                Arguments.of("@sandbox.b64", "looks like the name of a file"),
                Arguments.of("~/keys/mpesa", "looks like the name of a file"),
                Arguments.of("https://developer.example/key", "looks like a web address"),
                Arguments.of("<html>blocked</html>", "looks like an HTML or XML page"),
                Arguments.of("\uFEFF<?xml version='1.0'?>", "looks like an HTML or XML page"),
                Arguments.of("{\"publicKey\": \"MII\"}", "looks like JSON"),
                Arguments.of("ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ me@host", "is an SSH key"),
                Arguments.of("AAAAB3NzaC1yc2EAAAADAQABAAABAQ", "is an SSH key"),
                Arguments.of("---- BEGIN SSH2 PUBLIC KEY ----\nAAAA", "is an SSH key"),
                Arguments.of("-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQENB", "is a PGP key"),
                Arguments.of(TestKeys.pem("CERTIFICATE REQUEST", CERTIFICATE), "is a request for a certificate"),
                Arguments.of(TestKeys.pem("PKCS7", CERTIFICATE), "is a PKCS#7 bundle"),
                Arguments.of(TestKeys.base64(TestKeys.bundle(CERTIFICATE)), "is a PKCS#7 bundle"),
                Arguments.of(TestKeys.base64(TestKeys.store()), "is a PKCS#12 key store"),
                Arguments.of("M".repeat(70_000), "is larger than any key or certificate"),
                Arguments.of(
                        TestKeys.base64(new byte[] {0x30, 0x00}), "is neither an X.509 certificate nor a public key"));
    }

    @Test
    void aFileThatIsNoKeyIsNamedToo() {
        assertRefused("is neither PEM nor base64", () -> PublicKeys.read(new byte[] {0x05, 0x00}));
        assertRefused("is empty", () -> PublicKeys.read(new byte[0]));
        assertRefused("looks like an API key", () -> PublicKeys.read("0123456789".getBytes(StandardCharsets.US_ASCII)));
        assertRefused("is larger than any key", () -> PublicKeys.read(Arrays.copyOf(CERTIFICATE, 100_000)));
    }

    private static void assertRefused(String reason, Executable reading) {
        InvalidInputException error = assertThrows(InvalidInputException.class, reading);

        assertTrue(error.violations().get(0).rule().startsWith(reason), error.getMessage());
    }

    @Test
    void keysThatProtectNothingAreRefused() {
        BigInteger modulus = TestKeys.modulus(TestKeys.RSA);
        BigInteger standard = BigInteger.valueOf(65537);

        for (int bits : List.of(512, 1024, 2040)) {
            assertRefused(
                    "is a key of " + bits + " bits, which can be broken",
                    () -> PublicKeys.read(
                            TestKeys.pkcs1(modulus.shiftRight(2048 - bits).setBit(0), standard)));
        }
        for (long exponent : List.of(0L, 1L, 2L, 65536L)) {
            assertRefused(
                    "has an exponent that does not encrypt",
                    () -> PublicKeys.read(TestKeys.pkcs1(modulus, BigInteger.valueOf(exponent))));
        }
        assertRefused(
                "has an exponent that does not encrypt",
                () -> PublicKeys.read(TestKeys.pkcs1(modulus, modulus.subtract(BigInteger.TWO))));
        assertRefused("holds a damaged key", () -> PublicKeys.read(TestKeys.pkcs1(modulus.clearBit(0), standard)));
        assertRefused(
                "holds a damaged key", () -> PublicKeys.read(TestKeys.pkcs1(modulus.shiftLeft(20_000), standard)));
    }

    @Test
    void nothingMayFollowAKey() {
        byte[] key = TestKeys.RSA.getPublic().getEncoded();
        byte[] twoKeys = Arrays.copyOf(key, key.length * 2);
        System.arraycopy(key, 0, twoKeys, key.length, key.length);
        for (byte[] longer : List.of(twoKeys, Arrays.copyOf(key, key.length + 1))) {
            assertRefused("holds more than one key or certificate", () -> PublicKeys.read(longer));
        }
    }

    @Test
    void aDamagedModulusIsRefusedInEveryForm() throws Exception {
        BigInteger standard = BigInteger.valueOf(65537);
        BigInteger withSmallFactor = BigInteger.valueOf(3).pow(1300);
        for (BigInteger damaged : List.of(TestKeys.modulus(TestKeys.RSA).clearBit(0), withSmallFactor)) {
            byte[] bare = TestKeys.pkcs1(damaged, standard);
            byte[] info = new SubjectPublicKeyInfo(
                            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE), bare)
                    .getEncoded();
            assertRefused("holds a damaged key", () -> PublicKeys.read(bare));
            assertRefused("holds a damaged key", () -> PublicKeys.read(info));
        }
    }

    @Test
    void noMessageRepeatsWhatWasGiven() {
        for (String secret : List.of(
                "k9Zt0aB3kd8Wqk2LmPz4xYv7Tn1Qs6Rc",
                "/home/jane/keys/production.pem",
                "<html>s3cret</html>",
                "{\"apiKey\": \"s3cret\"}",
                "p@ss w0rd!")) {
            InvalidInputException error = assertThrows(InvalidInputException.class, () -> PublicKeys.read(secret));

            assertFalse(error.getMessage().contains(secret.substring(secret.length() / 2)), error.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void saysWhatIsWrongWithAnythingElse(String text, String reason) {
        assertRefused(reason, () -> PublicKeys.read(text));
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
