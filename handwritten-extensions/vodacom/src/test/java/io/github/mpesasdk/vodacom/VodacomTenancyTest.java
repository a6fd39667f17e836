package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.core.testing.DyingServer.Fate;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.core.testing.TenancyContract;
import io.github.mpesasdk.vodacomapi.model.Market;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An API key opens one session for each environment and market, and the session goes out encrypted. */
class VodacomTenancyTest extends TenancyContract {

    @Override
    protected Proof proof() {
        return Proof.FETCHED_TOKEN;
    }

    @Override
    protected Optional<String> tokenAnswer(SeenRequest request, String token) {
        return Gateway.isSession(request) ? Optional.of(Gateway.sessionAnswer(token)) : Optional.empty();
    }

    @Override
    protected String credentialSeen(SeenRequest request) {
        return Gateway.bearer(request);
    }

    @Override
    protected Fate acceptance() {
        return Fates.answer(
                "201 Created", "{\"output_ResponseCode\":\"INS-0\",\"output_TransactionID\":\"TST1234567\"}");
    }

    @Override
    protected Fate rejection() {
        return Fates.answer("401 Unauthorized", Gateway.NOT_AUTHORIZED);
    }

    @Override
    protected List<Place> places() {
        return List.of(
                place("0744000001", settings -> settings.market(Market.TANZANIA)),
                place("0744000001", settings -> settings.market(Market.TANZANIA).production()),
                place("0200000001", settings -> settings.market(Market.GHANA)));
    }

    // A session that is refused is replaced at once, and not waited for.
    private static Place place(String customer, UnaryOperator<VodacomOpenApiBuilder> there) {
        return setup -> {
            VodacomOpenApi client = there.apply(VodacomOpenApi.builder()
                            .at(setup.baseUrl())
                            .apiKey(setup.credential(), Gateway.KEY)
                            .serviceProvider("000000")
                            .activationPatience(Duration.ZERO)
                            .httpClient(setup.httpClient())
                            .tokenStore(setup.tokenStore()))
                    .build();
            return Client.of(
                    () -> client.c2b()
                            .charge(charge -> charge.amount(10).from(customer).description("Tea")),
                    client::close);
        };
    }
}
