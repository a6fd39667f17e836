package io.github.mpesasdk;

import java.util.regex.Pattern;

/**
 * How the mobile numbers of a country are written.
 *
 * @param country the country, for messages
 * @param prefix country calling code, digits only
 * @param national the digits behind the prefix
 * @param example an example in national form, for messages
 */
public record NumberingPlan(String country, String prefix, Pattern national, String example) {

    /** Kenya: 254 and nine digits that start with 7 or 1. */
    public static final NumberingPlan KENYA =
            new NumberingPlan("Kenya", "254", Pattern.compile("[17]\\d{8}"), "0712 345 678");
}
