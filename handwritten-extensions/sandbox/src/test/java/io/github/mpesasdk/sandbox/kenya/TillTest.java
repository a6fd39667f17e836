package io.github.mpesasdk.sandbox.kenya;

import static io.github.mpesasdk.sandbox.Merchant.CUSTOMER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.sandbox.Merchant;
import io.github.mpesasdk.sandbox.SandboxTest;
import io.github.mpesasdk.sandbox.ledger.Account;
import io.github.mpesasdk.sandbox.market.JsonFields;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A till has two numbers, and is one till under both. */
class TillTest extends SandboxTest {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    TillTest(KenyaSandbox kenya) throws IOException {
        super(kenya);
    }

    @ParameterizedTest
    @CsvSource({"TILL, TILL", "TILL, STORE", "STORE, TILL", "STORE, STORE"})
    void theListHasWhatCameUnderEitherNumber(ShortCode registered, ShortCode asked) throws Exception {
        String pushed = push();
        String toStore = pay(ShortCode.STORE);
        String toTill = pay(ShortCode.TILL);
        String toPayBill = pay(ShortCode.PAY_BILL);
        pullRegister(registered);
        pullRegister(ShortCode.PAY_BILL);

        assertEquals(List.of(pushed, toStore, toTill), receipts(pulled(asked)));
        assertEquals(List.of(toPayBill), receipts(pulled(ShortCode.PAY_BILL)));
        String till = kenya.tillNumber() + " - Sandbox Till";
        assertTrue(
                pulled(asked).stream()
                        .allMatch(
                                row -> row.get("organizationname").getAsString().equals(till)),
                "all of it is the till's");
        assertEquals(List.of(), kenya.journal().violations());
    }

    @Test
    void bothNumbersAreRegisteredAtOnce() throws Exception {
        assertEquals(List.of(), pulled(ShortCode.TILL));
        assertEquals("1000", pullRegister(ShortCode.STORE).get("ResponseStatus").getAsString());
        assertEquals("1001", pullRegister(ShortCode.TILL).get("ResponseStatus").getAsString());
    }

    @ParameterizedTest
    @CsvSource({"STORE, TILL", "TILL, STORE"})
    void anAddressHearsOfPaymentsToTheOtherNumber(ShortCode registered, ShortCode paid) throws Exception {
        register(registered);
        simulate(paid);

        JsonObject confirmation = receiver.next("/confirm");
        assertEquals(number(paid), confirmation.get("BusinessShortCode").getAsString());
    }

    @Test
    void theMoneyIsInOnePlace() throws Exception {
        push();
        register(ShortCode.STORE);
        simulate(ShortCode.STORE);

        JsonObject confirmation = receiver.next("/confirm");
        assertEquals("500011.00", confirmation.get("OrgAccountBalance").getAsString());
        BigDecimal paid = new BigDecimal("500011.00");
        assertEquals(paid, kenya.ledger().balance(kenya.tillNumber(), Account.UTILITY));
        assertEquals(paid, kenya.ledger().balance(kenya.storeNumber(), Account.UTILITY));
        String shown =
                merchant.send(merchant.at("/_sandbox/kenya/ledger").build()).body();
        assertEquals(
                List.of(kenya.tillNumber(), CUSTOMER),
                json(shown).getAsJsonArray("balances").asList().stream()
                        .map(balance -> balance.getAsJsonObject().get("party").getAsString())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(names = {"STORE", "TILL"})
    void aPushIsGivenBackInTheNameOfEitherNumber(ShortCode receiving) throws Exception {
        JsonObject reversal = merchant.reversal(push());
        reversal.addProperty("ReceiverParty", number(receiving));
        merchant.post("/mpesa/reversal/v1/request", reversal);

        assertEquals(0, result().get("ResultCode").getAsInt());
        assertEquals(new BigDecimal("500000.00"), kenya.ledger().balance(kenya.tillNumber(), Account.UTILITY));
    }

    @Test
    void theVariablesLeaveTheTillToThoseWhoWantIt() throws Exception {
        String variables =
                merchant.send(merchant.at("/_sandbox/env?form=json").build()).body();
        JsonObject told =
                Merchant.json(merchant.send(merchant.at("/_sandbox").build())).getAsJsonObject("kenya");

        assertTrue(json(variables).has("MPESA_KENYA_PAY_BILL"), variables);
        assertFalse(variables.contains("TILL_NUMBER") || variables.contains("STORE_NUMBER"), variables);
        String line = "export MPESA_KENYA_STORE_NUMBER=%s MPESA_KENYA_TILL_NUMBER=%s"
                .formatted(
                        told.get("storeNumber").getAsString(),
                        told.get("tillNumber").getAsString());
        assertTrue(Files.readAllLines(Path.of("README.md")).contains(line), line);
    }

    private enum ShortCode {
        STORE,
        TILL,
        PAY_BILL
    }

    private String number(ShortCode number) {
        return switch (number) {
            case STORE -> kenya.storeNumber();
            case TILL -> kenya.tillNumber();
            case PAY_BILL -> kenya.payBill();
        };
    }

    private String push() throws Exception {
        merchant.stkPush(merchant.pushToTill());
        String callback = receiver.next("/stk").toString();
        return callback.replaceFirst(".*\"MpesaReceiptNumber\",\"Value\":\"(\\w+)\".*", "$1");
    }

    private String pay(ShortCode number) throws Exception {
        register(number);
        simulate(number);
        return receiver.next("/confirm").get("TransID").getAsString();
    }

    private void register(ShortCode number) throws Exception {
        JsonObject registration = merchant.registration("Completed");
        registration.addProperty("ShortCode", number(number));
        assertEquals(
                200, merchant.post("/mpesa/c2b/v2/registerurl", registration).statusCode());
    }

    private void simulate(ShortCode number) throws Exception {
        JsonObject simulation = merchant.simulation();
        simulation.addProperty("ShortCode", Integer.valueOf(number(number)));
        if (number != ShortCode.PAY_BILL) {
            simulation.addProperty("CommandID", "CustomerBuyGoodsOnline");
            simulation.remove("BillRefNumber");
        }
        HttpResponse<String> answer = merchant.post("/mpesa/c2b/v2/simulate", simulation);
        assertEquals(200, answer.statusCode(), answer.body());
    }

    private JsonObject pullRegister(ShortCode number) throws Exception {
        return Merchant.json(merchant.post(
                "/pulltransactions/v1/register",
                JsonFields.with("ShortCode", number(number))
                        .and("RequestType", "Pull")
                        .and("NominatedNumber", CUSTOMER)
                        .and("CallBackURL", receiver.url("/pulled"))
                        .json()));
    }

    private List<JsonObject> pulled(ShortCode number) throws Exception {
        LocalDateTime now = LocalDateTime.now(ZoneId.of("Africa/Nairobi"));
        JsonObject answer = Merchant.json(merchant.post(
                "/pulltransactions/v1/query",
                JsonFields.with("ShortCode", number(number))
                        .and("StartDate", MOMENT.format(now.minus(Duration.ofHours(1))))
                        .and("EndDate", MOMENT.format(now.plus(Duration.ofHours(1))))
                        .and("OffSetValue", "0")
                        .json()));
        return answer.has("Response")
                ? answer.getAsJsonArray("Response").get(0).getAsJsonArray().asList().stream()
                        .map(JsonElement::getAsJsonObject)
                        .toList()
                : List.of();
    }

    private static List<String> receipts(List<JsonObject> rows) {
        return rows.stream().map(row -> row.get("transactionId").getAsString()).toList();
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }
}
