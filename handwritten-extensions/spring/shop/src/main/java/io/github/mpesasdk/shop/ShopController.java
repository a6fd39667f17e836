package io.github.mpesasdk.shop;

import io.github.mpesasdk.InvalidInputException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the pages of the shop ask for. */
@RestController
@RequestMapping("/api")
class ShopController {

    private static final List<Tea> TEAS = List.of(
            new Tea("kericho", "Kericho Gold", "Bright and brisk, from the highlands of the Rift Valley.", 250),
            new Tea("purple", "Nandi Purple", "Purple leaves, light cup, a little plum.", 420),
            new Tea("chai", "Masala Chai", "Ginger, cardamom and pepper, for milk and sugar.", 180));

    private static final int LONGEST_PHONE = 20;

    private final Checkout checkout;
    private final Orders orders;

    ShopController(Checkout checkout, Orders orders) {
        this.checkout = checkout;
        this.orders = orders;
    }

    /** What a customer sends to order. */
    record Request(@Nullable String tea, @Nullable String phone) {}

    /** What a customer sees of an order: nothing that another one could use. */
    record View(
            String id,
            String item,
            int amount,
            Order.State state,
            @Nullable String receipt,
            @Nullable String refund,
            @Nullable String note) {

        static View of(Order order) {
            return new View(
                    order.id(),
                    order.item(),
                    order.amount(),
                    order.state(),
                    order.receipt(),
                    order.refund(),
                    order.note());
        }
    }

    @GetMapping("/teas")
    List<Tea> teas() {
        return TEAS;
    }

    @PostMapping("/orders")
    View order(@RequestBody Request request) {
        Tea wanted = TEAS.stream()
                .filter(tea -> tea.id().equals(request.tea()))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "We do not have that tea."));
        try {
            return View.of(checkout.order(wanted, phone(request.phone())));
        } catch (InvalidInputException noSuchNumber) {
            throw noNumber(noSuchNumber);
        }
    }

    private static String phone(@Nullable String written) {
        if (written == null || written.isBlank() || written.length() > LONGEST_PHONE) {
            throw noNumber(null);
        }
        return written;
    }

    private static ResponseStatusException noNumber(@Nullable Throwable cause) {
        return new ResponseStatusException(
                HttpStatus.BAD_REQUEST, "Please give a Safaricom number, such as 0708 374 149.", cause);
    }

    @GetMapping("/orders/{id}")
    View order(@PathVariable String id) {
        return View.of(find(id));
    }

    // A real shop asks here who is asking.
    @PostMapping("/orders/{id}/refund")
    View refund(@PathVariable String id) {
        checkout.refund(find(id));
        return View.of(find(id));
    }

    private Order find(String id) {
        return orders.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
