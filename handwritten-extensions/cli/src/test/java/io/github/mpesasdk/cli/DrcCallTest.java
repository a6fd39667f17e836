package io.github.mpesasdk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.drcapi.DrcApi;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.SandboxExtension;
import io.github.mpesasdk.sandbox.drc.DrcSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every operation of the DRC's SOAP gateway, what is filled in, and what a call may come to. */
@ExtendWith(SandboxExtension.class)
class DrcCallTest {

    private static final String SECRET = "Tr0ub4dor";

    private final DrcSandbox drc;
    private final DrcCaller caller;

    DrcCallTest(DrcSandbox drc) {
        this.drc = drc;
        // The hardest gateway that there may be.
        drc.xmlOnly(true);
        drc.rotatingPrefixes(true);
        this.caller = new DrcCaller(drc);
    }

    @Test
    void everyOperationIsSentAndAnswered() {
        Shell.Result login = caller.shell()
                .run("call", "drc", "login", "--base-url", drc.baseUrl().toString());
        assertEquals(0, login.exit(), login.err());
        assertTrue(login.json().getAsJsonObject().get("SessionID").getAsString().matches("\\w{8,}"), "its answer");
        assertFalse(login.out().contains(drc.password()), "the gateway repeats it");

        JsonObject charged = caller.done("c2bPayment", caller.charge());
        assertEquals("0", charged.get("ResponseCode").getAsString());
        assertEquals("3", charged.getAsJsonObject("eventInfo").get("code").getAsString());
        assertTrue(caller.done("b2cPayment", caller.payout()).has("Insight_txid"));

        assertEquals(List.of(), drc.journal().violations());
        Set<String> called = drc.journal().exchanges().stream()
                .map(exchange -> String.valueOf(exchange.operationId()))
                .collect(Collectors.toSet());
        assertEquals(DrcApi.OPERATIONS.stream().map(operation -> operation.id()).collect(Collectors.toSet()), called);
    }

    @Test
    void whatCanBeComputedIsFilledIn() {
        caller.done("c2bPayment", caller.charge());
        assertTrue(caller.sent("c2bPayment", "Date").matches("\\d{14}"));
        assertTrue(caller.sent("c2bPayment", "ThirdPartyReference").matches("[0-9a-f]{32}"));
        assertEquals("FR", caller.sent("c2bPayment", "Language"));
        assertEquals("2", caller.sent("c2bPayment", "CallBackChannel"));

        caller.done("b2cPayment", caller.payout());
        assertTrue(caller.sent("b2cPayment", "TransactionDateTime").matches("\\d{14}"));
        assertTrue(caller.sent("b2cPayment", "ThirdPartyReference").matches("[0-9a-f]{32}"));

        JsonObject english = caller.charge(DrcCaller.REFERENCE);
        english.addProperty("Language", "EN");
        caller.done("c2bPayment", english);
        assertEquals(DrcCaller.REFERENCE, caller.sent("c2bPayment", "ThirdPartyReference"));
        assertEquals("EN", caller.sent("c2bPayment", "Language"));
    }

