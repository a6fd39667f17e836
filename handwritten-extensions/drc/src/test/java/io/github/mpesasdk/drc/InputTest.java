package io.github.mpesasdk.drc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.drcapi.model.DrcCurrency;
import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is missing or wrong is said before anything is sent, by the name of the method that gives it. */
class InputTest {

    private static InvalidInputException refusedUnsent(TestGateway gateway, Executable call) {
        InvalidInputException error = assertThrows(InvalidInputException.class, call);
        assertTrue(error.getMessage().contains("nothing was sent"), error.getMessage());
        assertEquals(List.of(), gateway.all());
        return error;
    }

    private static Stream<DynamicTest> eachNamesItself(Map<String, Consumer<DrcGateway>> calls) {
        return calls.entrySet().stream()
                .map(call -> dynamicTest(call.getKey(), () -> {
                    try (TestGateway gateway = TestGateway.accepting();
                            DrcGateway client = gateway.client()) {
                        InvalidInputException error =
                                refusedUnsent(gateway, () -> call.getValue().accept(client));

                        assertTrue(error.getMessage().contains(call.getKey()), error.getMessage());
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatBreaksARuleIsNamed() {
        Map<String, Consumer<DrcGateway>> calls = new LinkedHashMap<>();
        calls.put("Amount", client -> client.c2b()
                .charge(charge -> TestGateway.tea(charge).amount(0).liftDocumentedLimits()));
        calls.put("amount (Amount) must", client -> client.b2c()
                .pay(payout -> TestGateway.wages(payout).amount(new BigDecimal("-5"))));
        calls.put("ThirdPartyReference", client -> client.b2c()
                .pay(payout -> TestGateway.wages(payout).id("order 17")));
        calls.put("Surname", client -> client.c2b()
                .charge(charge -> TestGateway.tea(charge).surname("")));
        calls.put("Currency", client -> client.c2b()
                .charge(charge -> TestGateway.tea(charge).currency(DrcCurrency.of("EUR"))));
        calls.put("MSISDN", client -> client.c2b()
                .charge(charge -> TestGateway.tea(charge).from("0712 345")));
        calls.put("of the DRC", client -> client.b2c()
                .pay(payout -> TestGateway.wages(payout).to("+254 712 345 678")));
        calls.put("Surname is required", client -> client.call("c2bPayment", new JsonObject()));
        calls.put("must be one of", client -> client.call("reversal", new JsonObject()));
        return eachNamesItself(calls);
    }

    @Test
    void aMisspeltItemOfACallIsRefused() {
        JsonObject input = new JsonObject();
        input.addProperty("CommandID", "InitTrans_other");
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            InvalidInputException error = refusedUnsent(gateway, () -> client.call("c2bPayment", input));

            assertTrue(error.getMessage().contains("CommandID"), error.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0810000001", "810000001", "+243 810 000 001", "00243810000001", "243810000001"})
    void numbersAreReadAsPeopleWriteThem(String number) {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            client.b2c().pay(payout -> TestGateway.wages(payout).to(number));

            assertEquals(TestGateway.MSISDN, Soap.item(gateway.payments().get(0), "CustomerMSISDN"));
        }
    }

    @Test
    void thereIsNoDefaultAccountAndNoDefaultAddress() {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway bare = DrcGateway.builder()
                        .at(gateway.address())
                        .login(TestGateway.USERNAME, TestGateway.PASSWORD)
                        .build();
                DrcGateway withAccounts = DrcGateway.builder()
                        .at(gateway.address())
                        .login(TestGateway.USERNAME, TestGateway.PASSWORD)
                        .c2bAccount("8337", "InitTrans_testC2B")
                        .b2cAccount("SHOP", "15058", "InitTrans_testB2C")
                        .build()) {
            assertNames(
                    "c2bAccount(...)", refusedUnsent(gateway, () -> bare.c2b().charge(TestGateway::tea)));
            assertNames(
                    "b2cAccount(...)", refusedUnsent(gateway, () -> bare.b2c().pay(TestGateway::wages)));
            assertNames(
                    "callbacksAt (CallBackDestination) is needed",
                    refusedUnsent(gateway, () -> withAccounts.c2b().charge(TestGateway::tea)));
            InvalidInputException c2b = refusedUnsent(gateway, () -> bare.call("c2bPayment", new JsonObject()));
            assertNames("ServiceProviderCode", c2b);
            assertNames("CommandId", c2b);
            InvalidInputException b2c = refusedUnsent(gateway, () -> bare.call("b2cPayment", new JsonObject()));
            assertNames("Shortcode", b2c);
            assertNames("ServiceProviderName", b2c);
            assertNames("CommandID", b2c);
        }
    }

    private static void assertNames(String name, InvalidInputException error) {
        assertTrue(error.getMessage().contains(name), error.getMessage());
    }

    @TestFactory
    Stream<DynamicTest> whatTheBuilderLacksIsNamed() {
        Map<String, UnaryOperator<DrcGatewayBuilder>> settings = new LinkedHashMap<>();
        settings.put("test, production or at", builder -> builder.login(TestGateway.USERNAME, TestGateway.PASSWORD));
        settings.put("login(...)", DrcGatewayBuilder::test);
        settings.put("password is blank", builder -> builder.test().login(TestGateway.USERNAME, ""));
        settings.put("username is blank", builder -> builder.test().login("", TestGateway.PASSWORD));
        return settings.entrySet().stream()
                .map(setting -> dynamicTest(setting.getKey(), () -> {
                    InvalidInputException error = assertThrows(
                            InvalidInputException.class,
                            () -> setting.getValue().apply(DrcGateway.builder()).build());

                    assertNames(setting.getKey(), error);
                    assertFalse(error.getMessage().contains(TestGateway.PASSWORD));
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mpesa", "ftp://shop.example/x", "https://shop.example/x?a=b", "https://shop.example/#x"})
    void aCallbackAddressThatCannotBeIsRefused(String address) {
        DrcGatewayBuilder builder = TestGateway.settings().test().callbacksAt(URI.create(address));

        assertNames("callbacksAt", assertThrows(InvalidInputException.class, builder::build));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://shop.example/x", "https://localhost/x", "https://10.1.2.3/x", "https://127.0.0.1/x"})
    void inProductionTheCallbackAddressMustBePublic(String address) {
        TestGateway.settings().test().callbacksAt(URI.create(address)).build().close();

        DrcGatewayBuilder production = TestGateway.settings().production().callbacksAt(URI.create(address));
        assertNames("callbacksAt", assertThrows(InvalidInputException.class, production::build));
    }

    @Test
    void theAddressOfOneCallIsCheckedAndUsed() {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            assertNames("callback must", refusedUnsent(gateway, () -> client.c2b()
                    .charge(charge -> TestGateway.tea(charge).callback(URI.create("https://shop.example/?q")))));
            client.c2b().charge(charge -> TestGateway.tea(charge).callback(URI.create("https://other.example/in")));

            assertTrue(gateway.callbackAddress(0).startsWith("https://other.example/in/"));
        }
    }

    @Test
    void whatIsNotSaidComesFromTheEnvironment() {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = DrcGateway.builder()
                        .at(gateway.address())
                        .from(Map.of("MPESA_DRC_USERNAME", "user-of-env", "MPESA_DRC_PASSWORD", "password-of-env"))
                        .build()) {
            client.verify();

            assertEquals("user-of-env", Soap.item(gateway.logins().get(0), "Username"));
        }
        DrcGatewayBuilder half = DrcGateway.builder().test().from(Map.of("MPESA_DRC_USERNAME", "user-of-env"));
        assertNames("MPESA_DRC_PASSWORD", assertThrows(InvalidInputException.class, half::build));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        try (TestGateway gateway = TestGateway.accepting();
                DrcGateway client = gateway.client()) {
            InvalidInputException error =
                    refusedUnsent(gateway, () -> client.c2b().charge(charge -> charge.from("12")
                            .currency(DrcCurrency.of("EUR"))
                            .amount(0)
                            .surname("a\u0000b")
                            .initials("")));

            for (String word : List.of("amount", "from", "currency", "surname", "initials")) {
                assertNames(word + " (", error);
            }
        }
    }
}
