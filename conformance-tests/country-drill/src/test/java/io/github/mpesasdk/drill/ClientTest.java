package io.github.mpesasdk.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.core.crypto.PublicKeys;
import io.github.mpesasdk.sandbox.Exchange;
import io.github.mpesasdk.sandbox.Sandbox;
import io.github.mpesasdk.sandbox.SandboxExtension;
import io.github.mpesasdk.sandbox.vodacom.VodacomSandbox;
import io.github.mpesasdk.vodacom.VodacomOpenApi;
import io.github.mpesasdk.vodacom.VodacomOpenApiBuilder;
import io.github.mpesasdk.vodacomapi.model.Currency;
import io.github.mpesasdk.vodacomapi.model.Market;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The client of the country, as {@code handwritten-extensions/vodacom} builds it, pays at the sandbox. */
@ExtendWith(SandboxExtension.class)
class ClientTest {

    private static final String PAYMENT = "c2bPayment";

    private final VodacomSandbox gateway;

    ClientTest(Sandbox sandbox) {
        this.gateway = sandbox.vodacom();
    }

    @Test
    void aCustomerOfTheCountryPays() {
        try (VodacomOpenApi freedonia = settings().build()) {
            Outcome outcome = freedonia
                    .c2b()
                    .charge(charge -> charge.amount(10).from("2000 0001").description("Tea"))
                    .await(Duration.ofSeconds(30));
            assertInstanceOf(Succeeded.class, outcome);
        }
        assertEquals(1, gateway.journal().count("getSession"));
        Exchange payment = gateway.journal().of(PAYMENT).get(0);
        assertTrue(payment.path().startsWith("/sandbox/ipg/v2/vodacomFRE/"), payment::path);
        JsonObject sent = JsonParser.parseString(payment.body()).getAsJsonObject();
        assertEquals("FRE", sent.get("input_Country").getAsString());
        assertEquals("FRD", sent.get("input_Currency").getAsString());
        assertEquals("29920000001", sent.get("input_CustomerMSISDN").getAsString());
        assertEquals(List.of(), gateway.journal().violations());
        assertEquals(1, gateway.ledger().entries().size());
    }

    @Test
    void aNumberOfAnotherCountryIsRefusedBeforeAnythingIsSent() {
        try (VodacomOpenApi freedonia = settings().build()) {
            InvalidInputException typed = assertThrows(InvalidInputException.class, () -> freedonia
                    .c2b()
                    .charge(charge -> charge.amount(10).from("255744000001").description("Tea")));
            assertTrue(typed.toString().contains("of Freedonia, such as 2000 0001"), typed::toString);

            JsonObject input = JsonParser.parseString("""
                    {"input_Amount": "10", "input_CustomerMSISDN": "255744000001", "input_PurchasedItemsDesc": "Tea"}""").getAsJsonObject();
            InvalidInputException plain =
                    assertThrows(InvalidInputException.class, () -> freedonia.call(PAYMENT, input));
            assertTrue(plain.toString().contains("input_CustomerMSISDN"), plain::toString);
        }
        assertEquals(List.of(), gateway.journal().exchanges());
    }

    @Test
    void anotherCurrencyThanItsOwnIsRefusedByBuild() {
        InvalidInputException refused = assertThrows(
                InvalidInputException.class,
                () -> settings().currency(Currency.TZS).build());
        assertTrue(refused.toString().contains("must be one of [FRD]"), refused::toString);
    }

    private VodacomOpenApiBuilder settings() {
        return VodacomOpenApi.builder()
                .at(gateway.baseUrl())
                .market(Market.FREEDONIA)
                .apiKey(gateway.apiKey(), PublicKeys.read(gateway.publicKeyBase64()))
                .serviceProvider(gateway.serviceProviderCode());
    }
}
