package io.github.mpesasdk.sandbox.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.Merchant;
import io.github.mpesasdk.sandbox.RawConnection;
import io.github.mpesasdk.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What faults do to a connection is the same behind TLS. */
class TlsFaultsTest extends TlsTest {

    private static final String PUSH = "/mpesa/stkpush/v1/processrequest";

    private final Merchant merchant;

    TlsFaultsTest(Sandbox sandbox) throws IOException {
        super(sandbox);
        merchant = new Merchant(sandbox.kenya(), receiver);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aResetIsAReset(String protocol) throws Exception {
        try (RawConnection connection = push(protocol, Fault.RESET_CONNECTION)) {
            assertTrue(assertThrows(SocketException.class, connection::readToTheEnd)
                    .toString()
                    .contains("reset"));
        }
        assertEquals(1, sandbox.kenya().journal().count("stkPush"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aDroppedConnectionEnds(String protocol) throws Exception {
        try (RawConnection connection = push(protocol, Fault.DROP_CONNECTION)) {
            assertTrue(connection.isClosed());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aTruncatedBodyEndsWhereItEndsWithoutTls(String protocol) throws Exception {
        String plain;
        sandbox.kenya().faults().next("stkPush", Fault.TRUNCATED_BODY);
        try (RawConnection connection = new RawConnection(sandbox.baseUrl())) {
            connection.post(PUSH, merchant.token(), merchant.push().toString());
            plain = connection.readToTheEnd();
        }
        assertTrue(sandbox.kenya().awaitCallbacks(SOON), "one prompt at a time");
        try (RawConnection connection = push(protocol, Fault.TRUNCATED_BODY)) {
            String answer = connection.readToTheEnd();
            assertEquals(plain.length(), answer.length(), answer);
            assertTrue(connection.isClosed());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void anIdleConnectionIsClosed(String protocol) throws Exception {
        try (RawConnection connection = push(protocol, Fault.CLOSED_WHILE_IDLE)) {
            assertTrue(connection.read(all -> all.endsWith("}")).startsWith("HTTP/1.1 200 "));
            assertTrue(connection.isClosed());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aSecondAnswerFollowsTheFirst(String protocol) throws Exception {
        try (RawConnection connection = push(protocol, Fault.TWO_ANSWERS)) {
            assertEquals(3, connection.read(RawConnection::hasTwoAnswers).split("HTTP/1.1 200 ", -1).length);
        }
    }

    private RawConnection push(String protocol, Fault fault) throws Exception {
        sandbox.kenya().faults().next("stkPush", fault);
        SSLSocket socket = (SSLSocket) Trusting.context(sandbox.certificateAuthority())
                .getSocketFactory()
                .createSocket(
                        InetAddress.getLoopbackAddress(), sandbox.httpsUrl().getPort());
        socket.setEnabledProtocols(new String[] {protocol});
        RawConnection connection = new RawConnection(socket);
        connection.post(PUSH, merchant.token(), merchant.push().toString());
        return connection;
    }
}
