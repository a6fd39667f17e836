package io.github.mpesasdk.cli;

import static io.github.mpesasdk.cli.ApiKeyCaller.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.mozambiqueapi.MozambiqueApi;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.SandboxExtension;
import io.github.mpesasdk.sandbox.mozambique.MozambiqueSandbox;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every operation of Mozambique's own API. */
@ExtendWith(SandboxExtension.class)
class MozambiqueCallTest {

    private static final String PAYMENT = """
            {"input_Amount": "10", "input_CustomerMSISDN": "258843330333", "input_ServiceProviderCode": "171717"}""";

    private final Sandbox sandbox;
    private final MozambiqueSandbox mozambique;
    private final ApiKeyCaller caller;

    MozambiqueCallTest(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.mozambique = sandbox.mozambique();
        this.caller = ApiKeyCaller.at(sandbox, "mozambique");
    }

    @Test
    void everyOperationIsSentAndAnswered() {
        String paid = text(caller.done("c2bPayment", PAYMENT), "output_TransactionID");
        caller.done("b2cPayment", PAYMENT);
        caller.done("b2bPayment", """
                {"input_Amount": "10", "input_PrimaryPartyCode": "171717", "input_ReceiverPartyCode": "979797"}""");
        JsonObject status = caller.done("queryTransactionStatus", """
                {"input_QueryReference": "%s", "input_ServiceProviderCode": "171717"}""".formatted(paid));
        assertEquals("Completed", text(status, "output_ResponseTransactionStatus"));
        caller.done("reversal", """
                {"input_TransactionID": "%s", "input_SecurityCredential": "%s", "input_InitiatorIdentifier": "%s",
                 "input_ServiceProviderCode": "171717", "input_ReversalAmount": "10"}""".formatted(paid, mozambique.securityCredential(), mozambique.initiatorIdentifier()));
        caller.done("queryCustomerName", """
                {"input_CustomerMSISDN": "258843330333", "input_ServiceProviderCode": "171717"}""");

        assertEquals(List.of(), mozambique.journal().violations());
        Set<String> called = mozambique.journal().exchanges().stream()
                .map(exchange -> String.valueOf(exchange.operationId()))
                .collect(Collectors.toSet());
        assertEquals(
                MozambiqueApi.OPERATIONS.stream()
                        .map(operation -> operation.id())
                        .collect(Collectors.toSet()),
                called);
    }

    @Test
    void anAddressMayHaveThePathOfTheGatewayOrNone() {
        for (String path : List.of("", "/", "/ipg/v1x", "/ipg/v1x/")) {
            Shell.Result paid = caller.shell()
                    .type(PAYMENT)
                    .run("call", "mozambique", "c2bPayment", "--json", "-", "--base-url", sandbox.baseUrl() + path);
            assertEquals(0, paid.exit(), paid.err());
        }
        assertTrue(mozambique.journal().exchanges().stream()
                .allMatch(exchange -> exchange.path().equals("/ipg/v1x/c2bPayment/singleStage/")));
    }

    @Test
    void itsKeysAreNotThoseOfTheOpenApi() {
        Shell.Result wrongVariables = new Shell()
                .set("MPESA_MOZAMBIQUE_OPENAPI_API_KEY", caller.apiKey())
                .set("MPESA_MOZAMBIQUE_OPENAPI_PUBLIC_KEY", caller.publicKey())
                .type(PAYMENT)
                .run(
                        "call",
                        "mozambique",
                        "c2bPayment",
                        "--json",
                        "-",
                        "--base-url",
                        caller.url().toString());

        assertEquals(2, wrongVariables.exit());
        assertTrue(wrongVariables.err().contains("set MPESA_MOZAMBIQUE_API_KEY"), wrongVariables.err());
    }
}
