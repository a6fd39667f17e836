package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.mpesasdk.Decoded;
import io.github.mpesasdk.UnreadableBodyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What hides a part of itself, or says it in two spellings, settles nothing. */
class OddBodiesTest {

    private static final String STK = "{'Body':{'stkCallback':{'MerchantRequestID':'m','CheckoutRequestID':'ws_1',"
            + "'ResultCode':%s,'ResultDesc':'Done.','CallbackMetadata':%s}}}";
    private static final String RATIBA =
            "{'ResponseHeader':{'responseRefID':'r','requestRefID':'r','responseCode':'%s',"
                    + "'responseDescription':'Done'},'ResponseBody':{'ResponseData':%s}}";
    private static final String EXPRESS = "{'resultCode':'%s','resultDesc':'Done','requestId':'r','amount':'71.0'%s}";

    private static final String C2B = "{'TransactionType':'Pay Bill','TransID':%s,'TransTime':'20260314092430',"
            + "'TransAmount':%s,'BusinessShortCode':'600984','BillRefNumber':'INV-001','InvoiceNumber':'',"
            + "'OrgAccountBalance':'1025.00','ThirdPartyTransID':'','MSISDN':'2547 ***** 149','FirstName':'JANE'}";

    private static void assertSettlesNothing(String body) {
        assertEquals(
                Decoded.State.UNKNOWN, Daraja.decode(body.replace('\'', '"')).outcome(), body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Item':[7,{'Name':'Amount','Value':1}]}",
                "{'Item':[[{'Name':'Amount','Value':1}]]}",
                "[{'Name':'Amount','Value':1}]",
                "{'Item':[{'Name':'Amount','Value':1,'value':100}]}",
                "{'Item':[{'Name':'Amount','name':'Fee','Value':1}]}",
                "{'Item':[{'Name':'MpesaReceiptNumber','Value':'TST1234567'},{'Name':'MpesaReceiptNumber','Value':'TST7654321'}]}",
            })
    void aPaidPushWhoseItemsCannotBeReadAsOneThing(String metadata) {
        assertSettlesNothing(STK.formatted("0", metadata));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Item':[7,{'Name':'MpesaReceiptNumber','Value':'TST1234567'}]}",
                "[{'Name':'MpesaReceiptNumber','Value':'TST1234567'}]",
                "{'Item':[{'Name':'MpesaReceiptNumber\t','Value':'TST1234567'}]}",
                "{'Item':[{'Name':'MpesaReceiptNumber\u00a0','Value':'TST1234567'}]}",
            })
    void aFailedPushThatMayHaveAReceipt(String metadata) {
        assertSettlesNothing(STK.formatted("1032", metadata));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'Name':'Status','Value':'OKAY'},{'Name':'Status','Value':'ERROR'}]",
                "[{'Name':'Status','Value':'ERROR'},{'Name':'status','Value':'ACTIVE'}]",
                "[7,{'Name':'Status','Value':'ERROR'}]",
                "[{'Name':'Status','Value':'ERROR','value':'OKAY'}]",
            })
    void aStandingOrderOfTwoMinds(String data) {
        assertSettlesNothing(RATIBA.formatted("0", data));
        assertSettlesNothing(RATIBA.formatted("1032", data.replace("7,{'Name':'Status','Value':'ERROR'}", "7")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",'status':['FAILED']",
                ",'status':'SUCCESS','Status':'FAILED'",
                ",'status':'FAILED'",
                ",'ResultCode':'4001'"
            })
    void anExpressCheckoutOfTwoMinds(String more) {
        assertSettlesNothing(EXPRESS.formatted("0", more));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|'5.00'",
                "[]|'5.00'",
                "['TST1234567']|'5.00'",
                "''|'5.00'",
                "'TST1234567'|{}",
                "'TST1234567'|['5.00']",
                "'TST1234567'|'-5.00'",
                "'TST1234567'|-5",
                "'TST1234567'|'five'",
            },
            quoteCharacter = '~')
    void aConfirmationWhoseReceiptOrAmountIsNone(String receipt, String amount) {
        assertSettlesNothing(C2B.formatted(receipt, amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1032"})
    void anAnswerAboutAPaymentBesideARefusalOfTheQuestion(String result) {
        assertSettlesNothing(("{'ResponseCode':'1','ResponseDescription':'No','MerchantRequestID':'m',"
                        + "'CheckoutRequestID':'ws_1','ResultCode':'%s','ResultDesc':'Done'}")
                .formatted(result));
    }

    @Test
    void aFieldInsideUnderBothOfItsNames() {
        String body = RATIBA.formatted("0", "[],'responseData':[]").replace('\'', '"');

        assertThrows(UnreadableBodyException.class, () -> Daraja.decode(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {",'status':['SUCCESS']", ",'status':'SUCCESS'", ",'transactionId':['TST1234567']"})
    void aFailedExpressCheckoutWithASignOfSuccess(String more) {
        assertSettlesNothing(EXPRESS.formatted("4001", more));
    }
}
