package io.github.mpesasdk.drc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NotConnectedException;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.Secrecy;
import io.github.mpesasdk.core.testing.TestCertificate;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLServerSocketFactory;
import okhttp3.OkHttpClient;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.Test;

/** Whom the client trusts, and what it shows of itself. */
class TransportSecurityTest {

    private static final TestCertificate GATEWAY = certificateOf("127.0.0.1");
    private static final TestCertificate MERCHANT = certificateOf("127.0.0.2");

    private static TestCertificate certificateOf(String address) {
        try {
            return TestCertificate.of(new GeneralName(GeneralName.iPAddress, address));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static DyingServer gateway(SSLServerSocketFactory sockets) {
        return DyingServer.startTls(
                sockets,
                Fates.when(
                        TestGateway::isLogin,
                        Fates.answer("200 OK", Soap.session(TestGateway.SESSION)),
                        Fates.answer("200 OK", Soap.acceptedC2b())));
    }

    private static void charge(DyingServer gateway, UnaryOperator<DrcGatewayBuilder> security) {
        try (DrcGateway client =
                security.apply(TestGateway.settings().at(gateway.baseUrl())).build()) {
            client.c2b().charge(TestGateway::tea);
        }
    }

    private static void proveRefused(SSLServerSocketFactory sockets, UnaryOperator<DrcGatewayBuilder> security) {
        try (DyingServer gateway = gateway(sockets)) {
            NotConnectedException error = assertThrows(NotConnectedException.class, () -> charge(gateway, security));

            assertTrue(error.getMessage().contains("nothing was sent"), error.getMessage());
            assertEquals(List.of(), gateway.requests());
        }
    }

    @Test
    void aCertificateThatSignsItselfIsRefusedWithoutATrustStore() throws Exception {
        proveRefused(GATEWAY.serverSockets(), settings -> settings);
    }

    @Test
    void aCertificateInTheTrustStoreIsTrusted() throws Exception {
        KeyStore trusted = GATEWAY.trusted();
        try (DyingServer gateway = gateway(GATEWAY.serverSockets())) {
            charge(gateway, settings -> settings.trustStore(trusted));

            assertEquals(2, gateway.requests().size());
        }
    }

    @Test
    void anotherCertificateThanThatInTheTrustStoreIsRefused() throws Exception {
        KeyStore other = MERCHANT.trusted();

        proveRefused(GATEWAY.serverSockets(), settings -> settings.trustStore(other));
    }

    @Test
    void aTrustedCertificateOfAnotherHostIsRefused() throws Exception {
        KeyStore trusted = MERCHANT.trusted();

        proveRefused(MERCHANT.serverSockets(), settings -> settings.trustStore(trusted));
    }

    @Test
    void aGatewayThatDemandsACertificateIsShownIt() throws Exception {
        KeyStore trusted = GATEWAY.trusted();
        KeyStore key = MERCHANT.withKey();
        try (DyingServer gateway = gateway(GATEWAY.serverSockets(MERCHANT))) {
            charge(gateway, settings -> settings.trustStore(trusted).clientCertificate(key, TestCertificate.PASSWORD));
            charge(gateway, settings -> settings.clientCertificate(key, TestCertificate.PASSWORD)
                    .trustStore(trusted));

            assertEquals(4, gateway.requests().size());
        }
    }

    @Test
    void whoShowsNoneOrAnotherMovesNoMoney() throws Exception {
        KeyStore trusted = GATEWAY.trusted();
        KeyStore other = GATEWAY.withKey();
        try (DyingServer gateway = gateway(GATEWAY.serverSockets(MERCHANT))) {
            // TLS 1.3 lets a client speak before the server has looked at its certificate.
            for (UnaryOperator<DrcGatewayBuilder> security : List.<UnaryOperator<DrcGatewayBuilder>>of(
                    settings -> settings.trustStore(trusted),
                    settings -> settings.trustStore(trusted).clientCertificate(other, TestCertificate.PASSWORD))) {
                MpesaException error = assertThrows(MpesaException.class, () -> charge(gateway, security));

                assertEquals("login", error.operation());
            }
            assertEquals(List.of(), gateway.requests());
        }
    }

    @Test
    void aCertificateOfTheMerchantLeavesTheTrustOfTheCallersClient() throws Exception {
        TransportSecurity trusting = TransportSecurity.OF_THE_PLATFORM.trusting(GATEWAY.trusted());
        OkHttpClient own = trusting.applyTo(new OkHttpClient());
        KeyStore key = MERCHANT.withKey();
        try (DyingServer gateway = gateway(GATEWAY.serverSockets(MERCHANT))) {
            charge(gateway, settings -> settings.httpClient(own).clientCertificate(key, TestCertificate.PASSWORD));

            assertEquals(2, gateway.requests().size());
        }
    }

    @Test
    void aStoreThatCannotServeIsRefusedByName() throws Exception {
        KeyStore unloaded = KeyStore.getInstance("PKCS12");
        KeyStore empty = TestCertificate.empty();
        KeyStore withoutKey = GATEWAY.trusted();
        KeyStore key = MERCHANT.withKey();
        char[] password = TestCertificate.PASSWORD;

        refusedAs("trustStore", () -> DrcGateway.builder().trustStore(unloaded));
        refusedAs("trustStore", () -> DrcGateway.builder().trustStore(empty));
        refusedAs("clientCertificate", () -> DrcGateway.builder().clientCertificate(unloaded, password));
        refusedAs("clientCertificate", () -> DrcGateway.builder().clientCertificate(empty, password));
        refusedAs("clientCertificate", () -> DrcGateway.builder().clientCertificate(withoutKey, password));
        refusedAs("clientCertificate", () -> DrcGateway.builder().clientCertificate(key, "wrong".toCharArray()));
    }

    private static void refusedAs(String method, Runnable setting) {
        InvalidInputException error = assertThrows(InvalidInputException.class, setting::run);
        assertTrue(error.getMessage().contains(method), error.getMessage());
        Secrecy.prove(error, List.of(String.valueOf(TestCertificate.PASSWORD), "wrong"));
    }
}
