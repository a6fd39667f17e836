package io.github.mpesasdk.kenya;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.mpesasdk.Payment;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.daraja.model.StkPushAnswer;
import io.github.mpesasdk.sandbox.kenya.KenyaSandbox;
import org.junit.jupiter.api.Test;

/** The address of one payment proves nothing about another, though both are signed with one key. */
class ForeignAddressTest extends ShopTest {

    private static final String KEY = "a-callback-key-of-more-than-32-characters";

    ForeignAddressTest(KenyaSandbox kenya) {
        super(kenya);
    }

    @Test
    void anAddressOfAnotherMachineSettlesNoPaymentOfThisOne() {
        try (CallbackServer server = CallbackServer.open();
                Daraja otherMachine = client(server);
                Daraja here = client(server)) {
            otherMachine.stk().push(Shop::tea);
            CallbackServer.Heard ofAnother = server.next();
            Payment<StkPushAnswer> payment = here.stk().push(Shop::tea);
            CallbackServer.Heard own = server.next();

            here.callbacks().receive(ofAnother.path(), own.body());
            assertFalse(payment.outcome().isSettled());

            here.callbacks().receive(own.path(), own.body());
            assertInstanceOf(Succeeded.class, payment.outcome());
        }
    }

    private Daraja client(CallbackServer server) {
        return Shop.settings(kenya, server.address()).callbackKey(KEY).build();
    }
}
