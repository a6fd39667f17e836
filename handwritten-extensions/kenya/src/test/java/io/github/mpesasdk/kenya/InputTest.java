package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Violation;
import io.github.mpesasdk.daraja.api.StkCalls.StkPushDraft;
import io.github.mpesasdk.daraja.model.StkPushInput;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input is refused with the field and the rule, before anything is sent. */
class InputTest extends ShopTest {

    InputTest(KenyaSandbox kenya) {
        super(kenya);
    }

    @AfterEach
    void nothingWasSent() {
        assertEquals(0, kenya.journal().exchanges().size());
    }

    static Stream<Arguments> badPushes() {
        return Stream.of(
                bad("amount (Amount)", push -> push.amount(0)),
                bad("amount (Amount)", push -> push.amount(250_001)),
                bad("amount (Amount)", push -> push.amount(-5)),
                bad("amount (Amount)", push -> push.amount(new BigDecimal("1.99"))),
                bad("reference (AccountReference)", push -> push.reference("thirteen chars")),
                bad("reference (AccountReference)", push -> push.reference("")),
                bad("description (TransactionDesc)", push -> push.description("fourteen chars!")),
                bad("from (PhoneNumber)", push -> push.from("0208 374 149")),
                bad("from (PhoneNumber)", push -> push.from("+255 712 345 678")),
                bad("from (PhoneNumber)", push -> push.from("0708 374 14")),
                bad("callbacksAt (CallBackURL)", push -> push.callback(URI.create("https://shop.example/MPesa/paid"))),
                bad("callbacksAt", push -> push.callback(URI.create("https://shop.example/paid?sqlid=1"))),
                bad("callbacksAt", push -> push.callback(URI.create("https://shop.example:99999/paid"))),
                bad("callbacksAt", push -> push.callback(URI.create("/paid"))));
    }

    private static Arguments bad(String field, UnaryOperator<StkPushDraft> spoil) {
        return Arguments.of(field, spoil);
    }

