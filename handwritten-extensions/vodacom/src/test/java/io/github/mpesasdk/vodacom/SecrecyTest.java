package io.github.mpesasdk.vodacom;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.Payment;
import io.github.mpesasdk.core.testing.SdkLog;
import io.github.mpesasdk.core.testing.Secrecy;
import io.github.mpesasdk.core.testing.SeenRequest;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No secret, session or phone number leaves through a message, a log or a toString. */
class SecrecyTest {

    private static final List<String> SECRETS =
            List.of(Gateway.API_KEY, Gateway.SESSION, "255744000001", "744 000 001");

    @RegisterExtension
    final SdkLog log = new SdkLog();

    @AfterEach
    void theLogTellsNothing() {
        assertTrue(log.text().contains("vodacom."), "something is logged at all");
        Secrecy.prove(log.text(), SECRETS);
    }

    // A gateway that repeats everything it was sent.
    private static Function<SeenRequest, String> echo(String status, String code) {
        return request -> status + "\n{\"output_ResponseCode\":\"" + code + "\",\"output_ResponseDesc\":\""
                + (request.head() + request.body() + Gateway.bearer(request)).replaceAll("[\"\\r\\n]", " ") + "\"}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"INS-6", "INS-1", "INS-10", "INS-4711"})
    void anErrorTellsNothing(String code) {
        try (Gateway gateway = Gateway.open(echo("400 Bad Request", code));
                VodacomOpenApi client = gateway.client()) {
            MpesaException error =
                    assertThrows(MpesaException.class, () -> client.c2b().charge(Gateway::tea));

            Secrecy.prove(error, SECRETS);
            Secrecy.proveForHeaders(error, gateway.all());
        }
    }

    @Test
    void aWrongKeyIsNotRepeated() {
        try (Gateway gateway = Gateway.opening(echo("401 Unauthorized", "INS-989"), echo("200 OK", "INS-0"));
                VodacomOpenApi client = gateway.client()) {
            MpesaException error =
                    assertThrows(MpesaException.class, () -> client.c2b().charge(Gateway::tea));

            Secrecy.prove(error, SECRETS);
            Secrecy.proveForHeaders(error, gateway.all());
        }
    }

    @Test
    void aPaymentAndItsOutcomeTellNothing() {
        try (Gateway gateway = Gateway.open(request ->
                        Gateway.answered("{\"output_ResponseCode\":\"INS-0\",\"output_TransactionID\":\"TST1234567\","
                                + "\"output_CustomerMSISDN\":\"255744000001\"}"));
                VodacomOpenApi client = gateway.client()) {
            Payment<?> payment = client.c2b().charge(Gateway::tea);

            Secrecy.prove(payment.toString(), SECRETS);
            Secrecy.prove(payment.acknowledgement().toString(), SECRETS);
            Secrecy.prove(payment.await(Gateway.SOON).toString(), SECRETS);
            Secrecy.prove(client.toString(), SECRETS);
            Secrecy.prove(payment.toString(), List.of(payment.reference().value()));
        }
    }
}
