package io.github.mpesasdk.drc;

import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Spoils messages: the same seed spoils in the same way. */
final class FuzzMutations {

    private static final Pattern ELEMENT = Pattern.compile("<([A-Za-z0-9:]+)[^<>]*>[^<]*</\\1>");
    private static final Pattern TEXT = Pattern.compile(">([^<>]*)<");

    private static final List<String> FRAGMENTS = List.of(
            "<a>",
            "</a>",
            "<a/>",
            "<a xmlns='u'>",
            "<dataItem/>",
            "</dataItem>",
            "<dataItem>",
            "<value>0</value>",
            "<value>1</value>",
            "<name>ResponseCode</name>",
            "<name>InsightReference</name>",
            ProofMessages.item("ResponseCode", "0"),
            ProofMessages.item("ResponseCode", "1"),
            ProofMessages.item("responsecode", " 0 "),
            ProofMessages.item("ResultCode", "0"),
            ProofMessages.item("InsightReference", ""),
            ProofMessages.item("Insight_txid", "x"),
            ProofMessages.item("SessionID", "x y"),
            ProofMessages.item("faultcode", "Client"),
            ProofMessages.item("eventInfo", "3"),
            ProofMessages.processed(),
            ProofMessages.expired(),
            "<code>3</code>",
            "<code>4</code>",
            "<response/>",
            "<response>",
            "<S:Fault><faultcode>S:Client</faultcode></S:Fault>",
            "<!-- 0 -->",
            "<!--",
            "<![CDATA[0]]>",
            "<![CDATA[",
            "]]>",
            "<?x 0?>",
            "<?xml version='1.0'?>",
            "<!DOCTYPE x [<!ENTITY e '0'>]>",
            "&e;",
            "&#48;",
            "&#0;",
            "&#x10FFFF;",
            "&lt;",
            "&",
            "<",
            ">",
            "'",
            "\"",
            " xsi:nil='true'",
            " xmlns=''",
            " xmlns:S='u'",
            " a='0'",
            "<a>".repeat(40),
            "\u0000",
            "\u0085",
            "\u2028",
            "\uD800",
            "\uFEFF",
            "\uFFFF",
            " ",
            "0",
            "-1");

    private static final List<BiFunction<String, Random, String>> WAYS = List.of(
            FuzzMutations::flip,
            FuzzMutations::cut,
            FuzzMutations::repeat,
            FuzzMutations::swap,
            FuzzMutations::insert,
            FuzzMutations::insert,
            FuzzMutations::repeatElement,
            FuzzMutations::dropElement,
            FuzzMutations::moveElement,
            FuzzMutations::exchangeText);

    private FuzzMutations() {}

    /** One to three spoilings, one after the other. */
    static String spoil(String message, Random random) {
        String spoilt = message;
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            spoilt = WAYS.get(random.nextInt(WAYS.size())).apply(spoilt, random);
        }
        return spoilt;
    }

    private static int place(String text, Random random) {
        return random.nextInt(text.length() + 1);
    }

    private static String flip(String text, Random random) {
        if (text.isEmpty()) {
            return text;
        }
        int at = random.nextInt(text.length());
        char flipped = (char) (text.charAt(at) ^ (1 << random.nextInt(8)));
        return text.substring(0, at) + flipped + text.substring(at + 1);
    }

    private static String cut(String text, Random random) {
        int from = place(text, random);
        int length = random.nextBoolean() ? random.nextInt(40) : random.nextInt(text.length() + 1);
        return text.substring(0, from) + text.substring(Math.min(text.length(), from + length));
    }

    private static String repeat(String text, Random random) {
        int from = place(text, random);
        int to = Math.min(text.length(), from + random.nextInt(200));
        return text.substring(0, to) + text.substring(from, to) + text.substring(to);
    }

    private static String swap(String text, Random random) {
        int one = place(text, random);
        int other = place(text, random);
        int third = place(text, random);
        int[] at = IntStream.of(one, other, third).sorted().toArray();
        return text.substring(0, at[0])
                + text.substring(at[1], at[2])
                + text.substring(at[0], at[1])
                + text.substring(at[2]);
    }

    private static String insert(String text, Random random) {
        int at = place(text, random);
        // Half of them where markup may stand, or else hardly one would be well-formed.
        int between = random.nextBoolean() ? text.indexOf('<', at) : -1;
        int where = between < 0 ? at : between;
        return text.substring(0, where) + FRAGMENTS.get(random.nextInt(FRAGMENTS.size())) + text.substring(where);
    }

    private static String repeatElement(String text, Random random) {
        Matcher element = after(ELEMENT, text, random);
        return element == null
                ? text
                : text.substring(0, element.end()) + element.group() + text.substring(element.end());
    }

    private static String dropElement(String text, Random random) {
        Matcher element = after(ELEMENT, text, random);
        return element == null ? text : text.substring(0, element.start()) + text.substring(element.end());
    }

    private static String moveElement(String text, Random random) {
        Matcher element = after(ELEMENT, text, random);
        if (element == null) {
            return text;
        }
        String without = text.substring(0, element.start()) + text.substring(element.end());
        int to = Math.max(0, without.indexOf('<', place(without, random)));
        return without.substring(0, to) + element.group() + without.substring(to);
    }

    private static String exchangeText(String text, Random random) {
        Matcher one = after(TEXT, text, random);
        Matcher other = after(TEXT, text, random);
        return one == null || other == null
                ? text
                : text.substring(0, one.start(1)) + other.group(1) + text.substring(one.end(1));
    }

    private static @Nullable Matcher after(Pattern pattern, String text, Random random) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find(place(text, random)) ? matcher : null;
    }
}
