package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that no gateway has given yet. */
class StrangeGatewayTest {

    private static final String TOKEN = "{\"access_token\":\"bMk9tSuRq2wEyLp0\",\"expires_in\":\"3599\"}";
    // Two names of one field of another answer.
    private static final String DOUBLED = ",\"ResponseHeader\":1,\"responseHeader\":2";
    private static final String BUSY =
            ",\"requestId\":\"r-1\",\"errorCode\":\"500.001.1001\",\"errorMessage\":\"The transaction is being processed\"";

    private static final String PAID = "{\"Body\":{\"stkCallback\":{\"MerchantRequestID\":\"m-1\","
            + "\"CheckoutRequestID\":\"ws_CO_28112026093000\",\"ResultCode\":0,\"ResultDesc\":\"Done\","
            + "\"CallbackMetadata\":{\"Item\":[{\"Name\":\"Amount\",\"Value\":1},"
            + "{\"Name\":\"MpesaReceiptNumber\",\"Value\":\"UKT0EXAMPLE\"}]}}}}";

    private static DyingServer answering(String body) {
        return DyingServer.start(Fates.when(
                request -> request.path().startsWith("/oauth"),
                Fates.answer("200 OK", TOKEN),
                Fates.answer("200 OK", body)));
    }

    private static Daraja client(DyingServer server) {
        return Daraja.builder()
                .at(server.baseUrl())
                .app("key", "SecretOfTheShop")
                .payBill("600123", "passkey-of-the-tests-2026")
                .callbacksAt(URI.create("https://shop.example/pay"))
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", DOUBLED})
    void anAnswerThatIsAlsoAnErrorSettlesNothing(String doubled) {
        String answer =
                "{\"ResponseCode\":\"0\",\"CheckoutRequestID\":\"ws_CO_28112026093000\",\"ResultCode\":\"1032\"";
        try (DyingServer server = answering(answer + BUSY + doubled + "}");
                Daraja daraja = client(server)) {
            assertThrows(NoAnswerException.class, () -> daraja.stk().status("ws_CO_28112026093000"));
        }
    }

    @Test
    void anAcceptanceThatIsAlsoAnErrorIsUnknown() {
        String answer =
                "{\"ResponseCode\":\"0\",\"MerchantRequestID\":\"m-1\",\"CheckoutRequestID\":\"ws_CO_28112026093000\"";
        try (DyingServer server = answering(answer + BUSY + DOUBLED + "}");
                Daraja daraja = client(server)) {
            assertThrows(UnknownOutcomeException.class, () -> daraja.stk()
                    .push(push ->
                            push.amount(1).from("0708374149").reference("INV-1").description("Tea")));
        }
    }

    @Test
    void aCallByWireNamesIsNotSentAgainOnceItsCallbackIsThere() {
        Daraja[] client = new Daraja[1];
        DyingServer.Fate paidAndRefused = (request, connection) -> {
            String address = JsonParser.parseString(request.body())
                    .getAsJsonObject()
                    .get("CallBackURL")
                    .getAsString();
            client[0].callbacks().receive(address, PAID);
            Fates.answer("404 Not Found", "{\"errorCode\":\"404.001.03\",\"errorMessage\":\"Invalid Access Token\"}")
                    .befall(request, connection);
        };
        DyingServer.Fate fate = Fates.when(
                request -> request.path().startsWith("/oauth"), Fates.answer("200 OK", TOKEN), paidAndRefused);
        try (DyingServer server = DyingServer.start(fate);
                Daraja daraja = client(server)) {
            client[0] = daraja;
            JsonObject input = new JsonObject();
            input.addProperty("Amount", 1);
            input.addProperty("PhoneNumber", "254708374149");
            input.addProperty("AccountReference", "INV-1");
            input.addProperty("TransactionDesc", "Tea");

            assertThrows(UnknownOutcomeException.class, () -> daraja.call("stkPush", input));

            assertEquals(1, server.count("/mpesa/stkpush/v1/processrequest"));
        }
    }

    @Test
    void theSecretOfTheAppIsNotRepeated() {
        DyingServer.Fate echo = Fates.answer(
                "400 Bad Request",
                "{\"requestId\":\"r-1\",\"errorCode\":\"400.008.01\",\"errorMessage\":\"Wrong: SecretOfTheShop\"}");
        try (DyingServer server = DyingServer.start(echo);
                Daraja daraja = client(server)) {
            MpesaException refused =
                    assertThrows(MpesaException.class, () -> daraja.stk().status("ws_CO_28112026093000"));

            assertFalse(refused.getMessage().contains("SecretOfTheShop"), refused.getMessage());
        }
    }
}
