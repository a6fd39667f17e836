package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.sandbox.SandboxExtension;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import java.net.URI;
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
                        .contains("reference (AccountReference) must have at most 12 characters, has 14, by documents"
                                + " alone: liftDocumentedLimits() sends it all the same"),
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
    void aWordThatIsContestedInAnAddressMayBeLiftedForOneCall() {
        URI contested = URI.create(shop.callbacks() + "/mpesa");

        assertThrows(InvalidInputException.class, () -> shop.daraja().stk().push(push -> Shop.tea(push)
                .callback(contested)));
        shop.daraja().stk().push(push -> Shop.tea(push).callback(contested).liftDocumentedLimits());
    }
}
