package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.daraja.model.C2bNotification;
import io.github.mpesasdk.daraja.model.C2bResponseType;
import io.github.mpesasdk.daraja.model.C2bValidationCode;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class C2bFlowTest extends ShopTest {

    C2bFlowTest(KenyaSandbox kenya) {
        super(kenya);
    }

    @ParameterizedTest
    @EnumSource(C2b.Version.class)
    void aPaymentIsValidatedAndConfirmed(C2b.Version version) {
        C2b c2b = shop.daraja().c2b().version(version);
        URI confirmation = URI.create(shop.callbacks() + "/confirmed");
        URI validation = URI.create(shop.callbacks() + "/asked");

        c2b.register(confirmation, validation, C2bResponseType.COMPLETED);
        c2b.simulatePayBill(Shop.CUSTOMER, 50, "INV-002");
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
    void goodsAreBoughtWithoutAReference() {
        C2b c2b = shop.daraja().c2b();
        c2b.register(
                URI.create(shop.callbacks() + "/confirmed"),
                URI.create(shop.callbacks() + "/asked"),
                C2bResponseType.COMPLETED);

        c2b.simulateBuyGoods(Shop.CUSTOMER, 20);

        assertTrue(kenya.awaitCallbacks(Shop.SOON));
        assertEquals(2, shop.received().size());
    }

    @Test
    void theAnswersToAValidationAreTheDocumentedOnes() {
        assertEquals("{\"ResultCode\":\"0\",\"ResultDesc\":\"Accepted\"}", Callbacks.accept());
        assertEquals(
                "{\"ResultCode\":\"C2B00012\",\"ResultDesc\":\"Rejected\"}",
                Callbacks.reject(C2bValidationCode.of("C2B00012")));
    }
}
