package io.github.mpesasdk.shop;

import io.github.mpesasdk.Failed;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.MpesaException;
import io.github.mpesasdk.NeedsPerson;
import io.github.mpesasdk.Settled;
import io.github.mpesasdk.Succeeded;
import io.github.mpesasdk.UnknownOutcomeException;
import io.github.mpesasdk.kenya.Daraja;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Takes the money for orders, and gives it back. */
@Service
class Checkout {

    private static final String REFUND = "refund-";

    private final Daraja daraja;
    private final Orders orders;

    Checkout(Daraja daraja, Orders orders) {
        this.daraja = daraja;
        this.orders = orders;
    }

    Order order(Tea tea, String phone) {
        Order order = orders.open(tea.title(), tea.price(), phone);
        try {
            daraja.stk().push(push -> push.amount(order.amount())
                    .from(phone)
                    .reference("TEA-" + order.id().substring(0, 6))
                    .description("Tea")
                    .order(order.id()));
        } catch (InvalidInputException noSuchNumber) {
            orders.forget(order.id());
            throw noSuchNumber;
        } catch (UnknownOutcomeException maybe) {
            // It may be on the customer's phone. The journal has it, and asks until it is known.
            orders.note(order.id(), "We are asking M-Pesa.");
        } catch (MpesaException nothingMoved) {
            orders.failed(order.id(), "M-Pesa did not take the request. You have not been charged.");
        }
        return orders.find(order.id()).orElseThrow();
    }

    void refund(Order order) {
        if (!orders.refunding(order.id())) {
            return;
        }
        try {
            daraja.b2c().pay(pay -> pay.amount(order.amount())
                    .to(order.phone())
                    .remarks("refund")
                    .order(REFUND + order.id()));
        } catch (UnknownOutcomeException maybe) {
            orders.note(order.id(), "We are asking M-Pesa.");
        } catch (MpesaException nothingMoved) {
            orders.notRefunded(order.id(), "The refund could not be sent. Please try again.");
        }
    }

    @EventListener
    void onSettled(Settled settled) {
        settled.order().ifPresent(order -> {
            if (order.startsWith(REFUND)) {
                refundSettled(order.substring(REFUND.length()), settled);
            } else if (settled.outcome() instanceof Succeeded paid) {
                orders.paid(order, paid.receipt().orElse(null));
            } else if (settled.outcome() instanceof Failed failed) {
                orders.failed(order, failed.advice());
            }
        });
    }

    private void refundSettled(String order, Settled settled) {
        if (settled.outcome() instanceof Succeeded paid) {
            orders.refunded(order, paid.receipt().orElse(null));
        } else if (settled.outcome() instanceof Failed failed) {
            orders.notRefunded(order, failed.advice());
        }
    }

    @EventListener
    void onNeedsPerson(NeedsPerson open) {
        open.order().ifPresent(order -> orders.unclear(order, "We are looking this payment up. Do not pay again."));
    }
}
