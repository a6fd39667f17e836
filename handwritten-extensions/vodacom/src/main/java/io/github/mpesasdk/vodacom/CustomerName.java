package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.core.message.Told;

/**
 * A customer's name. {@code toString} hides it.
 *
 * @param first as the gateway tells it; empty if it does not
 * @param last as the gateway tells it; empty if it does not
 */
public record CustomerName(String first, String last) {

    static CustomerName of(Told told) {
        return new CustomerName(
                VodacomMarket.text(told, "CustomerFirstName").orElse(""),
                VodacomMarket.text(told, "CustomerLastName").orElse(""));
    }

    @Override
    public String toString() {
        return "CustomerName[***]";
    }
}
