package io.github.mpesasdk.vodacom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.CallSettings;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Msisdn;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.core.transport.BaseUrl;
import io.github.mpesasdk.vodacomapi.model.C2bPaymentInput;
import io.github.mpesasdk.vodacomapi.model.Country;
import io.github.mpesasdk.vodacomapi.model.Currency;
import io.github.mpesasdk.vodacomapi.model.Market;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputTest {

    private static final String ACCEPTED =
            Gateway.answered("{\"output_ResponseCode\":\"INS-0\",\"output_TransactionID\":\"N/A\"}");

    private static JsonObject sent(SeenRequest request) {
        return JsonParser.parseString(request.body()).getAsJsonObject();
    }

    @Test
    void hyphensAndPunctuationAreRefusedBeforeSending() {
        try (Gateway gateway = Gateway.open(request -> ACCEPTED);
                VodacomOpenApi client = gateway.client()) {
            for (InvalidInputException refused : List.of(
                    assertThrows(InvalidInputException.class, () -> client.c2b().charge(charge -> charge.amount(1)
                            .from(Gateway.CUSTOMER)
                            .description("Tea")
                            .id("9f1c64d2-ab0e-4735-b8d1-6c02e7f39a5d"))),
                    assertThrows(InvalidInputException.class, () -> client.c2b()
                            .charge(charge ->
                                    charge.amount(1).from(Gateway.CUSTOMER).description("Tea, black"))),
                    assertThrows(InvalidInputException.class, () -> client.c2b().charge(charge -> charge.amount(1)
                            .from(Gateway.CUSTOMER)
                            .description("Tea")
                            .reference("INV-1"))))) {
                assertTrue(refused.getMessage().contains("letters"), refused.getMessage());
            }
            assertEquals(List.of(), gateway.calls());
        }
    }

    @Test
    void aQuestionNamesTheValueThatItIsAskedBy() {
        try (Gateway gateway = Gateway.open(request -> ACCEPTED);
                VodacomOpenApi client = gateway.client()) {
            InvalidInputException hyphen = assertThrows(
                    InvalidInputException.class, () -> client.transactions().status("order-1001"));
            InvalidInputException nobody = assertThrows(
                    InvalidInputException.class, () -> client.customers().name((Msisdn) null));

            assertTrue(
                    hyphen.getMessage()
                            .contains("transaction (input_QueryReference) must be 1 to 32 letters or digits"),
                    hyphen.getMessage());
            assertTrue(nobody.getMessage().contains("msisdn (input_CustomerMSISDN)"), nobody.getMessage());
            assertEquals(List.of(), gateway.calls());
        }
    }

    private static VodacomSettings settings(Market market, boolean isSandbox) {
        return new VodacomSettings(
                BaseUrl.of(URI.create("https://gateway.example")),
                market,
                isSandbox,
                market.currencies().get(0),
                null);
    }

    @Test
    void everyMarketHasItsNumbersAndCurrency() {
        assertEquals("26650000001", settings(Market.LESOTHO, false).msisdn("5000 0001"));
        assertEquals("000000000001", settings(Market.LESOTHO, true).msisdn("000000000001"));
        assertEquals("00000000000000000001", settings(Market.LESOTHO, true).msisdn("00000000000000000001"));
        assertThrows(InvalidInputException.class, () -> settings(Market.LESOTHO, false)
                .msisdn("000000000001"));
        assertThrows(InvalidInputException.class, () -> settings(Market.TANZANIA, true)
                .msisdn("5000 0001"));
        for (Market market : Market.values()) {
            assertTrue(settings(market, false)
                    .msisdn(market.numbers().example())
                    .startsWith(market.numbers().prefix()));
        }
    }

    @Test
    void francsAreForTheDrc() {
        Currency francs = Currency.CDF;
        try (Gateway gateway = Gateway.open(request -> ACCEPTED);
                VodacomOpenApi client =
                        gateway.client(settings -> settings.market(Market.DRC).currency(francs))) {
            client.c2b().charge(charge -> charge.amount(1).from("0810000001").description("Tea"));

            assertEquals(
                    "CDF", sent(gateway.calls().get(0)).get("input_Currency").getAsString());
            assertThrows(InvalidInputException.class, () -> gateway.client(settings -> settings.currency(francs)));
        }
    }

    @Test
    void anyOperationGoesByItsWireNames() {
        JsonObject input = new JsonObject();
        input.addProperty("input_Amount", "10");
        input.addProperty("input_CustomerMSISDN", "000000000001");
        input.addProperty("input_ServiceProviderCode", "000000");
        input.addProperty("input_PurchasedItemsDesc", "Tea");
        try (Gateway gateway = Gateway.open(request -> ACCEPTED);
                VodacomOpenApi client = gateway.client()) {
            assertEquals(
                    "INS-0",
                    client.call("c2bPayment", input).get("output_ResponseCode").getAsString());
            assertEquals(
                    Gateway.SESSION,
                    client.call("getSession", new JsonObject())
                            .get("output_SessionID")
                            .getAsString());
            assertEquals(
                    "TZN", sent(gateway.calls().get(0)).get("input_Country").getAsString());
            input.addProperty("input_Amuont", "1");
            assertThrows(InvalidInputException.class, () -> client.call("c2bPayment", input));
        }
    }

    @Test
    void whatTheClientKnowsIsFilledInWhereTheOperationHasTheField() {
        try (Gateway gateway = Gateway.open(request -> ACCEPTED);
                VodacomOpenApi client = gateway.client()) {
            client.call(
                    "c2bPayment", object("input_PurchasedItemsDesc", "Tea", "input_CustomerMSISDN", "255744000001"));
            client.call("b2bPayment", object("input_PurchasedItemsDesc", "Tea", "input_ReceiverPartyCode", "000001"));
            client.call(
                    "queryBeneficiaryName",
                    query("input_CustomerMSISDN", "255744000001", "input_ServiceProviderCode", "000002"));

            assertEquals("000000", field(gateway, 0, "input_ServiceProviderCode"));
            assertEquals("000000", field(gateway, 1, "input_PrimaryPartyCode"));
            assertEquals("TZS", field(gateway, 1, "input_Currency"));
            assertTrue(gateway.calls().get(2).head().contains("input_ServiceProviderCode=000002"));
            assertTrue(gateway.calls().get(2).head().contains("input_KycQueryType=Name"));
        }
    }

    @Test
    void withoutAShortCodeTheMissingFieldIsNamed() {
        try (Gateway gateway = Gateway.open(request -> ACCEPTED);
                VodacomOpenApi client = gateway.clientWithoutShortCode()) {
            InvalidInputException refused = assertThrows(
                    InvalidInputException.class,
                    () -> client.call("b2bPayment", object("input_ReceiverPartyCode", "000001")));

            assertTrue(refused.getMessage().contains("input_PrimaryPartyCode is required"), refused.getMessage());
            assertEquals(List.of(), gateway.all());
        }
    }

    @Test
    void thatANumberIsOfTheMarketIsInferredAndMayBeLifted() {
        JsonObject input = object("input_PurchasedItemsDesc", "Tea", "input_CustomerMSISDN", "255744000001");
        try (Gateway gateway = Gateway.open(request -> ACCEPTED);
                VodacomOpenApi client = gateway.client(settings -> settings.market(Market.LESOTHO))) {
            client.call("c2bPayment", input, CallSettings.liftDocumentedLimits());

            assertEquals("255744000001", field(gateway, 0, "input_CustomerMSISDN"));
        }
    }

    @Test
    void aReceiptThatIsLongerThanThePortalSaysMayBeSent() {
        String receipt = "G27DEn1DLoQ3".repeat(2);
        JsonObject input = new JsonObject();
        input.addProperty("input_TransactionID", receipt);
        try (Gateway gateway = Gateway.open(request -> ACCEPTED);
                VodacomOpenApi client = gateway.client()) {
            assertThrows(InvalidInputException.class, () -> client.call("reversal", input));
            client.call("reversal", input, CallSettings.liftDocumentedLimits());

            assertEquals(receipt, field(gateway, 0, "input_TransactionID"));
        }
    }

    @Test
    void nobodyLiftsThatSomethingHasNoName() {
        try (Gateway gateway = Gateway.open(request -> ACCEPTED);
                VodacomOpenApi client = gateway.client()) {
            for (String blank : List.of("", "  ")) {
                InvalidInputException refused = assertThrows(InvalidInputException.class, () -> client.c2b()
                        .charge(charge -> Gateway.tea(charge).id(blank).liftDocumentedLimits()));
                assertEquals("id", refused.violations().get(0).field(), refused.getMessage());
            }
            JsonObject reversal = new JsonObject();
            reversal.addProperty("input_TransactionID", "");
            InvalidInputException receipt = assertThrows(
                    InvalidInputException.class,
                    () -> client.call("reversal", reversal, CallSettings.liftDocumentedLimits()));
            assertEquals("input_TransactionID", receipt.violations().get(0).wireName(), receipt.getMessage());
            assertEquals(0, gateway.calls().size());
        }
    }

    @Test
    void whatWasSeenToBeRefusedIsNotLifted() {
        JsonObject input =
                object("input_PurchasedItemsDesc", "Handbag, black shoes", "input_CustomerMSISDN", "255744000001");
        try (Gateway gateway = Gateway.open(request -> ACCEPTED);
                VodacomOpenApi client = gateway.client()) {
            assertThrows(
                    InvalidInputException.class,
                    () -> client.call("c2bPayment", input, CallSettings.liftDocumentedLimits()));
        }
    }

    @Test
    void aNumberOfAnotherMarketIsRefusedOnEveryWay() {
        JsonObject input = object("input_PurchasedItemsDesc", "Tea", "input_CustomerMSISDN", "255744000001");
        try (Gateway gateway = Gateway.open(request -> ACCEPTED);
                VodacomOpenApi client = gateway.client(settings -> settings.market(Market.LESOTHO))) {
            C2bPaymentInput record = C2bPaymentInput.builder()
                    .amount(10)
                    .customerMsisdn("255744000001")
                    .country(Country.LESOTHO)
                    .currency(Currency.LSL)
                    .serviceProviderCode("000000")
                    .transactionReference("T1")
                    .thirdPartyConversationId("c1")
                    .purchasedItemsDescription("Tea")
                    .build();
            for (InvalidInputException refused : List.of(
                    assertThrows(InvalidInputException.class, () -> client.call("c2bPayment", input)),
                    assertThrows(
                            InvalidInputException.class,
                            () -> client.api().c2b().c2bPayment(record)),
                    assertThrows(InvalidInputException.class, record::check))) {
                assertEquals("input_CustomerMSISDN", refused.violations().get(0).field());
                assertTrue(refused.getMessage().contains("input_Country is LES"), refused.getMessage());
            }
            assertEquals(List.of(), gateway.all());

            client.api()
                    .c2b()
                    .c2bPayment(record.toBuilder().customerMsisdn("26650000001").build());
            client.api()
                    .c2b()
                    .c2bPayment(
                            record.toBuilder().customerMsisdn("000000000001").build());
            assertEquals(2, gateway.calls().size());
        }
    }

    private static JsonObject object(String... namesAndValues) {
        JsonObject object = query(namesAndValues);
        object.addProperty("input_Amount", "10");
        return object;
    }

    private static JsonObject query(String... namesAndValues) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.addProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    private static String field(Gateway gateway, int call, String name) {
        return sent(gateway.calls().get(call)).get(name).getAsString();
    }
}
