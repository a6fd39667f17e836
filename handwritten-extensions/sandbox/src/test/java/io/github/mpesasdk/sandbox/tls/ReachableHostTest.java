package io.github.mpesasdk.sandbox.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.sandbox.Sandbox;
import java.net.URI;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class ReachableHostTest extends TlsTest {

    ReachableHostTest(Sandbox sandbox) throws Exception {
        super(sandbox);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "localhost, localhost",
        "192.168.1.7, 192.168.1.7",
        "0.0.0.0, 127.0.0.1",
        "0, 127.0.0.1",
        "::, 127.0.0.1",
        "[::], 127.0.0.1",
        "::1, [::1]",
        "[::1], [::1]",
        "fd00::7, [fd00::7]",
        "nobody.invalid, nobody.invalid",
    })
    void itIsTheHostOfAUrl(String host, String inUrl) {
        assertEquals(inUrl, ReachableHost.inUrl(host));
        assertEquals(inUrl, URI.create("http://" + inUrl + ":80/").getHost());
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.2, 127.0.0.2", "0.0.0.0, 127.0.0.1", "::1, [::1]", "::, 127.0.0.1", "localhost, localhost"})
    void whereTheSandboxListensItsUrlsLead(String host, String named) throws Exception {
        try (Sandbox there = Sandbox.builder().host(host).controlToken("token").start()) {
            URI https = there.httpsUrl();
            assertEquals(named, https.getHost());
            assertEquals(named, there.proxyUrl().getHost());
            assertTrue(there.describe().contains(https.toString()));
            if (!named.equals("127.0.0.2")) { // has no certificate
                assertEquals(
                        200,
                        get(Trusting.client(there.certificateAuthority()), https + "/_sandbox/health")
                                .statusCode());
            }
            HttpClient operators = Trusting.client(there.certificateAuthority(), there.proxyUrl());
            String answer = get(operators, "https://sandbox.safaricom.co.ke/oauth/v1/generate")
                    .body();
            assertTrue(answer.contains("errorCode"), answer);
        }
    }
}
