package io.github.mpesasdk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.SandboxExtension;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a call may come to when it is not done: exit codes 1, 3 and 4. */
@ExtendWith(SandboxExtension.class)
class CallOutcomeTest {

    private final KenyaSandbox kenya;
    private final KenyaInput input;

    CallOutcomeTest(KenyaSandbox kenya) {
        this.kenya = kenya;
        this.input = new KenyaInput(kenya);
    }

    @Test
    void aRefusalIsOne() {
        Shell.Result wrongSecret = Shell.at(kenya)
                .set("MPESA_KENYA_CONSUMER_SECRET", "not-the-secret")
                .type("{}")
                .run("call", "kenya", "token", "--json", "-", "--base-url", input.url());

        assertEquals(1, wrongSecret.exit());
        assertEquals("", wrongSecret.out());
        assertEquals("refused", wrongSecret.error().get("error").getAsString());
        assertEquals("kenya", wrongSecret.error().get("market").getAsString());
        assertEquals("token", wrongSecret.error().get("operation").getAsString());
        assertTrue(wrongSecret.error().get("reference").isJsonNull());
    }

    @Test
    void aRefusalWithACodeTellsTheCode() {
        kenya.faults().next("stkPush", Fault.REFUSED_IN_200);
        Shell.Result refused = input.call("stkPush", input.push("250"));

        assertEquals(1, refused.exit());
        assertFalse(refused.error().get("code").isJsonNull());
        String words = refused.error().get("words").getAsString();
        assertTrue(refused.error().get("message").getAsString().contains(words), refused.err());
    }

    @Test
    void aQuestionThatCameTooEarlyIsOne() {
        kenya.phone().approvesAfter(Duration.ofMinutes(1));
        JsonObject query = new JsonObject();
        query.addProperty("BusinessShortCode", kenya.payBill());
        query.add(
                "CheckoutRequestID",
                input.call("stkPush", input.push("250"))
                        .json()
                        .getAsJsonObject()
                        .get("CheckoutRequestID"));
        Shell.Result early = input.call("stkQuery", query);

        assertEquals(1, early.exit());
        assertEquals("stillPending", early.error().get("error").getAsString());
    }

    @Test
    void noUsableAnswerToAnythingButAPaymentIsOne() {
        kenya.faults().next("c2bRegisterUrlV2", Fault.HTML_503);
        JsonObject registration = new JsonObject();
        registration.addProperty("ShortCode", kenya.payBill());
        registration.addProperty("ResponseType", "Completed");
        registration.addProperty("ConfirmationURL", KenyaInput.CALLBACK);
        registration.addProperty("ValidationURL", KenyaInput.CALLBACK);
        Shell.Result html = input.call("c2bRegisterUrlV2", registration);

        assertEquals(1, html.exit());
        assertEquals("noAnswer", html.error().get("error").getAsString());
    }

    @Test
    void aPaymentWhoseAnswerIsLostIsThreeAndNamesWhatToAskWith() {
        kenya.faults().next("stkPush", Fault.DROP_CONNECTION);
        Shell.Result lost = input.call("stkPush", input.push("250"));

        assertEquals(3, lost.exit());
        assertEquals("", lost.out());
        assertEquals("unknownOutcome", lost.error().get("error").getAsString());
        assertEquals(new Reference("kenya", "stkPush", "CallBackURL", KenyaInput.CALLBACK), lost.reference());
        assertEquals(1, kenya.journal().count("stkPush"));
    }

    @Test
    void aLostPayoutIsNamedByTheIdThatWasMadeForIt() {
        kenya.faults().next("b2cPaymentV3", Fault.RESET_CONNECTION);
        Shell.Result lost = input.call("b2cPaymentV3", input.payout());

        assertEquals(3, lost.exit());
        assertEquals("OriginatorConversationID", lost.reference().field());
        assertTrue(kenya.ledger().find("kenya", lost.reference().value()).isPresent());
        assertEquals(1, kenya.journal().count("b2cPaymentV3"));
    }

    @Test
    void nobodyThereIsFour() {
        Shell.Result nobody = Shell.at(kenya)
                .type(input.push("250").toString())
                .run("call", "kenya", "stkPush", "--json", "-", "--base-url", Nobody.address());

        assertEquals(4, nobody.exit());
        assertEquals("notConnected", nobody.error().get("error").getAsString());
    }
}
