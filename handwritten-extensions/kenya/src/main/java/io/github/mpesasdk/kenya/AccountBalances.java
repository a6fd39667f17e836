package io.github.mpesasdk.kenya;

import io.github.mpesasdk.core.message.Told;
import io.github.mpesasdk.runtime.TextOrNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The accounts of a short code, from {@code Name|KES|current|available|reserved|uncleared} joined by {@code &}.
 *
 * @param accounts in the order they came
 */
public record AccountBalances(List<Account> accounts) {

    /** No account. */
    public static final AccountBalances NONE = new AccountBalances(List.of());

    /**
     * One account. The portal fixes {@code available}; the order of the other three amounts is how other SDKs read
     * them.
     *
     * @param name for example {@code Utility Account}
     * @param currency {@code KES}
     * @param current shillings; may be negative, like the rest
     * @param available shillings that may be spent
     * @param reserved shillings held back
     * @param uncleared shillings on their way
     */
    public record Account(
            String name,
            String currency,
            Optional<BigDecimal> current,
            Optional<BigDecimal> available,
            Optional<BigDecimal> reserved,
            Optional<BigDecimal> uncleared) {

        @Override
        public String toString() {
            return "Account[" + name + ", " + currency + ", ***]";
        }
    }

    public AccountBalances {
        accounts = List.copyOf(accounts);
    }

    static AccountBalances of(Told told) {
        return told.text("AccountBalance").map(AccountBalances::parse).orElse(NONE);
    }

    /** Reads the text; parts that are missing become empty, and nothing throws. */
    public static AccountBalances parse(String text) {
        List<Account> accounts = new ArrayList<>();
        for (String account : text.split("&", -1)) {
            String[] parts = account.split("\\|", -1);
            if (!parts[0].isBlank()) {
                accounts.add(new Account(
                        parts[0].trim(),
                        parts.length > 1 ? parts[1].trim() : "",
                        amount(parts, 2),
                        amount(parts, 3),
                        amount(parts, 4),
                        amount(parts, 5)));
            }
        }
        return new AccountBalances(accounts);
    }

    /** An account by its name, ignoring case. */
    public Optional<Account> named(String name) {
        return accounts.stream()
                .filter(account -> account.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static Optional<BigDecimal> amount(String[] parts, int index) {
        return index < parts.length ? TextOrNumber.of(parts[index]).decimal() : Optional.empty();
    }
}
