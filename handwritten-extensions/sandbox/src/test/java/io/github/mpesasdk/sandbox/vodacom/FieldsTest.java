package io.github.mpesasdk.sandbox.vodacom;

import static io.github.mpesasdk.sandbox.EncryptedCaller.code;
import static io.github.mpesasdk.sandbox.EncryptedCaller.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest extends VodacomTest {

    FieldsTest(VodacomSandbox vodacom) throws IOException {
        super(vodacom);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Amount, 10 TZS, INS-15",
                "Amount, 0, INS-15",
                "Amount, 1.005, INS-15",
                "ServiceProviderCode, 12, INS-13",
                "ServiceProviderCode, 999999, INS-13",
                "PurchasedItemsDesc, 'Tea, black', INS-30",
                "Currency, KES, INS-26",
                "Currency, GHS, INS-26",
                "Country, KEN, INS-998",
                "Amount, -, INS-20",
                "PurchasedItemsDesc, -, INS-20",
            })
    void aFaultyFieldHasItsCode(String field, String value, String expected) throws Exception {
        JsonObject payment = c2b();
        if (value == null) {
            payment.remove("input_" + field);
        } else {
            payment.addProperty("input_" + field, value);
        }
        assertEquals("400 " + expected, code(post(C2B, payment)));
        assertEquals(List.of(), vodacom.ledger().entries());
    }

    /** The portal has a code for it, and no record shows that the gateway uses it. */
    @ParameterizedTest
    @CsvSource({
        "CustomerMSISDN, +255754100200, INS-2051, inferred",
        "CustomerMSISDN, 2557541, INS-2051, inferred",
        "TransactionReference, INV-001, INS-17, documented",
        "TransactionReference, aReferenceOfTwentyOne, INS-17, documented",
        "ThirdPartyConversationID, 1b4e28ba-2fa1-11d2-883f-0016d3cca427, INS-28, documented",
    })
    void aRuleOfThePortalIsRemarkedAndRefusedByTheStrict(String field, String value, String expected, String grade)
            throws Exception {
        JsonObject payment = c2b();
        payment.addProperty("input_" + field, value);
        assertEquals("201 INS-0", code(post(C2B, payment)));
        List<String> remarks = vodacom.journal().remarks();
        assertEquals(1, remarks.size());
        assertTrue(remarks.get(0).endsWith("(" + expected + ", " + grade + ")"), remarks.get(0));
        strict();
        assertEquals("400 " + expected, code(post(C2B, payment)));
    }

    @Test
    void whatSomebodySawRefusedIsRefusedWithItsEvidence() throws Exception {
        JsonObject payment = c2b();
        payment.addProperty("input_PurchasedItemsDesc", "Tea, black");
        assertEquals("400 INS-30", code(post(C2B, payment)));
        assertTrue(vodacom.journal().refused().get(0).endsWith("(INS-30, captured)"));
    }

    @ParameterizedTest
    @CsvSource({
        "vodafoneGHA, GHA, GHS, 233241234567",
        "vodacomLES, LES, LSL, 26657123456",
        "vodacomDRC, DRC, USD, 243812345678",
        "vodacomDRC, DRC, CDF, 243812345678",
        "vodacomMOZ, MOZ, MZN, 258843330333",
        "vodacomLES, LES, LSL, 000000000001",
    })
    void eachMarketHasItsNumbersAndCurrencies(String market, String country, String currency, String msisdn)
            throws Exception {
        JsonObject payment = c2b();
        payment.addProperty("input_Country", country);
        payment.addProperty("input_Currency", currency);
        payment.addProperty("input_CustomerMSISDN", msisdn);
        assertEquals("201 INS-0", code(send(market, "POST", C2B, payment)));
        assertEquals(List.of(), vodacom.journal().violations());
    }

    @Test
    void theOtherDescriptionHasItsOwnCode() throws Exception {
        strict();
        JsonObject payment = b2c();
        payment.addProperty("input_PaymentItemsDesc", "Salary!");
        assertEquals("400 INS-31", code(post(B2C, payment)));
        JsonObject toNobody = b2b();
        toNobody.addProperty("input_ReceiverPartyCode", "999999");
        assertEquals("400 INS-13", code(post(B2B, toNobody)));
    }

    @Test
    void theCountryMustBeTheMarkets() throws Exception {
        JsonObject payment = c2b();
        payment.addProperty("input_CustomerMSISDN", "000000000001");
        payment.addProperty("input_Country", "GHA");
        assertEquals("400 INS-998", code(post(C2B, payment)));
    }

    @Test
    void whatIsNoJsonObjectFailsValidation() throws Exception {
        var request = caller.request("POST", url("vodacomTZN", C2B), caller.bearer(session("vodacomTZN")), c2b())
                .POST(HttpRequest.BodyPublishers.ofString("{"))
                .build();
        assertEquals("400 INS-21", code(caller.send(request)));
    }

    @Test
    void numbersForTextAreTakenButNoted() throws Exception {
        JsonObject payment = c2b();
        payment.addProperty("input_Amount", 10);
        assertEquals("201 INS-0", code(post(C2B, payment)));
        assertEquals(1, vodacom.journal().violations().size());
    }

    @Test
    void unknownFieldsAreTakenButNoted() throws Exception {
        JsonObject payment = c2b();
        payment.addProperty("input_Colour", "green");
        assertEquals("201 INS-0", code(post(C2B, payment)));
        assertEquals(1, vodacom.journal().violations().size());
        JsonObject question = question()
                .and("input_QueryReference", "000000000001")
                .and("input_Colour", "green")
                .json();
        assertEquals("200 INS-0", code(send("GET", "/queryTransactionStatus/", question)));
        assertEquals(2, vodacom.journal().violations().size());
    }

    @Test
    void questionsAreJudgedToo() throws Exception {
        String path = "/queryTransactionStatus/";
        JsonObject question =
                question().and("input_QueryReference", "K3tP08wXyZ4q").json();
        question.remove("input_Country");
        assertEquals("400 INS-20", code(send("GET", path, question)));
        assertEquals("400 INS-23", code(status("not-a-reference")));
        assertEquals(
                List.of("input_Country is missing (documented)"),
                vodacom.journal().refused());
        assertEquals(1, vodacom.journal().remarks().size());
    }

    @Test
    void aNameIsToldInGhana() throws Exception {
        JsonObject question = question()
                .and("input_Country", "GHA")
                .and("input_CustomerMSISDN", "233241234567")
                .and("input_KycQueryType", "Name")
                .json();
        JsonObject name = json(send("vodafoneGHA", "GET", "/queryBeneficiaryName/", question));
        assertEquals("Amina", name.get("output_CustomerFirstName").getAsString());
        assertEquals("Test", name.get("output_CustomerLastName").getAsString());
        assertEquals(List.of(), vodacom.journal().violations());
        strict();
        question.addProperty("input_KycQueryType", "Age");
        assertEquals("400 INS-32", code(send("vodafoneGHA", "GET", "/queryBeneficiaryName/", question)));
    }
}
