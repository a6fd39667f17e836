package io.github.mpesasdk.cli.story;

import io.github.mpesasdk.sandbox.Faults;
import io.github.mpesasdk.sandbox.Journal;
import io.github.mpesasdk.sandbox.ledger.Ledger;
import java.math.BigDecimal;

/**
 * The sandbox's side of a story, by which it is held to its words.
 *
 * @param customer the customer's number, in international form
 */
record Books(Journal journal, Ledger ledger, Faults faults, String customer) {

    /** How much the customer has. */
    BigDecimal balance() {
        return ledger.balance(customer);
    }

    @Override
    public String toString() {
        return "Books[***]";
    }
}
