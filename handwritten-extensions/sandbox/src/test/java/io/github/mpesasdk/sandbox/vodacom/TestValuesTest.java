package io.github.mpesasdk.sandbox.vodacom;

import static io.github.mpesasdk.sandbox.EncryptedCaller.code;
import static io.github.mpesasdk.sandbox.EncryptedCaller.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documented table of the sandbox: a number for each outcome. */
class TestValuesTest extends VodacomTest {

    TestValuesTest(VodacomSandbox vodacom) throws IOException {
        super(vodacom);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 201 INS-0, Request processed successfully",
        "2, 408 INS-9, Request timeout",
        "3, 408 INS-9, USSD Push timeout",
        "4, 401 INS-6, Transaction Failed [Incorrect PIN]",
        "5, 400 INS-1, Internal Error",
        "6, 401 INS-6, Transaction Failed [Incorrect PIN]",
        "7, 400 INS-15, Invalid Amount Used",
        "8, 422 INS-2006, Insufficient balance",
        "9, 400 INS-1, Service is not available",
    })
    void customersWhoPay(int number, String code, String words) throws Exception {
        JsonObject payment = c2b();
        payment.addProperty("input_CustomerMSISDN", "00000000000" + number);
        var answer = post(C2B, payment);
        assertEquals(code, code(answer));
        assertEquals(words, json(answer).get("output_ResponseDesc").getAsString());
        assertEquals(List.of(), vodacom.journal().violations());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 201 INS-0",
        "2, 400 INS-1",
        "3, 401 INS-6",
        "4, 408 INS-9",
        "5, 400 INS-15",
        "6, 422 INS-2006",
        "7, 400 INS-1",
    })
    void customersAndBusinessesWhoArePaid(int number, String code) throws Exception {
        JsonObject payment = b2c();
        payment.addProperty("input_CustomerMSISDN", "00000000000" + number);
        assertEquals(code, code(post(B2C, payment)));
        JsonObject toBusiness = b2b();
        toBusiness.addProperty("input_ReceiverPartyCode", "00000" + number);
        assertEquals(code, code(post(B2B, toBusiness)));
        assertEquals(List.of(), vodacom.journal().violations());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 201 INS-0",
        "2, 400 INS-1",
        "3, 401 INS-6",
        "4, 400 INS-15",
        "5, 422 INS-2006",
        "6, 400 INS-35",
        "7, 400 INS-1",
    })
    void reversals(int number, String code) throws Exception {
        assertEquals(code, code(send("PUT", "/reversal/", reversal("000000000000" + number))));
    }

    @ParameterizedTest
    @CsvSource({
        "000000000001, 200 INS-0, False",
        "000000000002, 400 INS-1, ''",
        "000000000003, 401 INS-6, ''",
        "000000000007, 400 INS-1, ''",
        "000000000000000000001, 200 INS-0, True",
        "000000000000000000002, 400 INS-20, ''",
        "000000000000000000004, 401 INS-6, ''",
    })
    void questions(String reference, String code, String reversed) throws Exception {
        var answer = status(reference);
        assertEquals(code, code(answer));
        if (!reversed.isEmpty()) {
            assertEquals(reversed, json(answer).get("output_Reversed").getAsString());
            assertEquals(
                    "Completed",
                    json(answer).get("output_ResponseTransactionStatus").getAsString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 201 INS-GAR-0",
        "2, 400 INS-1",
        "3, 401 INS-6",
        "4, 400 INS-1",
    })
    void secondStages(int number, String code) throws Exception {
        JsonObject stage = question()
                .and("input_VoucherCode", "482913")
                .and("input_CustomerMSISDN", "1")
                .and("input_TransactionID", "000000000000" + number)
                .and("input_APIVersion", "3.1")
                .json();
        assertEquals(code, code(send("PUT", "/updateTransactionStatus/", stage)));
    }

    @ParameterizedTest
    @CsvSource({
        "00000000000000000001, 200 INS-0, 201 INS-0",
        "00000000000000000002, 500 INS-1, 400 INS-1",
        "00000000000000000003, 401 INS-6, 401 INS-6",
        "00000000000000000004, 408 INS-9, 408 INS-9",
        "00000000000000000005, 500 INS-1, 400 INS-1",
        "99999999999999999999, 400 INS-999, 400 INS-999",
    })
    void mandates(String reference, String queried, String cancelled) throws Exception {
        assertEquals(queried, code(send("GET", "/queryDirectDebit/", mandate(reference, "000000000001", "100"))));
        JsonObject cancel = question()
                .and("input_ThirdPartyReference", reference)
                .and("input_CustomerMSISDN", "000000000001")
                .json();
        assertEquals(cancelled, code(send("PUT", "/directDebitCancel/", cancel)));
        assertEquals(List.of(), vodacom.journal().violations());
    }

    @Test
    void aTestMandateHasTheStatesOfItsNumbers() throws Exception {
        JsonObject question = mandate("00000000000000000001", "000000000003", "600");
        question.addProperty("input_MandateID", "000004");
        JsonObject told = json(send("GET", "/queryDirectDebit/", question));
        assertEquals("Locked", told.get("output_AccountStatus").getAsString());
        assertEquals("Expired", told.get("output_MandateStatus").getAsString());
        assertEquals("False", told.get("output_SufficientBalance").getAsString());
    }

    private JsonObject mandate(String reference, String msisdn, String amount) {
        return question()
                .and("input_QueryBalanceAmount", "True")
                .and("input_BalanceAmount", amount)
                .and("input_CustomerMSISDN", msisdn)
                .and("input_ThirdPartyReference", reference)
                .and("input_Currency", "TZS")
                .json();
    }
}
