package io.github.mpesasdk.sandbox.market;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers and callbacks that speak of something else than what happened. They take the text as it is, JSON or XML. */
public final class Falsified {

    private static final String VALUE = "(?:\":\"?|</name>(?:<type>\\w*</type>)?<value>)";
    private static final Pattern ID = Pattern.compile("[\"_>](?:MerchantRequestID|CheckoutRequestID|Insight_txid"
            + "|InsightReference|ThirdPartyReference|\\w*Conver?sationI[Dd])" + VALUE + "([^\"<]+)");
    private static final Pattern AMOUNT =
            Pattern.compile("[\"_>](?:Trans(?:action)?)?Amount(?:\",\"Value)?" + VALUE + "([0-9.]+)");

    private Falsified() {}

    /** A body in which every id is that of another payment. */
    public static String ids(String body) {
        return replaced(body, ID, Falsified::other);
    }

    /** A body in which the ids that repeat one of the request are others. */
    public static String ids(String body, String request) {
        return replaced(body, ID, id -> request.contains(id) ? other(id) : id);
    }

    /** A body with another amount, if it has one. */
    public static String amount(String body) {
        return replaced(body, AMOUNT, amount -> "9" + amount);
    }

    /** An id of the same shape. */
    private static String other(String id) {
        int last = id.length() - 1;
        return id.substring(0, last) + (id.charAt(last) == '0' ? '1' : '0');
    }

    private static String replaced(String body, Pattern pattern, UnaryOperator<String> change) {
        return pattern.matcher(body).replaceAll(found -> {
            String name = found.group().substring(0, found.start(1) - found.start());
            return Matcher.quoteReplacement(name + change.apply(found.group(1)));
        });
    }
}
