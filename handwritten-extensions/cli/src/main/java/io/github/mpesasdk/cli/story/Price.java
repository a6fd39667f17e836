package io.github.mpesasdk.cli.story;

import java.math.BigDecimal;

/**
 * What a customer is asked for.
 *
 * @param amount in the major unit of the currency
 * @param words as people say it
 */
record Price(BigDecimal amount, String words) {

    static Price of(String amount, String words) {
        return new Price(new BigDecimal(amount), words);
    }

    /** The amount as a program writes it. */
    String code() {
        return amount.scale() > 0 ? "new BigDecimal(\"" + amount + "\")" : amount.toString();
    }
}
