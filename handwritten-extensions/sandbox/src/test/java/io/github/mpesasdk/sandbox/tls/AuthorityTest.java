package io.github.mpesasdk.sandbox.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.github.mpesasdk.sandbox.Sandbox;
import java.math.BigInteger;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest {

    private static final List<String> OPERATORS = List.of("sandbox.safaricom.co.ke");

    @TempDir
    Path temporary;

    @Test
    void aFolderKeepsTheAuthorityFromStartToStart() throws Exception {
        Path folder = temporary.resolve("not/there/yet");
        String first;
        try (Sandbox sandbox = Sandbox.builder().authority(folder).httpsPort(0).start()) {
            first = sandbox.certificateAuthority();
            assertEquals(first, Files.readString(folder.resolve("ca.pem")));
            assertEquals(
                    folder.resolve("ca.pem").toString(),
                    JsonParser.parseString(sandbox.describe())
                            .getAsJsonObject()
                            .get("certificateAuthorityFile")
                            .getAsString());
            assertFalse(sandbox.describe().contains("PRIVATE KEY"));
        }
        try (Sandbox sandbox = Sandbox.builder().authority(folder).proxyPort(0).start()) {
            assertEquals(first, sandbox.certificateAuthority());
        }
        try (Sandbox sandbox = Sandbox.builder().httpsPort(0).start()) {
            assertNotEquals(first, sandbox.certificateAuthority(), "without a folder it is another each time");
        }
    }

    @Test
    void allMayReadTheCertificatesAndOnlyTheOwnerTheKeys() throws Exception {
        Authority.in(temporary, OPERATORS, "127.0.0.1");
        Files.setPosixFilePermissions(temporary.resolve("ca-key.pem"), PosixFilePermissions.fromString("rw-r--r--"));
        Authority.in(temporary, OPERATORS, "127.0.0.1");
        for (String name : List.of("ca", "localhost")) {
            assertEquals("rw-r--r--", permissions(name + ".pem"));
            assertEquals("rw-------", permissions(name + "-key.pem"));
        }
        try (Stream<Path> files = Files.list(temporary)) {
            assertEquals(5, files.count(), "four in PEM and the lock; nothing half-written");
        }
    }

    @Test
    void theLocalhostCertificateIsTheAuthoritysAndKept() throws Exception {
        Authority authority = Authority.in(temporary, OPERATORS, "127.0.0.1");
        String first = Files.readString(temporary.resolve("localhost.pem"));
        Trusting.certificate(first).verify(Trusting.certificate(authority.pem()).getPublicKey());
        Authority.in(temporary, OPERATORS, "127.0.0.1");
        assertEquals(first, Files.readString(temporary.resolve("localhost.pem")));
    }

    @Test
    void aKeyIsWrittenWithItsPublicKeyForReadersThatNeedIt() throws Exception {
        Authority.in(temporary, OPERATORS, "127.0.0.1");
        for (String name : List.of("ca", "localhost")) {
            byte[] key = Pem.read("PRIVATE KEY", Files.readString(temporary.resolve(name + "-key.pem")));
            assertNotNull(
                    ECPrivateKey.getInstance(PrivateKeyInfo.getInstance(key).parsePrivateKey())
                            .getPublicKey());
        }
    }

    @Test
    void anAuthorityOfRsaThatSomebodyTrustsIsKept() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        String name = "CN=M-Pesa sandbox of this machine, O=M-Pesa SDK";
        Instant now = Instant.now();
        byte[] root = new CertificateDraft(name, BigInteger.ONE, keys.getPublic(), now, now.plus(Duration.ofDays(90)))
                .with(Extension.basicConstraints, true, new BasicConstraints(0))
                .with(Extension.nameConstraints, true, new CertificateNames(OPERATORS, "127.0.0.1").constraints())
                .signed(name, keys.getPrivate());
        Files.writeString(temporary.resolve("ca.pem"), Pem.certificate(root));
        Files.writeString(
                temporary.resolve("ca-key.pem"),
                Pem.privateKey(keys.getPrivate().getEncoded()));

        Authority authority = Authority.in(temporary, OPERATORS, "127.0.0.1");
        assertEquals(Pem.certificate(root), authority.pem());
        authority.server("localhost").certificate().verify(keys.getPublic());
        authority.server("checkout.test").certificate().verify(keys.getPublic());
        try (Sandbox sandbox =
                Sandbox.builder().authority(temporary).httpsPort(0).start()) {
            HttpClient client = Trusting.client(sandbox.certificateAuthority());
            HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.httpsUrl() + "/_sandbox"))
                    .build();
            assertEquals(
                    200,
                    client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
        }
    }

    @Test
    void aServersCertificateIsMadeAnewBeforeItEnds() throws Exception {
        MovableClock clock = new MovableClock();
        Authority authority = Authority.in(temporary, OPERATORS, "127.0.0.1", clock);
        for (String host : List.of("localhost", "checkout.test")) {
            Issued first = authority.server(host);
            assertSame(first, authority.server(host));
            clock.move(Duration.ofDays(61));
            Issued second = authority.server(host);
            assertSame(second, authority.server(host));
            second.certificate().verify(authority.root().certificate().getPublicKey());
            second.certificate().checkValidity(Date.from(clock.instant().plus(Duration.ofDays(80))));
            assertEquals(first.key(), second.key(), "who is about to shake hands needs no other key");
        }
    }

    @Test
    void theNewCertificateIsInTheFolderToo() throws Exception {
        MovableClock clock = new MovableClock();
        Authority authority = Authority.in(temporary, OPERATORS, "127.0.0.1", clock);
        clock.move(Duration.ofDays(61));
        Issued second = authority.server("localhost");
        Path file = temporary.resolve("localhost.pem");
        assertEquals(second.certificatePem(), Files.readString(file));

        String others = Authority.in(temporary, List.of("apisandbox.safaricom.et"), "127.0.0.1")
                .server("localhost")
                .certificatePem();
        clock.move(Duration.ofDays(61));
        assertNotEquals(second, authority.server("localhost"));
        assertEquals(others, Files.readString(file), "by then it is another authority's folder");

        Files.writeString(temporary.resolve("ca.pem"), "mine");
        clock.move(Duration.ofDays(61));
        assertNotEquals(second, authority.server("localhost"), "although the folder cannot be used");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "127.0.0.1", "::1", "[::1]", "Shop.TEST", "a.localhost", "sandbox.safaricom.co.ke"})
    void aReceiverHasACertificateOfTheseHosts(String host) {
        try (Sandbox sandbox = Sandbox.start()) {
            assertNotNull(sandbox.receiverContext(host));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.example", "notlocalhost", "192.168.1.7", "", "shop.test."})
    void aReceiverOfAnotherHostIsToldWhatThereIs(String host) {
        try (Sandbox sandbox = Sandbox.start()) {
            String error =
                    String.valueOf(assertThrows(IllegalArgumentException.class, () -> sandbox.receiverContext(host))
                            .getMessage());
            for (String part : List.of("for " + host + ";", "127.0.0.1", "localhost", "test", "internal")) {
                assertTrue(error.contains(part), error);
            }
        }
    }

    @Test
    void theAuthorityIsBoundToItsNames() throws Exception {
        X509Certificate root =
                Trusting.certificate(Authority.inMemory(OPERATORS, "127.0.0.1").pem());
        assertEquals(0, root.getBasicConstraints(), "it makes no further authorities");
        assertTrue(root.getCriticalExtensionOIDs().contains("2.5.29.30"), "name constraints");
        assertTrue(root.getKeyUsage()[5] && !root.getKeyUsage()[0], "it signs certificates and nothing else");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "sandbox.safaricom.co.ke", "shop.test"})
    void aServersCertificateIsForServersOnly(String host) throws Exception {
        X509Certificate certificate =
                Authority.inMemory(OPERATORS, "127.0.0.1").server(host).certificate();
        assertEquals(List.of("1.3.6.1.5.5.7.3.1"), certificate.getExtendedKeyUsage());
    }

    @Test
    void theHostThatTheSandboxListensAtIsInTheCertificateOfThisMachineAndInTheConstraints() throws Exception {
        for (String host : List.of("192.168.1.7", "fd00::7", "desk.office")) {
            Authority authority = Authority.inMemory(OPERATORS, host);
            assertTrue(
                    authority.server("localhost").certificate().getSubjectAlternativeNames().stream()
                            .map(name -> String.valueOf(name.get(1)))
                            .anyMatch(name -> name.equals(host) || name.equals("fd00:0:0:0:0:0:0:7")),
                    host);
            assertEquals("localhost", authority.covered(host));
            Trusting.path(authority.pem(), authority.server(host).certificate());
        }
        Authority everywhere = Authority.inMemory(OPERATORS, "0.0.0.0");
        assertThrows(IllegalArgumentException.class, () -> everywhere.covered("0.0.0.0"));
    }

    @Test
    void anAuthorityThatMayMoreThanItMustIsKept() {
        String here = Authority.in(temporary, OPERATORS, "192.168.1.7").pem();
        assertEquals(here, Authority.in(temporary, OPERATORS, "127.0.0.1").pem());
        Authority elsewhere = Authority.in(temporary, OPERATORS, "192.168.1.8");
        assertNotEquals(here, elsewhere.pem());
        assertThrows(IllegalArgumentException.class, () -> elsewhere.covered("192.168.1.7"));
    }

    @Test
    void otherOperatorsNeedAnotherAuthority() {
        String first = Authority.in(temporary, OPERATORS, "127.0.0.1").pem();
        String second = Authority.in(temporary, List.of("apisandbox.safaricom.et"), "127.0.0.1")
                .pem();
        assertNotEquals(first, second);
        assertEquals(
                second,
                Authority.in(temporary, List.of("apisandbox.safaricom.et"), "127.0.0.1")
                        .pem());
    }

    @Test
    void whatSomebodyElsePutThereIsLeftAlone() throws Exception {
        Path certificate = temporary.resolve("ca.pem");
        Files.writeString(certificate, "mine");
        Files.writeString(temporary.resolve("ca-key.pem"), "mine");
        String error = assertThrows(IllegalStateException.class, () -> Authority.in(temporary, OPERATORS, "127.0.0.1"))
                .toString();
        assertTrue(error.contains(certificate.toString()), error);
        assertEquals("mine", Files.readString(certificate));

        Issued stranger = Authority.inMemory(OPERATORS, "127.0.0.1").server("localhost");
        Files.writeString(certificate, stranger.certificatePem());
        Files.writeString(temporary.resolve("ca-key.pem"), stranger.keyPem());
        assertThrows(IllegalStateException.class, () -> Authority.in(temporary, OPERATORS, "127.0.0.1"));
    }

    @Test
    void aFolderThatCannotBeUsedIsNamed() throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "");
        String error = assertThrows(IllegalStateException.class, () -> Authority.in(file, OPERATORS, "127.0.0.1"))
                .toString();
        assertTrue(error.contains(file.toString()), error);
    }

    @Test
    void aPortThatIsTakenEndsTheStart() {
        try (Sandbox sandbox = Sandbox.builder().httpsPort(0).start()) {
            int taken = sandbox.httpsUrl().getPort();
            Throwable error = assertThrows(
                    RuntimeException.class,
                    () -> Sandbox.builder().proxyPort(taken).start());
            while (error.getCause() != null) {
                error = error.getCause();
            }
            assertTrue(error instanceof BindException, error.toString());
        }
    }

    @Test
    void keysAreNotShown() {
        Issued issued = Authority.inMemory(OPERATORS, "127.0.0.1").server("localhost");
        assertEquals("Issued[O=M-Pesa SDK, CN=M-Pesa sandbox]", issued.toString());
    }

    private String permissions(String file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.resolve(file)));
    }
}