    @Test
    void credentialsMayBeOptionsAndFiles(@TempDir Path folder) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), drc.password() + "\n");
        Shell.Result login = new Shell()
                .set("MPESA_DRC_PASSWORD", SECRET)
                .run(
                        "call",
                        "drc",
                        "login",
                        "--username",
                        drc.username(),
                        "--password",
                        "@" + password,
                        "--base-url=" + drc.baseUrl());

        assertEquals(0, login.exit(), login.err());
    }

    @Test
    void badInputIsTwoAndNothingIsSent() {
        JsonObject misspelt = caller.charge();
        misspelt.add("CommandID", misspelt.remove("CommandId"));
        assertBad("CommandID", caller.call("c2bPayment", misspelt));
        JsonObject noAddress = caller.charge();
        noAddress.remove("CallBackDestination");
        assertBad("CallBackDestination", caller.call("c2bPayment", noAddress));
        JsonObject shillings = caller.charge();
        shillings.addProperty("Currency", "KES");
        assertBad("Currency", caller.call("c2bPayment", shillings));
        for (String variable : List.of("MPESA_DRC_USERNAME", "MPESA_DRC_PASSWORD")) {
            assertBad(variable, caller.call(caller.shell().unset(variable), "c2bPayment", caller.charge()));
        }
        Shell.Result clear =
                caller.shell().run("call", "drc", "login", "--json=-", "--base-url=http://gateway.example");
        assertEquals(2, clear.exit());

        assertEquals(List.of(), drc.journal().exchanges());
    }

    private static void assertBad(String expected, Shell.Result bad) {
        assertEquals(2, bad.exit(), bad.everything());
        assertEquals("", bad.out());
        assertEquals("invalidInput", bad.error().get("error").getAsString());
        assertTrue(bad.err().contains(expected), bad.err());
    }

    @Test
    void aWrongPasswordIsOneThoughItLooksLikeSuccess() {
        Shell.Result refused =
                caller.call(caller.shell().set("MPESA_DRC_PASSWORD", SECRET), "c2bPayment", caller.charge());

        assertEquals(1, refused.exit());
        assertEquals("", refused.out());
        assertEquals("refused", refused.error().get("error").getAsString());
        assertEquals("drc", refused.error().get("market").getAsString());
        assertEquals("3", refused.error().get("code").getAsString());
        assertFalse(refused.everything().contains(SECRET));
        assertEquals(0, drc.journal().count("c2bPayment"));
    }

    @Test
    void aSessionThatIsSaidToBeOverIsThree() {
        drc.faults().always("c2bPayment", Fault.TOKEN_REJECTED);
        Shell.Result unknown = caller.call("c2bPayment", caller.charge());

        assertEquals(3, unknown.exit());
        assertEquals("4", unknown.error().get("code").getAsString());
        assertEquals(1, drc.journal().count("c2bPayment"), "sends");
        assertEquals(List.of(), drc.ledger("CDF").entries());
    }

    @Test
    void noUsableAnswerToALoginIsOne() {
        drc.faults().always("login", Fault.HTML_503);

        assertEquals(
                "noAnswer",
                caller.call("login", new JsonObject()).error().get("error").getAsString());
        Shell.Result payment = caller.call("c2bPayment", caller.charge());
        assertEquals(1, payment.exit(), payment.err());
        assertEquals(0, drc.journal().count("c2bPayment"));
    }

    @Test
    void aPaymentWhoseAnswerIsLostIsThreeAndNobodyCanBeAsked() {
        drc.faults().next("c2bPayment", Fault.DROP_CONNECTION);
        Shell.Result lost = caller.call("c2bPayment", caller.charge());

        assertEquals(3, lost.exit());
        assertEquals("", lost.out());
        assertEquals("unknownOutcome", lost.error().get("error").getAsString());
        assertEquals("ThirdPartyReference", lost.reference().field());
        assertEquals(
                caller.sent("c2bPayment", "ThirdPartyReference"),
                lost.reference().value());
        assertTrue(lost.err().contains("no known call that asks"), lost.err());
        assertFalse(lost.err().contains("Ask what became"), lost.err());
        assertEquals(1, drc.journal().count("c2bPayment"));
    }

    @Test
    void aFaultAndADuplicateAreThree() {
        drc.faults().next("b2cPayment", Fault.SERVER_ERROR_500_ENVELOPE);
        Shell.Result fault = caller.call("b2cPayment", caller.payout());
        assertEquals(3, fault.exit(), fault.everything());
        assertEquals("Server", fault.error().get("code").getAsString());

        caller.done("c2bPayment", caller.charge(DrcCaller.REFERENCE));
        Shell.Result again = caller.call("c2bPayment", caller.charge(DrcCaller.REFERENCE));
        assertEquals(3, again.exit(), again.everything());
        assertEquals("Duplicate", again.error().get("code").getAsString());
        assertEquals(DrcCaller.REFERENCE, again.reference().value());
    }

    @Test
    void nobodyThereIsFour() {
        Shell.Result nobody = caller.shell().run("call", "drc", "login", "--base-url=" + Nobody.address());

        assertEquals(4, nobody.exit(), nobody.err());
    }
}