    @ParameterizedTest
    @MethodSource("badPushes")
    void aBadPushNamesTheField(String field, UnaryOperator<StkPushDraft> spoil) {
        InvalidInputException invalid = assertThrows(
                InvalidInputException.class, () -> shop.daraja().stk().push(push -> spoil.apply(Shop.tea(push))));

        assertTrue(invalid.violations().get(0).toString().startsWith(field + " "), invalid.getMessage());
        assertTrue(invalid.getMessage().contains("nothing was sent"), invalid.getMessage());
        assertFalse(invalid.getMessage().contains("374"), "no number in the message");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"Amount\":1E+100}", "{\"Amount\":1E-100}", "{\"Amount\":[1]}", "{\"TransactionDesc\":{}}"})
    void aRecordOfWhatNoRuleCanReadIsRefused(String spoilt) {
        JsonObject input = JsonParser.parseString("{\"BusinessShortCode\":\"174379\",\"Password\":\"YWJj\","
                        + "\"Timestamp\":\"20261128093000\",\"TransactionType\":\"CustomerPayBillOnline\",\"Amount\":\"1\","
                        + "\"PartyA\":\"254700000101\",\"PartyB\":\"174379\",\"PhoneNumber\":\"254700000101\","
                        + "\"CallBackURL\":\"https://shop.example/paid\",\"AccountReference\":\"INV-1\","
                        + "\"TransactionDesc\":\"Tea\"}")
                .getAsJsonObject();
        JsonParser.parseString(spoilt)
                .getAsJsonObject()
                .entrySet()
                .forEach(part -> input.add(part.getKey(), part.getValue()));
        StkPushInput push = StkPushInput.ADAPTER.of(input);

        assertThrows(
                InvalidInputException.class, () -> shop.daraja().api().stk().stkPush(push));
        StkPushInput huge = push.toBuilder()
                .amount(new BigDecimal("1E+100"))
                .transactionDescription("Tea")
                .build();
        assertThrows(
                InvalidInputException.class, () -> shop.daraja().api().stk().stkPush(huge));
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        InvalidInputException invalid = assertThrows(InvalidInputException.class, () -> shop.daraja()
                .stk()
                .push(push -> push.amount(0).from("12").reference("").description("")));

        assertEquals(
                List.of("amount", "description", "from", "reference"),
                invalid.violations().stream().map(Violation::field).sorted().toList(),
                "all at once");
    }

    @Test
    void aMissingSettingIsNamedWithTheMethodThatGivesIt() {
        try (Daraja bare = Daraja.builder()
                .at(kenya.baseUrl())
                .app(kenya.consumerKey(), kenya.consumerSecret())
                .callbacksAt(shop.callbacks())
                .build()) {
            InvalidInputException invalid = assertThrows(InvalidInputException.class, () -> bare.b2c()
                    .pay(pay -> pay.amount(100).to(Shop.CUSTOMER)));

            assertTrue(invalid.getMessage().contains("initiator(...)"), invalid.getMessage());
        }
    }

    @Test
    void aSettingIsNamedOnceAndItsBoundsInPlainWords() {
        InvalidInputException badShortCode = assertThrows(InvalidInputException.class, () -> Daraja.builder()
                .sandbox()
                .app("key", "secret")
                .payBill("17x", "a-passkey")
                .build());
        assertEquals(
                1,
                badShortCode.violations().stream()
                        .filter(violation -> violation.field().equals("payBill"))
                        .count());

        InvalidInputException tooLong =
                assertThrows(InvalidInputException.class, () -> Daraja.builder().needsPersonAfter(Duration.ofDays(31)));
        assertTrue(tooLong.getMessage().contains("1 minute to 30 days"), tooLong.getMessage());
    }

    @Test
    void aConsumerKeyEndsAtItsFirstColonAndASecretDoesNot() {
        InvalidInputException invalid = assertThrows(
                InvalidInputException.class,
                () -> Daraja.builder().sandbox().app("key:secret", "secret").build());
        assertTrue(invalid.getMessage().contains("consumer key must have no colon"), invalid.getMessage());
        assertFalse(invalid.getMessage().contains("key:secret"), invalid.getMessage());

        Daraja.builder().sandbox().app("key", "sec:ret").build().close();
    }

    @Test
    void aBillNeedsItsAccount() {
        InvalidInputException invalid = assertThrows(
                InvalidInputException.class,
                () -> shop.daraja().b2b().payBill(pay -> pay.amount(10).to("600000")));

        assertEquals("AccountReference", invalid.violations().get(0).wireName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://shop.example/pay", "http://api.safaricom.co.ke"})
    void clearHttpIsForThisMachineOnly(String address) {
        assertThrows(InvalidInputException.class, () -> Daraja.builder().at(URI.create(address)));
    }

    @Test
    void productionTakesNoClearCallbackAddress() {
        try (Daraja live = Daraja.builder()
                .production()
                .app("key", "secret")
                .payBill("600000", "pass")
                .build()) {
            InvalidInputException invalid = assertThrows(InvalidInputException.class, () -> live.stk()
                    .push(push -> Shop.tea(push).callback(URI.create("http://shop.example/pay"))));

            assertTrue(invalid.getMessage().contains("https://"), invalid.getMessage());

            JsonObject push = new JsonObject();
            push.addProperty("CallBackURL", "http://10.0.0.1/pay");
            InvalidInputException plain = assertThrows(InvalidInputException.class, () -> live.call("stkPush", push));
            assertTrue(plain.getMessage().contains("CallBackURL must"), plain.getMessage());
            assertTrue(plain.getMessage().contains("https://"), plain.getMessage());
        }
    }

    @Test
    void aQuestionAboutNothingIsAskedInTheCallersWord() {
        InvalidInputException refused = assertThrows(
                InvalidInputException.class, () -> shop.daraja().transactions().status(null));

        assertEquals(
                List.of("receipt (TransactionID) is required"),
                refused.violations().stream().map(Violation::toString).toList());
        assertThrows(InvalidInputException.class, () -> shop.daraja().stk().status("  "));
    }

    @Test
    void aMisspeltWireNameDoesNotTravel() {
        JsonObject input =
                JsonParser.parseString("{\"BusinessShortcode\":\"174379\"}").getAsJsonObject();

        InvalidInputException invalid =
                assertThrows(InvalidInputException.class, () -> shop.daraja().call("stkQuery", input));

        assertEquals("BusinessShortcode", invalid.violations().get(0).field());
    }

    @Test
    void aCertificateThatIsNoneIsNamedInTheCallersWords() {
        InvalidInputException refused = assertThrows(
                InvalidInputException.class, () -> Daraja.builder().initiator("apiop", "Secret-17", "cert.cer"));

        assertEquals(
                "Daraja.builder() is not valid, nothing was sent: initiator certificate looks like the name of a file;"
                        + " give what is in it: PublicKeys.read(Files.readAllBytes(Path.of(...)))",
                refused.getMessage());
    }
}
