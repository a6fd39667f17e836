package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.mpesasdk.core.testing.DyingServer.Fate;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.core.testing.TenancyContract;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Key and secret of an app fetch one token, and the token goes out as it is. */
class KenyaTenancyTest extends TenancyContract {

    @Override
    protected Proof proof() {
        return Proof.FETCHED_TOKEN;
    }

    @Override
    protected Optional<String> tokenAnswer(SeenRequest request, String token) {
        return request.path().startsWith("/oauth/v1/generate")
                ? Optional.of("{\"access_token\":\"" + token + "\",\"expires_in\":\"3599\"}")
                : Optional.empty();
    }

    @Override
    protected String credentialSeen(SeenRequest request) {
        String[] header = request.header("Authorization").orElseThrow().split(" ", 2);
        if (header[0].equals("Bearer")) {
            return header[1];
        }
        assertEquals("Basic", header[0]);
        String[] app = new String(Base64.getDecoder().decode(header[1]), StandardCharsets.UTF_8).split(":", 2);
        assertEquals(secretOf(app[0]), app[1]);
        return app[0];
    }

    private static String secretOf(String key) {
        return "the secret of " + key;
    }

    @Override
    protected Fate acceptance() {
        return Fates.answer("200 OK", "{\"CheckoutRequestID\":\"ws_CO_1\",\"ResponseCode\":\"0\"}");
    }

    @Override
    protected Fate rejection() {
        return Fates.answer(
                "404 Not Found", "{\"errorCode\":\"404.001.03\",\"errorMessage\":\"Invalid Access Token\"}");
    }

    // One country, and its environments have addresses of their own.
    @Override
    protected List<Place> places() {
        return List.of(setup -> {
            Daraja daraja = Daraja.builder()
                    .at(setup.baseUrl())
                    .app(setup.credential(), secretOf(setup.credential()))
                    .payBill("174379", "passkey-of-the-test")
                    .callbacksAt(URI.create("https://shop.example/pay"))
                    .httpClient(setup.httpClient())
                    .tokenStore(setup.tokenStore())
                    .build();
            return Client.of(() -> daraja.stk().push(Shop::tea), daraja::close);
        });
    }
}
