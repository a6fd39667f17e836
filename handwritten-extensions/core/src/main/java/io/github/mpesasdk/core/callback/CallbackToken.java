package io.github.mpesasdk.core.callback;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The signed part of a callback address: says which request the address was made for. Who knows it can report an
 * outcome, so {@code toString} hides it.
 *
 * @param text hexadecimal, as it stands in the address; hexadecimal cannot spell the words that gateways forbid
 * @param operation the operation of the request
 * @param amount the amount of the request, as on the wire; empty where it has none
 * @param order the caller's own key of the payment; empty where it gave none
 */
public record CallbackToken(String text, String operation, String amount, Optional<String> order) {

    /** Whether an amount that a callback tells is the one that was asked for; true where either tells none. */
    public boolean fits(@Nullable String told) {
        return amount.isEmpty() || told == null || SameValue.test(amount, told);
    }

    @Override
    public String toString() {
        return "CallbackToken[" + operation + ", ***]";
    }
}
