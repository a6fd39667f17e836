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
public record NumberingPlan(String country, String prefix, Pattern national, String example) {}
