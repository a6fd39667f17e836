package io.github.mpesasdk.drc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.RefusedException;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.core.testing.DyingServer;
import io.github.mpesasdk.core.testing.Fates;
import io.github.mpesasdk.drc.wsimport.DataItem;
import io.github.mpesasdk.drc.wsimport.GenericSOAP;
import io.github.mpesasdk.drc.wsimport.Response;
import io.github.mpesasdk.drc.wsimport.SoapResult;
import io.github.mpesasdk.drcapi.api.B2cCalls.B2cPaymentDraft;
import io.github.mpesasdk.drcapi.api.B2cCalls.B2cPaymentSteps;
import io.github.mpesasdk.drcapi.api.C2bCalls.C2bPaymentDraft;
import io.github.mpesasdk.drcapi.api.C2bCalls.C2bPaymentSteps;
import io.github.mpesasdk.drcapi.model.DrcB2cAnswer;
import io.github.mpesasdk.drcapi.model.DrcC2bAnswer;
import io.github.mpesasdk.drcapi.model.DrcCurrency;
import jakarta.xml.ws.Holder;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The WSDL as somebody else reads it: the reference implementation of JAX-WS serves it, and a client that wsimport made
 * of it and the SDK say the same.
 */
class WsdlProofTest {

    private static final String INSIGHT = "4A3B2C1D0E9F88776655443322110000";

    private final ProofHost host = ProofHost.start();

    @AfterEach
    void close() {
        host.close();
    }

    private static C2bPaymentDraft charge(
            C2bPaymentSteps.NeedsFrom<
                            C2bPaymentSteps.NeedsCurrency<
                                    C2bPaymentSteps.NeedsAmount<
                                            C2bPaymentSteps.NeedsSurname<
                                                    C2bPaymentSteps.NeedsInitials<C2bPaymentDraft>>>>>
                    draft) {
        return draft.from("0810 000 001")
                .currency(DrcCurrency.CDF)
                .amount(2500)
                .surname("Shop")
                .initials("Order 17 & <so on>");
    }

    private static B2cPaymentDraft pay(
            B2cPaymentSteps.NeedsTo<B2cPaymentSteps.NeedsCurrency<B2cPaymentSteps.NeedsAmount<B2cPaymentDraft>>>
                    draft) {
        return draft.to("0810 000 001").currency(DrcCurrency.USD).amount(5);
    }

    @Test
    void ourClientLogsInChargesAndPays() {
        try (DrcGateway drc = host.sdk().build()) {
            DrcC2bAnswer charged = drc.c2b().charge(WsdlProofTest::charge).acknowledgement();
            DrcB2cAnswer paid = drc.b2c().pay(WsdlProofTest::pay).acknowledgement();

            assertEquals(INSIGHT, charged.insightReference());
            assertEquals("0", charged.responseCode());
            assertEquals(INSIGHT, paid.insightTransactionId());
            assertEquals("0", paid.responseCode());
        }
        List<ProofGateway.Seen> seen = host.gateway.seen();
        assertEquals(
                List.of("2500", "80049", "2500", "12001"),
                seen.stream().map(ProofGateway.Seen::eventId).toList());
        assertNull(seen.get(0).token(), "a login has no session yet");
        assertNotEquals(seen.get(1).token(), seen.get(3).token(), "each payment has a session of its own");
    }

    @Test
    void eachOperationCanHaveAnAddressOfItsOwn() {
        try (DrcGateway drc = host.sdk()
                .at(URI.create("http://127.0.0.1:1"))
                .loginAt(host.at("/iPG/B2C"))
                .c2bAt(host.at("/iPG/B2C"))
                .b2cAt(host.at("/insight/SOAPIn"))
                .build()) {
            assertEquals(
                    "0",
                    drc.c2b().charge(WsdlProofTest::charge).acknowledgement().responseCode());
            assertEquals(
                    "0", drc.b2c().pay(WsdlProofTest::pay).acknowledgement().responseCode());
        }
    }

    @Test
    void aPaymentWhoseSessionIsOverIsNotSentAgain() {
        try (DrcGateway drc = host.sdk().sessionLife(Duration.ofMinutes(5)).build()) {
            drc.c2b().charge(WsdlProofTest::charge);
            host.gateway.forgetSessions();

            assertThrows(UnknownOutcomeException.class, () -> drc.c2b().charge(WsdlProofTest::charge));
        }
        assertEquals(2, host.gateway.seen("80049").size(), "the first, and the second with the dead session");
    }

    @Test
    void aWrongPasswordIsRefusedThoughItLooksLikeSuccess() {
        try (DrcGateway drc =
                host.sdk().login(ProofGateway.USER, "another-password").build()) {
            assertThrows(RefusedException.class, () -> drc.c2b().charge(WsdlProofTest::charge));
        }
        assertEquals(List.of(), host.gateway.seen("80049"));
    }

