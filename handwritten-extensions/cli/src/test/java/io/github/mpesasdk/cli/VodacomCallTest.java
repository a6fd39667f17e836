package io.github.mpesasdk.cli;

import static io.github.mpesasdk.cli.ApiKeyCaller.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.SandboxExtension;
import io.github.mpesasdk.sandbox.vodacom.VodacomSandbox;
import io.github.mpesasdk.vodacomapi.VodacomApi;
import io.github.mpesasdk.vodacomapi.model.Market;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation of the M-Pesa OpenAPI, and every market of it. */
@ExtendWith(SandboxExtension.class)
class VodacomCallTest {

    private static final String CHARGE = """
            {"input_Amount": "10", "input_CustomerMSISDN": "%s", "input_ServiceProviderCode": "000000",
             "input_PurchasedItemsDesc": "Tea"}""";
    private static final String MANDATE = """
            {"input_CustomerMSISDN": "255744000001", "input_ServiceProviderCode": "000000",
             "input_ThirdPartyReference": "CONTRACT7" %s}""";

    private final Sandbox sandbox;
    private final VodacomSandbox vodacom;
    private final ApiKeyCaller tanzania;

    VodacomCallTest(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.vodacom = sandbox.vodacom();
        this.tanzania = ApiKeyCaller.at(sandbox, "tanzania");
    }

    @Test
    void everyOperationIsSentAndAnswered() {
        assertTrue(tanzania.done("getSession", "{}").has("output_SessionID"));
        String paid = transaction(tanzania.done("c2bPayment", CHARGE.formatted("255744000001")));
        tanzania.done("b2cPayment", """
                {"input_Amount": "10", "input_CustomerMSISDN": "255744000001", "input_ServiceProviderCode": "000000",
                 "input_PaymentItemsDesc": "Refund"}""");
        tanzania.done("b2bPayment", """
                {"input_Amount": "10", "input_PrimaryPartyCode": "000000", "input_ReceiverPartyCode": "000001",
                 "input_PurchasedItemsDesc": "Cups"}""");
        assertEquals("Completed", text(question(paid), "output_ResponseTransactionStatus"));
        tanzania.done("reversal", """
                {"input_ReversalAmount": "10", "input_ServiceProviderCode": "000000", "input_TransactionID": "%s"}""".formatted(paid));
        tanzania.done("queryBeneficiaryName", """
                {"input_CustomerMSISDN": "255744000001", "input_ServiceProviderCode": "000000",
                 "input_KycQueryType": "Name"}""");
        twoStages();
        directDebit();

        assertEquals(List.of(), vodacom.journal().violations());
        Set<String> called = vodacom.journal().exchanges().stream()
                .map(exchange -> String.valueOf(exchange.operationId()))
                .collect(Collectors.toSet());
        assertEquals(
                VodacomApi.OPERATIONS.stream().map(operation -> operation.id()).collect(Collectors.toSet()), called);
    }

    private void twoStages() {
        JsonObject held = tanzania.done("c2bPaymentMultiStage", CHARGE.formatted("255744000001"));
        tanzania.done("updateTransactionStatus", """
                {"input_VoucherCode": "%s", "input_CustomerMSISDN": "1", "input_ServiceProviderCode": "000000",
                 "input_TransactionID": "%s"}""".formatted(text(held, "output_VoucherCode"), transaction(held)));
    }

    private void directDebit() {
        tanzania.done("directDebitCreation", MANDATE.formatted("""
                , "input_AgreedTC": "1", "input_FirstPaymentDate": "20270401", "input_Frequency": "04",
                "input_StartRangeOfDays": "01", "input_EndRangeOfDays": "21\""""));
        tanzania.done("directDebitPayment", MANDATE.formatted(", \"input_Amount\": \"10\""));
        tanzania.done("queryDirectDebit", MANDATE.formatted(", \"input_QueryBalanceAmount\": \"False\""));
        tanzania.done("directDebitCancel", MANDATE.formatted(""));
    }

    private JsonObject question(String transaction) {
        return tanzania.done("queryTransactionStatus", """
                {"input_QueryReference": "%s", "input_ServiceProviderCode": "000000"}""".formatted(transaction));
    }

    @ParameterizedTest
    @EnumSource(Market.class)
    void eachMarketHasItsAddressCountryAndCurrency(Market market) {
        String customer =
                Msisdn.of(market.numbers().example(), market.numbers()).digits();
        ApiKeyCaller.at(sandbox, market.word()).done("c2bPayment", CHARGE.formatted(customer));

        var sent = vodacom.journal().of("c2bPayment").get(0);
        assertTrue(sent.path().contains("/" + market.path() + "/"), sent.path());
        assertTrue(sent.body().contains("\"" + market.country().value() + "\""), sent.body());
        assertTrue(sent.body().contains("\"" + market.currency().value() + "\""), sent.body());
        assertEquals(List.of(), vodacom.journal().violations());
    }

    @Test
    void anAsynchronousApplicationIsAnsweredWithAnAcknowledgement() {
        vodacom.asynchronous(true);
        JsonObject accepted = tanzania.done("c2bPayment", CHARGE.formatted("255744000001"));
        Shell.Result decoded = new Shell().type(accepted.toString()).run("decode", "tanzania", "-");

        assertEquals("pending", text(decoded.json().getAsJsonObject(), "outcome"));
        vodacom.asynchronous(false);
    }

    private static String transaction(JsonObject answer) {
        return text(answer, "output_TransactionID");
    }
}
