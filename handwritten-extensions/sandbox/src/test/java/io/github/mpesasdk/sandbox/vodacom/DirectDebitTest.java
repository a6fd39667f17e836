package io.github.mpesasdk.sandbox.vodacom;

import static io.github.mpesasdk.sandbox.EncryptedCaller.code;
import static io.github.mpesasdk.sandbox.EncryptedCaller.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.market.JsonFields;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectDebitTest extends VodacomTest {

    private static final String CREATE = "/directDebitCreation/";
    private static final String PAY = "/directDebitPayment/";
    private static final String QUERY = "/queryDirectDebit/";
    private static final String CANCEL = "/directDebitCancel/";

    DirectDebitTest(VodacomSandbox vodacom) throws IOException {
        super(vodacom);
    }

    @Test
    void aMandateIsMadeUsedAskedForAndEnded() throws Exception {
        JsonObject created = json(post(CREATE, creation()));
        assertEquals("CONTRACT7", created.get("output_TransactionReference").getAsString());
        var token = created.get("output_MsisdnToken");

        JsonObject payment = payment();
        payment.remove("input_CustomerMSISDN");
        payment.add("input_MsisdnToken", token);
        JsonObject paid = json(post(PAY, payment));
        assertEquals(token, paid.get("output_MsisdnToken"));
        assertEquals(new BigDecimal("299990.00"), vodacom.ledger().balance(CUSTOMER));
        assertEquals(
                "Completed",
                json(status(paid.get("output_TransactionID").getAsString()))
                        .get("output_ResponseTransactionStatus")
                        .getAsString());

        JsonObject told = json(send(
                "GET", QUERY, query("True").and("input_BalanceAmount", "300000").json()));
        assertEquals("False", told.get("output_SufficientBalance").getAsString());
        assertEquals("Active", told.get("output_MandateStatus").getAsString());
        assertEquals("04", told.get("output_Frequency").getAsString());
        assertEquals("01", told.get("output_PaymentDayFrom").getAsString());
        assertEquals(created.get("output_MandateID"), told.get("output_MandateID"));

        assertEquals("201 INS-0", code(send("PUT", CANCEL, cancellation())));
        told = json(send("GET", QUERY, query("False").json()));
        assertEquals("Cancelled", told.get("output_MandateStatus").getAsString());
        assertFalse(told.has("output_SufficientBalance"));
        assertEquals("401 INS-6", code(post(PAY, payment())));
        assertEquals("401 INS-6", code(send("PUT", CANCEL, cancellation())));
        assertEquals(List.of(), vodacom.journal().violations());
    }

    @Test
    void aReferenceHasOneMandate() throws Exception {
        post(CREATE, creation());
        assertEquals("409 INS-10", code(post(CREATE, creation())));
    }

    @Test
    void whatDoesNotBelongTogetherIsRefused() throws Exception {
        assertEquals("401 INS-6", code(post(PAY, payment())));
        assertEquals("400 INS-58", code(send("GET", QUERY, query("False").json())));
        post(CREATE, creation());
        JsonObject other = payment();
        other.addProperty("input_MandateID", "1");
        assertEquals("400 INS-52", code(post(PAY, other)));
        assertEquals(
                "500 INS-52",
                code(send(
                        "GET", QUERY, query("False").and("input_MandateID", "1").json())));
        JsonObject stranger = cancellation();
        stranger.addProperty("input_MsisdnToken", "bm90LWl0");
        assertEquals("400 INS-50", code(send("PUT", CANCEL, stranger)));
        assertEquals(List.of(), vodacom.journal().violations());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "FirstPaymentDate, -, INS-39",
                "FirstPaymentDate, 1 April, INS-39",
                "Frequency, -, INS-39",
                "Frequency, 09, INS-40",
                "Frequency, 03, INS-41",
                "StartRangeOfDays, 1, INS-41",
                "EndRangeOfDays, 1, INS-42",
                "ExpiryDate, 2027, INS-43",
                "AgreedTC, 2, INS-36",
                "ThirdPartyReference, CONTRACT-7, INS-19",
            })
    void theRulesOfFrequency(String field, String value, String expected) throws Exception {
        JsonObject creation = creation();
        if (value == null) {
            creation.remove("input_" + field);
        } else {
            creation.addProperty("input_" + field, value);
        }
        strict();
        assertEquals("400 " + expected, code(post(CREATE, creation)));
    }

    @Test
    void whatNobodySawRefusedIsTakenWithARemark() throws Exception {
        JsonObject creation = creation();
        creation.addProperty("input_Frequency", "09");
        assertEquals("201 INS-0", code(post(CREATE, creation)));
        assertEquals(1, vodacom.journal().remarks().size());
        assertEquals(List.of(), vodacom.journal().refused());
    }

    @Test
    void aBalanceThatIsNoNumberIsRefused() throws Exception {
        JsonObject query = query("True").and("input_BalanceAmount", "much").json();
        assertEquals("400 INS-54", code(send("GET", QUERY, query)));
    }

    @Test
    void whatIsMissingHasCodesOfItsOwn() throws Exception {
        assertEquals("401 INS-55", code(send("GET", QUERY, query("True").json())));
        JsonObject nobody = query("False").json();
        nobody.remove("input_CustomerMSISDN");
        assertEquals("500 INS-57", code(send("GET", QUERY, nobody)));
        JsonObject payment = payment();
        payment.remove("input_CustomerMSISDN");
        assertEquals("400 INS-20", code(post(PAY, payment)));
    }

    private JsonObject creation() {
        return mandate()
                .and("input_AgreedTC", "1")
                .and("input_FirstPaymentDate", "20270401")
                .and("input_Frequency", "04")
                .and("input_StartRangeOfDays", "01")
                .and("input_EndRangeOfDays", "21")
                .json();
    }

    private JsonObject payment() {
        return mandate().and("input_Amount", "10").and("input_Currency", "TZS").json();
    }

    private JsonFields query(String balance) {
        return mandate().and("input_QueryBalanceAmount", balance).and("input_Currency", "TZS");
    }

    private JsonObject cancellation() {
        return mandate().json();
    }

    private JsonFields mandate() {
        return question().and("input_CustomerMSISDN", CUSTOMER).and("input_ThirdPartyReference", "CONTRACT7");
    }
}