    // The gateway of the proof throws where an item has another name; the stack then answers with a fault.
    @Test
    void aFaultOfTheStackLeavesAPaymentOpen() throws Exception {
        DataItem wrong = new DataItem();
        wrong.getDataItem().add(ProofGateway.item("Amount", "1"));
        assertThrows(SOAPFaultException.class, () -> host.theirs("/insight/SOAPIn")
                .getGenericResult(wrong, "80049", "x", new Holder<>()));

        String fault = ProofHost.post(host.at("/insight/SOAPIn"), ourRequest("80049", "x", Map.of("Amount", "1")))
                .body();
        assertTrue(fault.contains("faultstring"), fault);
        assertEquals(Decoded.State.UNKNOWN, DrcGateway.decode(fault).outcome());

        try (DyingServer broken = DyingServer.start(Fates.answer("500 Internal Server Error", fault));
                DrcGateway drc = host.sdk().c2bAt(broken.baseUrl()).build()) {
            assertThrows(UnknownOutcomeException.class, () -> drc.c2b().charge(WsdlProofTest::charge));
        }
    }

    private static String ourRequest(String event, @Nullable String token, Map<String, String> items) {
        JsonObject fields = new JsonObject();
        items.forEach(fields::addProperty);
        return SoapWriter.request(event, token, Items.of(fields, Set.of()));
    }

    @Test
    void aClientOfWsimportSaysTheSameAsOurs() {
        try (DrcGateway drc = host.sdk().sessionLife(Duration.ofMinutes(5)).build()) {
            drc.c2b().charge(WsdlProofTest::charge);
            drc.b2c().pay(WsdlProofTest::pay);
        }
        List<ProofGateway.Seen> sent = host.gateway.seen();

        GenericSOAP theirs = host.theirs("/insight/SOAPIn");
        Holder<String> event = new Holder<>();
        Response login = theirs.getGenericResult(items(sent.get(0)), "2500", null, event);
        String session = values(login).get("SessionID");
        Response charged = theirs.getGenericResult(items(sent.get(1)), "80049", session, new Holder<>());
        Response paid = host.theirs("/iPG/B2C").getGenericResult(items(sent.get(2)), "12001", session, new Holder<>());

        assertEquals("2500", event.value.strip());
        assertEquals("3", charged.getEventInfo().getCode());
        assertEquals(Map.of("InsightReference", INSIGHT, "ResponseCode", "0"), values(charged));
        assertEquals(Map.of("Insight_txid", INSIGHT, "ResponseCode", "0"), values(paid));
        List<ProofGateway.Seen> both = host.gateway.seen();
        assertEquals(6, both.size());
        assertEquals(
                withoutSessions(both.subList(0, 3)),
                withoutSessions(both.subList(3, 6)),
                "items, their order and types, the event, and SOAPAction");
        assertEquals("[\"\"]", both.get(3).soapAction(), "the WSDL names no action, and makes nobody send one");
    }

    private static DataItem items(ProofGateway.Seen message) {
        DataItem list = new DataItem();
        for (List<String> one : message.items()) {
            SoapResult item = ProofGateway.item(one.get(0), one.get(2));
            item.setType(one.get(1));
            list.getDataItem().add(item);
        }
        return list;
    }

    private static Map<String, String> values(Response answer) {
        return answer.getResponse().getDataItem().stream()
                .collect(Collectors.toMap(SoapResult::getName, SoapResult::getValue));
    }

    private static List<ProofGateway.Seen> withoutSessions(List<ProofGateway.Seen> messages) {
        return messages.stream()
                .map(message -> new ProofGateway.Seen(
                        message.eventId(),
                        message.token() == null ? null : "a session",
                        message.soapAction(),
                        message.items()))
                .toList();
    }

    @Test
    void theStackServesOurDocumentAndNoneOfItsOwn() throws Exception {
        String wsdl = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(host.at("/insight/SOAPIn?wsdl")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();

        assertTrue(wsdl.contains("2500 login, 80049 C2B, 12001 B2C, 1 callback."), wsdl);
    }

    @Test
    void prefixesMeanNothing() throws Exception {
        Map<String, String> login = new LinkedHashMap<>();
        login.put("Username", ProofGateway.USER);
        login.put("Password", ProofGateway.PASSWORD);
        String answer = ProofHost.post(host.at("/insight/SOAPIn"), ourRequest("2500", null, login))
                .body();
        Decoded asItCame = DrcGateway.decode(answer);
        assertEquals("login", asItCame.kind());
        assertEquals(Decoded.State.SUCCEEDED, asItCame.outcome());
        // The same namespaces under each other's prefixes, as was seen between two runs of the stack itself.
        Map<String, String> others = Map.of("ns2", "ns3", "ns3", "ns2", "S", "soap-env", "SOAP-ENV", "e");
        String renamed = Pattern.compile("(?<=</?|xmlns:)(ns2|ns3|S|SOAP-ENV)(?=[:=])")
                .matcher(answer)
                .replaceAll(found -> others.get(found.group(1)));
        assertNotEquals(answer, renamed);
        assertEquals(asItCame.toJson(), DrcGateway.decode(renamed).toJson());
    }
}
