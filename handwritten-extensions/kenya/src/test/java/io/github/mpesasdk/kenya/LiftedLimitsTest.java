package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.mpesasdk.CallSettings;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Violation;
import io.github.mpesasdk.daraja.model.C2bResponseType;
import io.github.mpesasdk.sandbox.SandboxExtension;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A limit that only documents state is kept by default, and a caller may lift it for one call. */
@ExtendWith(SandboxExtension.class)
class LiftedLimitsTest {

    private final KenyaSandbox kenya;
    private final Shop shop;

    LiftedLimitsTest(KenyaSandbox kenya) {
        this.kenya = kenya;
        this.shop = Shop.open(kenya);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aDocumentedLimitIsKeptUnlessTheCallerLiftsIt() {
        InvalidInputException kept = assertThrows(
                InvalidInputException.class,
                () -> shop.daraja().stk().push(push -> Shop.tea(push).reference("INVOICE-000017")));

        assertTrue(
                kept.getMessage()
                        .contains(
                                "reference (AccountReference) must have at most 12 characters, has 14 (no record shows"
                                        + " that a gateway insists on it; liftDocumentedLimits() sends it all the same)"),
                kept.getMessage());
        assertEquals(
                "17",
                shop.daraja()
                        .stk()
                        .push(push -> Shop.tea(push)
                                .reference("INVOICE-000017")
                                .order("17")
                                .liftDocumentedLimits())
                        .order()
                        .orElseThrow());
        assertEquals(1, kenya.journal().count("stkPush"));
    }

    @Test
    void theCureOfSeveralLimitsIsToldOnce() {
        InvalidInputException kept = assertThrows(
                InvalidInputException.class, () -> shop.daraja().stk().push(push -> Shop.tea(push)
                        .reference("INVOICE-000017")
                        .amount(250_001)
                        .from("0808 374 149")
                        .description("Tea for two and more")));

        assertTrue(
                kept.getMessage()
                        .endsWith(
                                "description (TransactionDesc) must have at most 13 characters, has 20 (no record shows"
                                        + " that a gateway insists on the limits of amount, reference, description;"
                                        + " liftDocumentedLimits() sends them all the same)"),
                kept.getMessage());
        assertEquals(2, kept.getMessage().split("liftDocumentedLimits").length, kept.getMessage());
    }

    @Test
    void whereNothingCanBeLiftedNobodyIsToldToLiftIt() {
        InvalidInputException kept = assertThrows(
                InvalidInputException.class, () -> shop.daraja().transactions().status("123"));

        assertTrue(kept.violations().get(0).liftable(), kept.getMessage());
        assertFalse(kept.getMessage().contains("liftDocumentedLimits"), kept.getMessage());
    }

    @Test
    void whatWasSeenToBeRefusedIsNeverLifted() {
        InvalidInputException invalid = assertThrows(
                InvalidInputException.class, () -> shop.daraja().stk().push(push -> Shop.tea(push)
                        .reference("INVOICE-000017")
                        .description("")
                        .liftDocumentedLimits()));

        assertEquals(1, invalid.violations().size(), invalid.getMessage());
        assertEquals("description", invalid.violations().get(0).field());
    }

    @Test
    void aCallFromPlainJsonMayLiftThemToo() {
        JsonObject push = new JsonObject();
        push.addProperty("Amount", "1");
        push.addProperty("PhoneNumber", "254708374149");
        push.addProperty("AccountReference", "INVOICE-000017");
        push.addProperty("TransactionDesc", "Tea");

        InvalidInputException kept =
                assertThrows(InvalidInputException.class, () -> shop.daraja().call("stkPush", push));

        assertEquals(
                "The input of stkPush is not valid, nothing was sent: AccountReference must have at most 12 characters,"
                        + " has 14 (no record shows that a gateway insists on it; liftDocumentedLimits() sends it all the same)",
                kept.getMessage());
        assertEquals(
                "0",
                shop.daraja()
                        .call("stkPush", push, CallSettings.liftDocumentedLimits())
                        .get("ResponseCode")
                        .getAsString());
        push.addProperty("TransactionDesc", "");
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> shop.daraja()
                .call("stkPush", push, CallSettings.liftDocumentedLimits()));
        assertEquals(
                List.of("TransactionDesc"),
                refused.violations().stream().map(Violation::wireName).toList());
        assertEquals(1, kenya.journal().count("stkPush"));
    }

    @Test
    void aLimitThatIsConcludedFromOthersIsKeptTheSameWay() {
        shop.daraja().c2b().register(urls -> urls.confirmation(shop.callbacks())
                .validation(shop.callbacks())
                .unanswered(C2bResponseType.COMPLETED));

        InvalidInputException kept = assertThrows(
                InvalidInputException.class, () -> shop.daraja().c2b().simulatePayBill(paid -> paid.amount(250_001)
                        .from(Shop.CUSTOMER)
                        .reference("INV-77")));

        assertTrue(kept.violations().get(0).liftable(), kept.getMessage());
        shop.daraja().c2b().simulatePayBill(paid -> paid.amount(250_001)
                .from(Shop.CUSTOMER)
                .reference("INV-77")
                .liftDocumentedLimits());
    }

    @Test
    void aWordThatIsContestedInAnAddressMayBeLiftedForOneCall() {
        URI contested = URI.create(shop.callbacks() + "/mpesa");

        assertThrows(InvalidInputException.class, () -> shop.daraja().stk().push(push -> Shop.tea(push)
                .callback(contested)));
        shop.daraja().stk().push(push -> Shop.tea(push).callback(contested).liftDocumentedLimits());
    }
}
