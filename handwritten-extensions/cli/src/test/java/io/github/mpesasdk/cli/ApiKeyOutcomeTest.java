package io.github.mpesasdk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.SandboxExtension;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exit codes of the markets that are called with an API key, and what is never printed. */
@ExtendWith(SandboxExtension.class)
class ApiKeyOutcomeTest {

    private static final String SECRET = "Tr0ub4dorTr0ub4dorTr0ub4dor";

    private final Sandbox sandbox;

    ApiKeyOutcomeTest(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanzania", "mozambique-openapi", "mozambique"})
    void aRefusalIsOneAndTellsTheCodeAndTheMarketThatWasTyped(String market) {
        caller(market).faults().next("c2bPayment", Fault.REFUSED_IN_200);
        Shell.Result refused = caller(market).call("c2bPayment", payment(market));

        assertEquals(1, refused.exit(), refused.everything());
        assertEquals("", refused.out());
        assertEquals("refused", refused.error().get("error").getAsString());
        assertEquals(market, refused.error().get("market").getAsString());
        assertEquals("c2bPayment", refused.error().get("operation").getAsString());
        assertTrue(refused.error().get("code").getAsString().startsWith("INS-"));
        assertTrue(refused.error().get("reference").isJsonNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ghana", "mozambique"})
    void aWrongKeyIsOneAndIsNotPrinted(String market) {
        ApiKeyCaller caller = caller(market);
        Shell.Result refused =
                caller.call(caller.shell().set(caller.variable("API_KEY"), SECRET), "c2bPayment", payment(market));

        assertEquals(1, refused.exit(), refused.everything());
        assertFalse(refused.everything().contains(SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lesotho", "drc-openapi", "mozambique"})
    void badInputIsTwoAndNothingIsSent(String market) {
        ApiKeyCaller caller = caller(market);
        Shell.Result misspelt = caller.call("c2bPayment", payment(market).replace("input_Amount", "input_Amuont"));
        assertEquals(2, misspelt.exit());
        assertTrue(misspelt.err().contains("input_Amuont"), misspelt.err());

        Shell.Result hyphens = caller.call(
                "c2bPayment", payment(market).replace("{", "{\"input_TransactionReference\": \"INV-001\", "));
        assertEquals(2, hyphens.exit());
        assertTrue(hyphens.err().contains("input_TransactionReference"), hyphens.err());

        for (String credential : new String[] {"API_KEY", "PUBLIC_KEY"}) {
            String variable = caller.variable(credential);
            Shell.Result missing = caller.call(caller.shell().unset(variable), "c2bPayment", payment(market));
            assertEquals(2, missing.exit());
            assertTrue(missing.err().contains(variable), missing.err());
            assertFalse(missing.everything().contains(caller.apiKey()));
        }
        Shell.Result noKey =
                caller.call(caller.shell().set(caller.variable("PUBLIC_KEY"), SECRET), "c2bPayment", payment(market));
        assertEquals(2, noKey.exit());
        assertFalse(noKey.everything().contains(SECRET));
        assertEquals(0, caller(market).journal().count("c2bPayment"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanzania", "mozambique"})
    void aPaymentWhoseAnswerIsLostIsThreeAndCanBeAskedFor(String market) {
        caller(market).faults().next("c2bPayment", Fault.DROP_CONNECTION);
        ApiKeyCaller caller = caller(market);
        Shell.Result lost = caller.call("c2bPayment", payment(market));

        assertEquals("unknownOutcome", lost.error().get("error").getAsString());
        assertEquals(market, lost.error().get("market").getAsString());
        assertEquals(
                market.equals("mozambique") ? "input_ThirdPartyReference" : "input_ThirdPartyConversationID",
                lost.reference().field());
        assertEquals(1, caller(market).journal().count("c2bPayment"));
        JsonObject found = caller.done(
                "queryTransactionStatus",
                "{\"input_QueryReference\": \"%s\", \"input_ServiceProviderCode\": \"%s\"}"
                        .formatted(lost.reference().value(), caller.shortCode()));
        assertEquals("Completed", ApiKeyCaller.text(found, "output_ResponseTransactionStatus"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanzania", "mozambique"})
    void aLostAnswerEndsWithThree(String market) {
        caller(market).faults().next("b2cPayment", Fault.RESET_CONNECTION);
        String payout = payment(market).replace("input_PurchasedItemsDesc", "input_PaymentItemsDesc");

        assertEquals(3, caller(market).call("b2cPayment", payout).exit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanzania", "mozambique"})
    void nobodyThereIsFour(String market) {
        ApiKeyCaller nowhere = caller(market).at(URI.create(Nobody.address()));

        assertEquals(4, nowhere.call("c2bPayment", payment(market)).exit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanzania", "mozambique"})
    void keysMayComeFromFiles(String market, @TempDir Path folder) throws IOException {
        ApiKeyCaller caller = caller(market);
        Path apiKey = Files.writeString(folder.resolve("api-key"), caller.apiKey() + "\n");
        Path text = Files.writeString(folder.resolve("key.txt"), caller.publicKey() + "\n");
        Path der = Files.write(folder.resolve("key.der"), Base64.getDecoder().decode(caller.publicKey()));
        for (Path publicKey : new Path[] {text, der}) {
            Shell.Result paid = new Shell()
                    .set(caller.variable("PUBLIC_KEY"), "@" + publicKey)
                    .type(payment(market))
                    .run(
                            "call",
                            market,
                            "c2bPayment",
                            "--json=-",
                            "--base-url=" + caller.url(),
                            "--api-key",
                            "@" + apiKey);
            assertEquals(0, paid.exit(), paid.err());
            Shell.Result byOptions = new Shell()
                    .type(payment(market))
                    .run(
                            "call",
                            market,
                            "c2bPayment",
                            "--json=-",
                            "--base-url=" + caller.url(),
                            "--api-key=" + caller.apiKey(),
                            "--public-key=@" + publicKey);
            assertEquals(0, byOptions.exit(), byOptions.err());
        }
    }

    private ApiKeyCaller caller(String market) {
        return ApiKeyCaller.at(sandbox, market);
    }

    private String payment(String market) {
        String customer = market.equals("mozambique") ? "258843330333" : "000000000001";
        String words = market.equals("mozambique") ? "" : ", \"input_PurchasedItemsDesc\": \"Tea\"";
        return """
                {"input_Amount": "10", "input_CustomerMSISDN": "%s", "input_ServiceProviderCode": "%s" %s}""".formatted(customer, caller(market).shortCode(), words);
    }
}
