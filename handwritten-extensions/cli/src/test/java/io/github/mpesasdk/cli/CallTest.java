package io.github.mpesasdk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.SandboxExtension;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SandboxExtension.class)
class CallTest {

    private final KenyaSandbox kenya;
    private final KenyaInput input;

    CallTest(KenyaSandbox kenya) {
        this.kenya = kenya;
        this.input = new KenyaInput(kenya);
    }

    @Test
    void sendsOneOperationAndPrintsTheTypedAnswer() {
        Shell.Result push = input.call("stkPush", input.push("250"));

        assertEquals(0, push.exit());
        assertEquals("", push.err());
        JsonObject answer = push.json().getAsJsonObject();
        assertEquals("0", answer.get("ResponseCode").getAsString());
        assertTrue(kenya.awaitCallbacks(Duration.ofSeconds(30)));

        JsonObject query = new JsonObject();
        query.addProperty("BusinessShortCode", kenya.payBill());
        query.add("CheckoutRequestID", answer.get("CheckoutRequestID"));
        Shell.Result status = input.call("stkQuery", query);

        assertEquals(0, status.exit());
        assertEquals("0", status.json().getAsJsonObject().get("ResultCode").getAsString());
        assertEquals(List.of(), kenya.journal().violations());
    }

    @Test
    void needsNoInputWhereAllOfItIsComputed() {
        Shell.Result token = Shell.at(kenya).run("call", "kenya", "token", "--base-url", input.url());

        assertEquals(0, token.exit());
        assertTrue(token.json().getAsJsonObject().has("access_token"));
    }

    @Test
    void computesTheCredentialFromACertificateInTheEnvironment() {
        Shell.Result payment = input.call("b2cPaymentV3", input.payout());

        assertEquals(0, payment.exit(), payment.err());
        assertTrue(kenya.awaitCallbacks(Duration.ofSeconds(30)));
        assertEquals("COMPLETED", kenya.ledger().entries().get(0).status().name());
    }

    @Test
    void readsInputAndCredentialsFromFiles(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("pay.json"), input.payout().toString());
        String base64 = kenya.certificatePem().replaceAll("-----[A-Z ]+-----", "");
        Path certificate = Files.write(
                folder.resolve("sandbox.cer"), Base64.getMimeDecoder().decode(base64));
        Path password = Files.writeString(folder.resolve("password"), kenya.initiatorPassword() + "\n");
        Shell.Result payment = new Shell()
                .set("MPESA_KENYA_CERTIFICATE", "@" + certificate)
                .run(
                        "call",
                        "kenya",
                        "b2cPaymentV3",
                        "--json=" + file,
                        "--base-url=" + kenya.baseUrl(),
                        "--consumer-key",
                        kenya.consumerKey(),
                        "--consumer-secret",
                        kenya.consumerSecret(),
                        "--initiator-password",
                        "@" + password);

        assertEquals(0, payment.exit(), payment.err());
        assertTrue(kenya.awaitCallbacks(Duration.ofSeconds(30)));
        assertEquals("COMPLETED", kenya.ledger().entries().get(0).status().name());
    }

    @Test
    void anInputThatBreaksARuleIsTwoAndNamesTheField() {
        Shell.Result fraction = input.call("stkPush", input.push("250.50"));

        assertEquals(2, fraction.exit());
        assertEquals("invalidInput", fraction.error().get("error").getAsString());
        assertEquals("stkPush", fraction.error().get("operation").getAsString());
        assertTrue(fraction.error().get("message").getAsString().contains("Amount"), fraction.err());
        assertEquals(0, kenya.journal().count("stkPush"));
    }

    @Test
    void aLimitThatOnlyDocumentsStateCanBeLifted() {
        JsonObject push = input.push("250");
        push.addProperty("AccountReference", "INVOICE-000017");
        Shell.Result kept = input.call("stkPush", push);

        assertEquals(2, kept.exit());
        String message = kept.error().get("message").getAsString();
        assertTrue(message.contains("--lift-documented-limits sends it all the same"), message);
        assertEquals(0, kenya.journal().count("stkPush"));

        Shell.Result lifted = input.call("stkPush", push, "--lift-documented-limits");

        assertEquals(0, lifted.exit(), lifted.err());
        assertEquals(1, kenya.journal().count("stkPush"));
    }

    @Test
    void aMisspeltFieldIsTwo() {
        JsonObject misspelt = input.push("250");
        misspelt.add("AcountReference", misspelt.remove("AccountReference"));
        Shell.Result refused = input.call("stkPush", misspelt);

        assertEquals(2, refused.exit());
        assertTrue(refused.err().contains("AcountReference"), refused.err());
    }

    @Test
    void whatCannotBeComputedIsTwoAndSaysWhatIsMissing() {
        Shell.Result noPasskey = Shell.at(kenya)
                .unset("MPESA_KENYA_PASSKEY")
                .type(input.push("250").toString())
                .run("call", "kenya", "stkPush", "--json", "-", "--base-url", input.url());
        assertEquals(2, noPasskey.exit());
        assertTrue(noPasskey.err().contains("MPESA_KENYA_PASSKEY"), noPasskey.err());

        Shell.Result noCertificate = Shell.at(kenya)
                .unset("MPESA_KENYA_CERTIFICATE")
                .type(input.payout().toString())
                .run("call", "kenya", "b2cPaymentV3", "--json", "-", "--base-url", input.url());
        assertEquals(2, noCertificate.exit());
        assertTrue(noCertificate.err().contains("MPESA_KENYA_CERTIFICATE"), noCertificate.err());

        Shell.Result nobody = new Shell().run("call", "kenya", "token");
        assertEquals(2, nobody.exit());
        assertTrue(nobody.err().contains("MPESA_KENYA_CONSUMER_KEY"), nobody.err());
        assertTrue(nobody.err().contains("--consumer-key"), nobody.err());
    }

    @Test
    void clearHttpLeavesThisMachineNever() {
        Shell.Result clear = Shell.at(kenya).run("call", "kenya", "token", "--base-url", "http://gateway.example");

        assertEquals(2, clear.exit());
        assertTrue(clear.err().contains("https"), clear.err());
    }

    @Test
    void oneGatewayIsEnough() {
        Shell.Result both = Shell.at(kenya).run("call", "kenya", "token", "--production", "--base-url", input.url());

        assertEquals(2, both.exit());
        assertEquals(0, kenya.journal().exchanges().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"@no-such-file.cer", "not a certificate"})
    void aBadCertificateStopsOnlyWhatNeedsIt(String certificate) {
        Shell shell = Shell.at(kenya).set("MPESA_KENYA_CERTIFICATE", certificate);
        String[] push = {"call", "kenya", "stkPush", "--json", "-", "--base-url", input.url()};
        String[] payout = {"call", "kenya", "b2cPaymentV3", "--json", "-", "--base-url", input.url()};

        assertEquals(0, shell.type(input.push("1").toString()).run(push).exit());
        Shell.Result refused = shell.type(input.payout().toString()).run(payout);
        assertEquals(2, refused.exit());
        assertEquals(0, kenya.journal().count("b2cPaymentV3"));
        JsonObject complete = input.payout();
        complete.addProperty("SecurityCredential", "c2VjcmV0");
        assertNotEquals(2, shell.type(complete.toString()).run(payout).exit(), "it brings its own");
    }
}
