package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.daraja.model.C2bNotification;
import io.github.mpesasdk.daraja.model.C2bResponseType;
import io.github.mpesasdk.daraja.model.C2bValidationCode;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.net.URI;
import org.junit.jupiter.api.Test;

class C2bFlowTest extends ShopTest {

    C2bFlowTest(KenyaSandbox kenya) {
        super(kenya);
    }

    private URI confirmation() {
        return URI.create(shop.callbacks() + "/confirmed");
    }

    private URI validation() {
        return URI.create(shop.callbacks() + "/asked");
    }

    @Test
    void aPaymentIsValidatedAndConfirmed() {
        shop.daraja().c2b().register(at -> at.confirmation(confirmation())
                .validation(validation())
                .unanswered(C2bResponseType.COMPLETED));
        shop.daraja()
                .c2b()
                .simulatePayBill(paid -> paid.amount(50).from(Shop.CUSTOMER).reference("INV-002"));

        isConfirmed();
    }

    @Test
    void aPaymentIsValidatedAndConfirmedInVersion1() {
        shop.daraja().c2b().registerV1(at -> at.confirmation(confirmation())
                .validation(validation())
                .unanswered(C2bResponseType.COMPLETED));
        shop.daraja()
                .c2b()
                .simulatePayBillV1(paid -> paid.amount(50).from(Shop.CUSTOMER).reference("INV-002"));

        isConfirmed();
    }

    private void isConfirmed() {
        assertTrue(kenya.awaitCallbacks(Shop.SOON));

        assertEquals(2, shop.received().size());
        var confirmed = assertInstanceOf(
                C2bNotification.class, shop.received().get(1).event().orElseThrow());
        assertEquals("INV-002", confirmed.billRefNumber());
        assertEquals(50, confirmed.transactionAmount().intValueExact());
        assertFalse(confirmed.msisdn().contains("254708374149"), "hashed or masked");
        assertFalse(shop.received().get(1).isGenuine(), "nothing proves a registered address");
    }

    @Test
    void customersPayThePayBillWhateverShortCodePaysOut() {
        shop.daraja().c2b().register(at -> at.confirmation(confirmation())
                .validation(validation())
                .unanswered(C2bResponseType.COMPLETED));
        shop.daraja()
                .c2b()
                .simulatePayBill(paid -> paid.amount(50).from(Shop.CUSTOMER).reference("INV-002"));

        assertTrue(kenya.awaitCallbacks(Shop.SOON));

        var confirmed = assertInstanceOf(
                C2bNotification.class, shop.received().get(1).event().orElseThrow());
        assertEquals(kenya.payBill(), confirmed.businessShortCode());
    }

    @Test
    void goodsAreBoughtWithoutAReference() {
        C2b c2b = shop.daraja().c2b();
        c2b.register(
                at -> at.confirmation(confirmation()).validation(validation()).unanswered(C2bResponseType.COMPLETED));

        c2b.simulateBuyGoods(paid -> paid.amount(20).from(Shop.CUSTOMER));

        assertTrue(kenya.awaitCallbacks(Shop.SOON));
        assertEquals(2, shop.received().size());
    }

    @Test
    void theAnswersToAValidationAreTheDocumentedOnes() {
        assertEquals("{\"ResultCode\":\"0\",\"ResultDesc\":\"Accepted\"}", C2b.accept());
        assertEquals(
                "{\"ResultCode\":\"C2B00012\",\"ResultDesc\":\"Rejected\"}",
                C2b.reject(C2bValidationCode.of("C2B00012")));
    }

    @Test
    void anAddressThatTheGatewayRefusesIsNamedAndNothingIsSent() {
        InvalidInputException refused = assertThrows(
                InvalidInputException.class,
                () -> shop.daraja().c2b().register(at -> at.confirmation(URI.create("https://shop.example/mpesa"))
                        .validation(validation())
                        .unanswered(C2bResponseType.COMPLETED)));

        assertTrue(refused.getMessage().contains("confirmation (ConfirmationURL)"), refused.getMessage());
        assertFalse(refused.getMessage().contains("validation"), refused.getMessage());
    }

    @Test
    void productionHasNoSimulation() {
        try (Daraja production = Daraja.builder()
                .production()
                .app("key", "secret")
                .shortCode("600984")
                .build()) {
            InvalidInputException typed = assertThrows(
                    InvalidInputException.class, () -> production.c2b().simulateBuyGoods(paid -> paid.amount(20)
                            .from(Shop.CUSTOMER)));
            InvalidInputException plain =
                    assertThrows(InvalidInputException.class, () -> production.call("c2bSimulateV2", new JsonObject()));

            assertTrue(typed.getMessage().contains("environment must be a sandbox"), typed.getMessage());
            assertTrue(plain.getMessage().contains("environment must be a sandbox"), plain.getMessage());
        }
    }
}
