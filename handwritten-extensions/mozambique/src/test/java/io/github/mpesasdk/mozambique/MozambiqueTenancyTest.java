package io.github.mpesasdk.mozambique;

import io.github.mpesasdk.core.testing.DyingServer.Fate;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.core.testing.TenancyContract;
import java.util.List;
import java.util.Optional;

/** The API key itself goes out with every call, encrypted, and nothing is fetched or stored. */
class MozambiqueTenancyTest extends TenancyContract {

    @Override
    protected Proof proof() {
        return Proof.THE_CREDENTIAL;
    }

    @Override
    protected Optional<String> tokenAnswer(SeenRequest request, String token) {
        return Optional.empty();
    }

    @Override
    protected String credentialSeen(SeenRequest request) {
        return TestGateway.decrypted(
                request.header("Authorization").orElseThrow().replaceFirst("^Bearer ", ""));
    }

    @Override
    protected Fate acceptance() {
        return Fates.answer(
                "201 Created",
                TestGateway.repeatingId("{\"output_ResponseCode\":\"INS-0\",\"output_TransactionID\":\"TST1\"}"));
    }

    @Override
    protected Fate rejection() {
        return Fates.answer(
                "401 Unauthorized",
                TestGateway.repeatingId(
                        "{\"output_ResponseCode\":\"INS-2\",\"output_ResponseDesc\":\"Invalid API Key\"}"));
    }

    // One country, and its environments have addresses of their own.
    @Override
    protected List<Place> places() {
        return List.of(setup -> {
            Mozambique mozambique = TestGateway.settings()
                    .at(TestGateway.base(setup.baseUrl()))
                    .apiKey(setup.credential(), TestGateway.KEY)
                    .httpClient(setup.httpClient())
                    .build();
            return Client.of(
                    () -> mozambique.c2b().charge(charge -> charge.amount(15).from(TestGateway.CUSTOMER)),
                    mozambique::close);
        });
    }
}
