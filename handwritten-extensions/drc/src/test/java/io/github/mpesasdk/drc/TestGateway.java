package io.github.mpesasdk.drc;

import io.github.mpesasdk.RetryPolicy;
import io.github.mpesasdk.core.callback.CallbackKeys;
import io.github.mpesasdk.core.callback.CallbackTokens;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.drcapi.api.B2cCalls.B2cPaymentDraft;
import io.github.mpesasdk.drcapi.api.B2cCalls.B2cPaymentSteps;
import io.github.mpesasdk.drcapi.api.C2bCalls.C2bPaymentDraft;
import io.github.mpesasdk.drcapi.api.C2bCalls.C2bPaymentSteps;
import io.github.mpesasdk.drcapi.model.DrcCurrency;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A gateway of the tests, and a client that calls it. */
final class TestGateway implements AutoCloseable {

    static final String USERNAME = "username-of-the-test";
    static final String PASSWORD = "password-of-the-test";
    static final String SESSION = "0123456789abcdef00112233445566aa";
    static final String CUSTOMER = "0810 000 001";
    static final String MSISDN = "243810000001";
    static final Duration SOON = Duration.ofSeconds(30);

    private static final String CALLBACK_KEY = "callback-key-of-the-test-0123456789";

    private final DyingServer server;

    private TestGateway(DyingServer server) {
        this.server = server;
    }

    /** A gateway that opens sessions and answers the rest as told: status and reason, a line break, and a body. */
    static TestGateway open(Function<SeenRequest, String> answer) {
        return opening(request -> answered(Soap.session(SESSION)), answer);
    }

    /** The same, with sessions of the test's own. */
    static TestGateway opening(Function<SeenRequest, String> session, Function<SeenRequest, String> answer) {
        return new TestGateway(DyingServer.start((request, connection) -> {
            String[] parts =
                    (isLogin(request) ? session : answer).apply(request).split("\n", 2);
            Fates.answer(parts[0], parts[1], "Content-Type: text/xml; charset=utf-8")
                    .befall(request, connection);
        }));
    }

    /** A gateway that accepts every payment. */
    static TestGateway accepting() {
        return open(TestGateway::acceptance);
    }

    static String acceptance(SeenRequest request) {
        return answered(Soap.event(request).equals("12001") ? Soap.acceptedB2c() : Soap.acceptedC2b());
    }

    static String answered(String body) {
        return "200 OK\n" + body;
    }

    static boolean isLogin(SeenRequest request) {
        return Soap.event(request).equals("2500");
    }

    DrcGateway client() {
        return client(settings -> {});
    }

    DrcGateway client(Consumer<DrcGatewayBuilder> more) {
        DrcGatewayBuilder settings = settings().at(server.baseUrl());
        more.accept(settings);
        return settings.build();
    }

    /** Everything but an address. */
    static DrcGatewayBuilder settings() {
        return DrcGateway.builder()
                .login(USERNAME, PASSWORD)
                .c2bAccount("8337", "InitTrans_testC2B")
                .b2cAccount("SHOP", "15058", "InitTrans_testB2C")
                .callbacksAt(URI.create("https://shop.example/mpesa"))
                .callbackKey(CALLBACK_KEY)
                .retries(new RetryPolicy(3, Duration.ofMillis(10), Duration.ofMillis(50)));
    }

    /** An address of these settings that nobody was given yet. */
    static String freshAddress(String operation) {
        return "/mpesa/"
                + new CallbackTokens("drc/sandbox", CallbackKeys.of(List.of(CALLBACK_KEY)))
                        .make(operation, "", "")
                        .text();
    }

    static C2bPaymentDraft tea(
            C2bPaymentSteps.NeedsFrom<
                            C2bPaymentSteps.NeedsCurrency<
                                    C2bPaymentSteps.NeedsAmount<
                                            C2bPaymentSteps.NeedsSurname<
                                                    C2bPaymentSteps.NeedsInitials<C2bPaymentDraft>>>>>
                    charge) {
        return charge.from(CUSTOMER)
                .currency(DrcCurrency.CDF)
                .amount(2500)
                .surname("Kabila Shop")
                .initials("Tea of Order 17");
    }

    static B2cPaymentDraft wages(
            B2cPaymentSteps.NeedsTo<B2cPaymentSteps.NeedsCurrency<B2cPaymentSteps.NeedsAmount<B2cPaymentDraft>>>
                    payout) {
        return payout.to(CUSTOMER).currency(DrcCurrency.USD).amount(5);
    }

    List<SeenRequest> logins() {
        return server.requests().stream().filter(TestGateway::isLogin).toList();
    }

    List<SeenRequest> payments() {
        return server.requests().stream().filter(request -> !isLogin(request)).toList();
    }

    List<SeenRequest> all() {
        return server.requests();
    }

    URI address() {
        return server.baseUrl();
    }

    /** Where the outcome of a payment is to be posted. */
    String callbackAddress(int payment) {
        return Soap.item(payments().get(payment), "CallBackDestination");
    }

    @Override
    public void close() {
        server.close();
    }
}
