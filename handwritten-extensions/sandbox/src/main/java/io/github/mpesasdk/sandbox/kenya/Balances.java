package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.ledger.Account;
import io.github.mpesasdk.sandbox.ledger.Ledger;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Balances as the gateway writes them: six fields parted by bars, accounts joined by ampersands. */
final class Balances {

    private Balances() {}

    static String of(Ledger ledger, String shortCode, Account account) {
        String amount = ledger.balance(shortCode, account).toPlainString();
        // Name, currency, current, available, reserved, uncleared. Nothing is ever reserved here.
        return account.wireName() + "|KES|" + amount + "|" + amount + "|0.00|0.00";
    }

    static String ofAll(Ledger ledger, String shortCode) {
        return Arrays.stream(Account.values())
                .map(account -> of(ledger, shortCode, account))
                .collect(Collectors.joining("&"));
    }
}
