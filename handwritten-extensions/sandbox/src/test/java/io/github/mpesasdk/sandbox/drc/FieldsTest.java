package io.github.mpesasdk.sandbox.drc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest extends DrcTest {

    private static final String TYPE = "<type>String</type>";

    FieldsTest(DrcSandbox drc) throws IOException {
        super(drc);
    }

    @Test
    void everyItemIsNeeded() throws Exception {
        for (String item : c2b().keySet()) {
            Map<String, String> payment = c2b();
            payment.remove(item);
            assertEquals(
                    "4 Error Invalid Packet: " + item + " is missing",
                    collect(payment).event());
        }
        for (String item : b2c().keySet()) {
            Map<String, String> payment = b2c();
            payment.remove(item);
            assertEquals(
                    "4 Error Invalid Packet: " + item + " is missing",
                    payOut(payment).event());
        }
        Message login = answer(INSIGHT, envelope(header("EventID", "2500"), item("Username", drc.username())));
        assertEquals("4 Error Invalid Packet: Password is missing", login.event());
        assertFalse(login.has("transactionID"));
        assertNothingDone();
        assertTrue(drc.journal().refused().contains("Amount is missing (inferred)"));
    }

    @Test
    void theTwoSpellingsOfTheCommandAreNotTheSame() throws Exception {
        Map<String, String> payment = c2b();
        payment.put("CommandID", payment.remove("CommandId"));
        assertEquals(
                "4 Error Invalid Packet: CommandId is missing", collect(payment).event());
        payment = b2c();
        payment.put("CommandId", payment.remove("CommandID"));
        assertEquals(
                "4 Error Invalid Packet: CommandID is missing", payOut(payment).event());
    }

    @Test
    void aCurrencyInWhichNobodyHasMoneyIsRefused() throws Exception {
        assertRefused(collect(but(c2b(), "Currency", "EUR")), "Currency is not known");
        assertNothingDone();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CustomerMSISDN|0810000001|must be 243 and nine digits",
                "CustomerMSISDN|+243810000001|must be 243 and nine digits",
                "Currency|EUR|must be one of [CDF, USD]",
                "Amount|-5|must be digits",
                "Amount|1,000|must be digits",
                "Amount|1.005|must not have more than two decimals",
                "Date|2026-03-14|must be yyyyMMddHHmmss",
                "Language|SW|must be one of [FR, EN]",
                "CallBackChannel|3|must be one of [2, 4]",
                "CallBackDestination|''|must not be empty",
                "Surname|''|must not be empty",
            })
    void aStrictGatewayRefusesWhatBreaksARule(String item, String value, String rule) throws Exception {
        control("strict", "{\"on\": true}");
        Message answer = collect(but(c2b(), item, value));
        String expected = "4 Error Invalid Packet: " + item + " " + rule;
        assertTrue(answer.event().startsWith(expected), answer.event());
        assertNothingDone();
        assertFalse(drc.journal().violations().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"Amount, '1,000'", "Amount, ten", "Amount, 1.005", "CallBackDestination, ''", "Surname, ''"})
    void whatCannotBePaidAndWhatIsNeededAreRefusedByAnyGateway(String item, String value) throws Exception {
        Message answer = collect(but(c2b(), item, value));
        assertTrue(answer.event().startsWith("4 Error Invalid Packet: " + item + " must "), answer.event());
        assertNothingDone();
        assertEquals(1, drc.journal().refused().size());
        assertEquals(List.of(), drc.journal().remarks());
    }

    @ParameterizedTest
    @CsvSource({
        "Amount, 0",
        "ThirdPartyReference, a b",
        "CustomerMSISDN, 0810000001",
        "Date, 2026-03-14",
        "Language, SW",
        "CallBackChannel, 3",
    })
    void whatNobodySawRefusedIsTakenWithARemark(String item, String value) throws Exception {
        assertEquals("0", collect(but(c2b(), item, value)).items("response").getOrDefault("ResponseCode", ""));
        assertEquals(1, drc.journal().remarks().size());
        assertEquals(List.of(), drc.journal().refused());
    }

    @Test
    void decimalsPass() throws Exception {
        assertEquals(
                "0", collect(but(c2b(), "Amount", "2500.50")).items("response").getOrDefault("ResponseCode", ""));
        assertEquals(List.of(), drc.journal().violations());
    }

    @Test
    void typesAreStringButForTheDateOfB2c() throws Exception {
        control("strict", "{\"on\": true}");
        String c2b = c2bRequest(session(), c2b());
        String b2c = b2cRequest(session(), b2c());
        assertRefused(
                answer(INSIGHT, c2b.replace("<name>Date</name>" + TYPE, "<name>Date</name><type>Date</type>")),
                "Date must have the type String");
        assertRefused(
                answer(B2C, b2c.replace("<type>Date</type>", TYPE)), "TransactionDateTime must have the type Date");
        assertRefused(
                answer(INSIGHT, c2b.replace("<name>Amount</name>" + TYPE, "<name>Amount</name>")),
                "Amount must have the type String");
        assertNothingDone();
    }

    @Test
    void anItemIsNameTypeValue() throws Exception {
        control("strict", "{\"on\": true}");
        String body = c2bRequest(session(), c2b());
        assertRefused(
                answer(
                        INSIGHT,
                        body.replace(
                                "<name>Amount</name>" + TYPE + "<value>2500</value>",
                                "<name>Amount</name><value>2500</value>" + TYPE)),
                "Amount must be written as name, type, value");
        assertRefused(answer(INSIGHT, body.replace("<value>2500</value>", "")), "Amount is missing");
        assertRefused(answer(INSIGHT, body.replace("<name>Amount</name>", "")), "Amount is missing");
        assertRefused(
                answer(INSIGHT, body.replace("</Request>", item("Amount", "1") + "</Request>")),
                "Amount is there twice");
        assertRefused(
                answer(INSIGHT, body.replace("</Request>", item("", "1") + "</Request>")),
                "Request has an item without a name");
        assertNothingDone();
    }

    @Test
    void theListFitsTheSchema() throws Exception {
        String body = c2bRequest(session(), c2b());
        for (String wrong : List.of(
                body.replace("<value>2500</value>", "<value>2500</value><value>1</value>"),
                body.replace("<value>2500</value>", "<value>2500<more/></value>"),
                body.replace("<value>2500</value>", "<value>2500</value><note>x</note>"),
                body.replace("<Request>", "<Request><item/>"))) {
            String event = answer(INSIGHT, wrong).event();
            assertTrue(event.startsWith("4 Error Invalid Packet: Request does not fit ipg.xsd"), event);
        }
        assertRefused(
                answer(INSIGHT, body.replace("<Request>", "<request>").replace("</Request>", "</request>")),
                "Request is missing");
        assertNothingDone();
    }

    @Test
    void unknownItemsAndAnotherOrderAreRemarkedAndLetPass() throws Exception {
        Map<String, String> payment = but(c2b(), "Tip", "7");
        assertEquals("0", collect(payment).items("response").getOrDefault("ResponseCode", ""));
        assertEquals(1, drc.journal().violations().size());

        Map<String, String> otherwise = new LinkedHashMap<>();
        otherwise.put("Surname", "Shop");
        otherwise.putAll(c2b());
        assertEquals("0", collect(otherwise).items("response").getOrDefault("ResponseCode", ""));
        assertEquals(2, drc.journal().violations().size());
        assertEquals(
                "Request has its items in another order",
                drc.journal().violations().get(1));
    }

    private static void assertRefused(Message answer, String rule) {
        assertEquals("4 Error Invalid Packet: " + rule, answer.event());
        assertFalse(answer.has("transactionID"));
    }
}
