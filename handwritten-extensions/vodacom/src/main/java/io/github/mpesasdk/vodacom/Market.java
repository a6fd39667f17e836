package io.github.mpesasdk.vodacom;

import io.github.mpesasdk.NumberingPlan;
import io.github.mpesasdk.vodacomapi.model.Country;
import io.github.mpesasdk.vodacomapi.model.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A country of the M-Pesa OpenAPI, with everything that differs from one to the next. */
public enum Market {
    /** Vodacom Tanzania. */
    TANZANIA(
            "vodacomTZN",
            Country.TANZANIA,
            List.of(Currency.TZS),
            plan("Tanzania", "255", "[1-9]\\d{8}", "0744 000 001")),

    /** Vodafone Ghana, whose brand is Telecel now. */
    GHANA("vodafoneGHA", Country.GHANA, List.of(Currency.GHS), plan("Ghana", "233", "[1-9]\\d{8}", "020 000 0001")),

    /** Vodacom Lesotho, whose numbers have eight digits and no zero in front. */
    LESOTHO("vodacomLES", Country.LESOTHO, List.of(Currency.LSL), plan("Lesotho", "266", "[1-9]\\d{7}", "5000 0001")),

    /** Vodacom Congo. Counts in US dollars unless the client is told {@link Currency#CDF}. */
    DRC(
            "vodacomDRC",
            Country.DRC,
            List.of(Currency.USD, Currency.CDF),
            plan("the DRC", "243", "[1-9]\\d{8}", "0810 000 001")),

    /** Vodacom Mozambique, which has an API of its own as well. */
    MOZAMBIQUE(
            "vodacomMOZ",
            Country.MOZAMBIQUE,
            List.of(Currency.MZN),
            plan("Mozambique", "258", "[1-9]\\d{8}", "84 000 0001"));

    private final String path;
    private final Country country;
    private final List<Currency> currencies;
    private final NumberingPlan numbers;

    Market(String path, Country country, List<Currency> currencies, NumberingPlan numbers) {
        this.path = path;
        this.country = country;
        this.currencies = currencies;
        this.numbers = numbers;
    }

    private static NumberingPlan plan(String country, String prefix, String national, String example) {
        return new NumberingPlan(country, prefix, Pattern.compile(national), example);
    }

    /** How the command and environment variables name it, where the country has other APIs too. */
    String word() {
        String name = name().toLowerCase(Locale.ROOT);
        return this == DRC || this == MOZAMBIQUE ? name + "-openapi" : name;
    }

    /** How the gateway spells it in its addresses: {@code vodacomTZN}. */
    public String path() {
        return path;
    }

    /** How requests name it; not the ISO code. */
    public Country country() {
        return country;
    }

    /** The usual currency. */
    public Currency currency() {
        return currencies.get(0);
    }

    /** Every currency, the usual one first. */
    public List<Currency> currencies() {
        return currencies;
    }

    /** How its mobile numbers are written. */
    public NumberingPlan numbers() {
        return numbers;
    }
}
