package io.github.mpesasdk.sandbox.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.Recordings;
import io.github.mpesasdk.sandbox.SandboxTest;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.phone.Handset;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our answers and callbacks beside those that the gateway sent to others. */
class RecordedTest extends SandboxTest {

    private static final String B2C = "/mpesa/b2c/v3/paymentrequest";
    private static final String STATUS = "/mpesa/transactionstatus/v1/query";
    private static final String REGISTER = "/mpesa/c2b/v2/registerurl";
    private static final String SIMULATE = "/mpesa/c2b/v2/simulate";
    private static final String STANDING_ORDER = "/standingorder/v1/createStandingOrderExternal";

    /** What is not compared, and why. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "billmanager-invoices-504", "it has no operation here; its envelope is that of GATEWAY_TIMEOUT_504",
            "bonga-redeem-no-product-404", "it has no operation here",
            "c2b-register-v1-ack-2018", "superseded: answers of 2026 have a ResponseCode and an id",
            "c2b-simulate-v1-ack-2018", "superseded: answers have a ResponseCode",
            "portal-tax-result-success", "a page, which the captured B2B result contradicts");

    private static final Set<String> COMPARED = Set.of(
            "account-balance-result-8006",
            "b2b-express-no-product-401",
            "b2b-paybill-result-8006",
            "b2b-result-success-sandbox-2024",
            "b2c-result-1-production",
            "b2c-result-2001-sandbox",
            "b2c-result-2040",
            "b2c-result-4001",
            "b2c-result-7",
            "b2c-result-8006",
            "b2c-result-success-production-local-number",
            "b2c-v3-ack-occasion",
            "b2pochi-no-product-401",
            "c2b-confirmation-buygoods-masked-hash",
            "c2b-confirmation-delivered-three-times",
            "c2b-confirmation-paybill-hash",
            "c2b-register-ack-00000000",
            "c2b-register-apigee-datastore-fault",
            "c2b-register-soap-envelope-503",
            "oauth-waf-503",
            "oauth-wrong-environment-400-empty",
            "portal-ratiba-callback-success",
            "pull-register-no-product-401",
            "ratiba-create-foreign-shortcode-400",
            "stk-callback-1037",
            "stk-callback-success",
            "stk-push-ack",
            "stk-push-no-product-404",
            "stk-push-wrong-passkey-500",
            "stk-query-4999-processing",
            "stk-query-E3008",
            "transaction-status-ack",
            "transaction-status-result-2032");

    RecordedTest(KenyaSandbox kenya) throws IOException {
        super(kenya);
        Recordings.of("kenya");
    }

    @Test
    void everyRecordingIsComparedOrLeftOutForAReason() throws Exception {
        Set<String> known = new TreeSet<>(COMPARED);
        known.addAll(LEFT_OUT.keySet());
        assertEquals(known, Recordings.of("kenya"));
    }

    @Test
    void pushes() throws Exception {
        answer("stk-push-ack", merchant.stkPush(merchant.push()));
        callback("stk-callback-success", receiver.next("/stk"));

        kenya.phone().asks();
        String id = id(merchant.stkPush(merchant.push()));
        kenya.pendingForm(PendingForm.RESULT_4999);
        Recordings.assertPartOfAnswer("kenya/stk-query-4999-processing", merchant.stkQuery(id));
        kenya.phone().answer(kenya.phone().prompts().get(0).id(), Handset.Reaction.IGNORES);
        callback("stk-callback-1037", receiver.next("/stk"));

        kenya.phone().approves();
        kenya.failNext("stkPush", "E3008");
        id = id(merchant.stkPush(merchant.push()));
        receiver.next("/stk");
        Recordings.assertPartOfAnswer("kenya/stk-query-E3008", merchant.stkQuery(id));
    }

    @Test
    void refusalsOfPushesAndTokens() throws Exception {
        kenya.faults().next("stkPush", Fault.MISSING_PRODUCT);
        Recordings.assertPartOfAnswer("kenya/stk-push-no-product-404", merchant.stkPush(merchant.push()));
        JsonObject push = merchant.push();
        push.addProperty("Password", "d3Jvbmc=");
        Recordings.assertPartOfAnswer("kenya/stk-push-wrong-passkey-500", merchant.stkPush(push));

        answer("oauth-wrong-environment-400-empty", merchant.fetchToken(kenya.consumerKey(), "other"));
        kenya.faults().next("token", Fault.TEXT_503);
        answer("oauth-waf-503", merchant.fetchToken(kenya.consumerKey(), kenya.consumerSecret()));
    }

    @ParameterizedTest
    @CsvSource({
        "b2bExpressCheckout, /v1/ussdpush/get-msisdn, b2b-express-no-product-401",
        "b2pochiPayment, /mpesa/b2pochi/v1/paymentrequest, b2pochi-no-product-401",
        "pullRegister, /pulltransactions/v1/register, pull-register-no-product-401",
    })
    void anAppWithoutTheProduct(String operation, String path, String recording) throws Exception {
        kenya.faults().next(operation, Fault.MISSING_PRODUCT);
        answer(recording, merchant.post(path, new JsonObject()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-production", "2001-sandbox", "2040", "4001", "7", "8006"})
    void payoutsThatFailed(String recording) throws Exception {
        kenya.failNext("b2cPaymentV3", recording.replaceAll("-.*", ""));
        merchant.post(B2C, merchant.b2c("payout-" + recording));
        callback("b2c-result-" + recording, receiver.next("/result"));
    }

    @Test
    void aPayoutThatWasMade() throws Exception {
        JsonObject payment = merchant.b2c("payout-1");
        payment.add("Occasion", payment.remove("Occassion"));
        answer("b2c-v3-ack-occasion", merchant.post(B2C, payment));
        callback("b2c-result-success-production-local-number", receiver.next("/result"));
    }

    @Test
    void paymentsToBusinesses() throws Exception {
        JsonObject payment = merchant.b2b("BusinessPayBill", kenya.payBill());
        payment.addProperty("AccountReference", "353353");
        kenya.failNext("b2bPayment", "8006");
        merchant.post("/mpesa/b2b/v1/paymentrequest", payment);
        callback("b2b-paybill-result-8006", receiver.next("/result"));
        merchant.post("/mpesa/b2b/v1/paymentrequest", payment);
        callback("b2b-result-success-sandbox-2024", receiver.next("/result"));
    }

    @Test
    void questions() throws Exception {
        kenya.failNext("accountBalance", "8006");
        merchant.post("/mpesa/accountbalance/v1/query", merchant.balance());
        callback("account-balance-result-8006", receiver.next("/result"));

        answer(
                "transaction-status-ack",
                merchant.post(STATUS, merchant.status("OriginalConversationID", "AG_20260101_nobodys")));
        callback("transaction-status-result-2032", receiver.next("/result"));
    }

    @Test
    void registrations() throws Exception {
        answer("c2b-register-ack-00000000", merchant.post(REGISTER, merchant.registration("Completed")));
        kenya.faults().next("c2bRegisterUrlV2", Fault.APIGEE_FAULT);
        answer("c2b-register-apigee-datastore-fault", merchant.post(REGISTER, merchant.registration("Completed")));
        kenya.faults().next("c2bRegisterUrlV2", Fault.SOAP_FAULT_IN_JSON);
        answer("c2b-register-soap-envelope-503", merchant.post(REGISTER, merchant.registration("Completed")));
    }

    @Test
    void confirmations() throws Exception {
        merchant.post(REGISTER, merchant.registration("Completed"));
        kenya.payerForm(PayerForm.HASHED);
        merchant.post(SIMULATE, merchant.simulation());
        callback("c2b-confirmation-paybill-hash", receiver.next("/confirm"));

        kenya.payerForm(PayerForm.HASHED_AND_MASKED);
        JsonObject toTill = merchant.simulation();
        toTill.addProperty("CommandID", "CustomerBuyGoodsOnline");
        toTill.add("BillRefNumber", JsonNull.INSTANCE);
        merchant.post(SIMULATE, toTill);
        callback("c2b-confirmation-buygoods-masked-hash", receiver.next("/confirm"));

        kenya.payerForm(PayerForm.IN_FULL);
        kenya.faults().next("c2bSimulateV2", Fault.TRIPLE_CALLBACK);
        merchant.post(SIMULATE, merchant.simulation());
        JsonObject first = receiver.next("/confirm");
        callback("c2b-confirmation-delivered-three-times", first);
        assertEquals(first, receiver.next("/confirm"));
        assertEquals(first, receiver.next("/confirm"));
    }

    @Test
    void standingOrders() throws Exception {
        merchant.post(STANDING_ORDER, standingOrder(kenya.payBill()));
        callback("portal-ratiba-callback-success", receiver.next("/order"));
        answer("ratiba-create-foreign-shortcode-400", merchant.post(STANDING_ORDER, standingOrder("12345")));
    }

    private JsonObject standingOrder(String shortCode) {
        return JsonFields.with("StandingOrderName", "Rent of " + shortCode)
                .and("StartDate", "20260401")
                .and("EndDate", "20270401")
                .and("BusinessShortCode", shortCode)
                .and("TransactionType", "Standing Order Customer Pay Bill")
                .and("ReceiverPartyIdentifierType", "4")
                .and("Amount", "500")
                .and("PartyA", "254708374149")
                .and("CallBackURL", receiver.url("/order"))
                .and("AccountReference", "RENT")
                .and("TransactionDesc", "Rent")
                .and("Frequency", "5")
                .and("CustomStoId", "order-" + shortCode)
                .json();
    }

    private static void answer(String recording, HttpResponse<String> ours) throws IOException {
        Recordings.assertAnswer("kenya/" + recording, ours);
    }

    private static void callback(String recording, JsonObject ours) throws IOException {
        Recordings.assertCallback("kenya/" + recording, ours);
    }

    private static String id(HttpResponse<String> acknowledgement) {
        return io.github.mpesasdk.sandbox.Merchant.json(acknowledgement)
                .get("CheckoutRequestID")
                .getAsString();
    }
}
