package io.github.mpesasdk.vodacom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.core.testing.SeenRequest;
import io.github.mpesasdk.error.InvalidInputException;
import io.github.mpesasdk.vodacomapi.model.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputTest {

    private static final String ACCEPTED =
            Door.answered("{\"output_ResponseCode\":\"INS-0\",\"output_TransactionID\":\"N/A\"}");

    private static JsonObject sent(SeenRequest request) {
        return JsonParser.parseString(request.body()).getAsJsonObject();
    }

    @Test
    void hyphensAndPunctuationAreRefusedBeforeSending() {
        try (Door door = Door.open(request -> ACCEPTED);
                VodacomOpenApi client = door.client()) {
            for (InvalidInputException refused : List.of(
                    assertThrows(InvalidInputException.class, () -> client.c2b().charge(charge -> charge.amount(1)
                            .from(Door.CUSTOMER)
                            .description("Tea")
                            .conversationId("9f1c64d2-ab0e-4735-b8d1-6c02e7f39a5d"))),
                    assertThrows(InvalidInputException.class, () -> client.c2b()
                            .charge(charge ->
                                    charge.amount(1).from(Door.CUSTOMER).description("Tea, black"))),
                    assertThrows(InvalidInputException.class, () -> client.c2b().charge(charge -> charge.amount(1)
                            .from(Door.CUSTOMER)
                            .description("Tea")
                            .reference("INV-1"))))) {
                assertTrue(refused.getMessage().contains("letters"), refused.getMessage());
            }
            assertEquals(List.of(), door.calls());
        }
    }

    @Test
    void everyMarketHasItsNumbersAndCurrency() {
        assertEquals("26650000001", new Numbers(Market.LESOTHO, false).read("5000 0001"));
        assertEquals("000000000001", new Numbers(Market.LESOTHO, true).read("000000000001"));
        assertThrows(InvalidInputException.class, () -> new Numbers(Market.LESOTHO, false).read("000000000001"));
        assertThrows(InvalidInputException.class, () -> new Numbers(Market.TANZANIA, true).read("5000 0001"));
        for (Market market : Market.values()) {
            assertTrue(new Numbers(market, false)
                    .read(market.numbers().example())
                    .startsWith(market.numbers().prefix()));
        }
    }

    @Test
    void francsAreForTheDrc() {
        Currency francs = Currency.CDF;
        try (Door door = Door.open(request -> ACCEPTED);
                VodacomOpenApi client =
                        door.client(settings -> settings.market(Market.DRC).currency(francs))) {
            client.c2b().charge(charge -> charge.amount(1).from("0810000001").description("Tea"));

            assertEquals("CDF", sent(door.calls().get(0)).get("input_Currency").getAsString());
            assertThrows(InvalidInputException.class, () -> door.client(settings -> settings.currency(francs)));
        }
    }

    @Test
    void anyOperationGoesByItsWireNames() {
        JsonObject input = new JsonObject();
        input.addProperty("input_Amount", "10");
        input.addProperty("input_CustomerMSISDN", "000000000001");
        input.addProperty("input_ServiceProviderCode", "000000");
        input.addProperty("input_PurchasedItemsDesc", "Tea");
        try (Door door = Door.open(request -> ACCEPTED);
                VodacomOpenApi client = door.client()) {
            assertEquals(
                    "INS-0",
                    client.call("c2bPayment", input).get("output_ResponseCode").getAsString());
            assertEquals(
                    Door.SESSION,
                    client.call("getSession", new JsonObject())
                            .get("output_SessionID")
                            .getAsString());
            assertEquals("TZN", sent(door.calls().get(0)).get("input_Country").getAsString());
            input.addProperty("input_Amuont", "1");
            assertThrows(InvalidInputException.class, () -> client.call("c2bPayment", input));
        }
    }
}
