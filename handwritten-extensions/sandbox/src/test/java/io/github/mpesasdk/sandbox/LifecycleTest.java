package io.github.mpesasdk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    @Test
    void tokensEndByTheInjectedClock() throws Exception {
        Instant start = Instant.parse("2026-03-14T21:30:00Z");
        AtomicLong seconds = new AtomicLong();
        InstantSource source = () -> start.plusSeconds(seconds.get());
        Clock clock = source.withZone(ZoneOffset.UTC);
        try (Sandbox sandbox = Sandbox.builder()
                        .clock(clock)
                        .tokenLifetime(Duration.ofMinutes(10))
                        .start();
                Receiver receiver = new Receiver()) {
            Merchant merchant = new Merchant(sandbox.kenya(), receiver);
            String token = merchant.token();
            seconds.set(599);
            assertEquals(200, push(merchant, token));
            String callback = receiver.next("/stk").toString();
            assertTrue(callback.contains("\"Value\":20260315003959"), "Nairobi is three hours ahead: " + callback);
            seconds.set(600);
            assertEquals(404, push(merchant, token));
        }
    }

    @Test
    void theCertificateHasExpiredAsTheRealOnesHave() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            byte[] pem = sandbox.kenya().certificatePem().getBytes(StandardCharsets.US_ASCII);
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
            assertThrows(CertificateExpiredException.class, certificate::checkValidity);
        }
    }

    @Test
    void aClosedSandboxIsGone() throws Exception {
        int port = FreePort.find();
        Sandbox sandbox = Sandbox.start(port);
        try (Receiver receiver = new Receiver()) {
            Merchant merchant = new Merchant(sandbox.kenya(), receiver);
            merchant.token();
            sandbox.close();
            assertThrows(ConnectException.class, merchant::token);
        }
        Sandbox.start(port).close();
    }

    private static int push(Merchant merchant, String token) throws Exception {
        return merchant.post("/mpesa/stkpush/v1/processrequest", merchant.push(), token)
                .statusCode();
    }
}
