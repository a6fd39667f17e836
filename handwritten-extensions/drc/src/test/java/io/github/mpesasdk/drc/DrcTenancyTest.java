package io.github.mpesasdk.drc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.mpesasdk.core.testing.DyingServer.Fate;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.core.testing.TenancyContract;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A user opens one session at each address of a login, and the session goes out in the header of the envelope. */
class DrcTenancyTest extends TenancyContract {

    private static final String PASSWORD_OF = "password of ";

    @Override
    protected Proof proof() {
        return Proof.FETCHED_TOKEN;
    }

    @Override
    protected Optional<String> tokenAnswer(SeenRequest request, String token) {
        return TestGateway.isLogin(request) ? Optional.of(Soap.session(token)) : Optional.empty();
    }

    @Override
    protected String credentialSeen(SeenRequest request) {
        if (!TestGateway.isLogin(request)) {
            return Soap.token(request);
        }
        String user = Soap.item(request, "Username");
        assertEquals(PASSWORD_OF + user, Soap.item(request, "Password"));
        return user;
    }

    @Override
    protected Fate acceptance() {
        return Fates.answer("200 OK", Soap.acceptedC2b());
    }

    @Override
    protected Fate rejection() {
        return Fates.answer("200 OK", Soap.error("Session Expired"));
    }

    // Its words are known of a login at the sister gateway only.
    @Override
    protected Replacement replacement() {
        return Replacement.FOR_LATER_CALLS;
    }

    @Override
    protected List<Place> places() {
        return List.of(place(""), place("/production"));
    }

    private static Place place(String path) {
        return setup -> {
            DrcGateway client = TestGateway.settings()
                    .at(URI.create(setup.baseUrl() + path))
                    .login(setup.credential(), PASSWORD_OF + setup.credential())
                    .httpClient(setup.httpClient())
                    .tokenStore(setup.tokenStore())
                    .sessionLife(Duration.ofMinutes(5))
                    .build();
            return Client.of(() -> client.c2b().charge(TestGateway::tea), client::close);
        };
    }
}
