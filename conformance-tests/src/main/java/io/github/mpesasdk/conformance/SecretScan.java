package io.github.mpesasdk.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.mpesasdk.vodacomapi.model.Market;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Finds what could be somebody's phone number, name, address or secret. What is public or plainly made up stands in
 * {@code cases/public-values.json}; everything else that looks real is found, though it may be harmless.
 */
public final class SecretScan {

    private static final Pattern MSISDN =
            Pattern.compile("(?<![0-9A-Za-z])(?:254|\\+254|0)([17]\\d{8})(?![0-9A-Za-z])");
    // As the countries of the M-Pesa OpenAPI write them on the wire, without the ends of each pattern.
    private static final Pattern MSISDN_ELSEWHERE = Pattern.compile(Market.MSISDN_BY_COUNTRY.values().stream()
            .map(pattern -> pattern.replaceAll("^\\^|\\$$", ""))
            .collect(Collectors.joining("|", "(?<![0-9A-Za-z])\\+?(", ")(?![0-9A-Za-z])")));
    // Drawn at random for one request, and known to both sides; they grant no access.
    private static final Pattern REQUEST_ID =
            Pattern.compile("(in|out)put_(\\w*ConversationID|ThirdPartyReference|QueryReference)");
    // An STK payment's id ends in the last nine digits of the payer's number.
    private static final Pattern CHECKOUT_ID = Pattern.compile("ws_CO_\\d{17}(\\d{9})(?!\\d)");
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("(?=\\d*[a-fA-F])[0-9a-fA-F]{28,}");
    // Small and capital letters and digits, in one long word. In an address, the slash of base64 parts words.
    private static final String MIXED = "(?=\\S*[a-z])(?=\\S*[A-Z])(?=\\S*\\d)";
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=]{28,}");
    private static final Pattern URL_SAFE = Pattern.compile("[A-Za-z0-9_=-]{28,}");
    private static final Pattern RANDOM_LOOKING = Pattern.compile(MIXED + "\\S+");
    private static final Pattern NAME_FIELD =
            Pattern.compile("(?i)((in|out)put_customer)?(first|middle|last)name|(in|out)put_customername|surname");
    private static final Pattern PARTY = Pattern.compile("254[17]\\d{8} - (.+)");

    private final Set<String> numbers;
    private final Set<String> hashes;
    private final Set<String> names;
    private final Set<String> words;
    private final List<String> fakeWords;

    SecretScan(JsonObject publicValues) {
        numbers = texts(publicValues, "msisdns");
        hashes = numbers.stream().map(SecretScan::sha256).collect(Collectors.toSet());
        names = texts(publicValues, "names");
        words = texts(publicValues, "words");
        fakeWords = List.copyOf(texts(publicValues, "fakeWords"));
    }

    /** The scan with the public values of the cases. */
    public static SecretScan ofCases() {
        try {
            String text = Files.readString(Checkout.cases().resolve("public-values.json"));
            return new SecretScan(JsonParser.parseString(text).getAsJsonObject());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What was found in a JSON value, with its place but without the value itself. */
    public List<String> findings(JsonElement value) {
        List<String> found = new ArrayList<>();
        walk("", "", value, found);
        return found;
    }

    private void walk(String at, String field, JsonElement value, List<String> found) {
        if (value.isJsonObject()) {
            value.getAsJsonObject()
                    .entrySet()
                    .forEach(entry -> walk(at + "/" + entry.getKey(), entry.getKey(), entry.getValue(), found));
        } else if (value instanceof JsonArray list) {
            list.forEach(each -> walk(at, field, each, found));
        } else if (value.isJsonPrimitive()) {
            findingsInText(field, value.getAsString()).forEach(finding -> found.add(at + " " + finding));
        }
    }

    private List<String> findingsInText(String field, String text) {
        List<String> found = new ArrayList<>();
        if (hasForeignNumber(text)) {
            found.add("holds what looks like a real phone number");
        }
        if (EMAIL.matcher(text).find()) {
            found.add("holds an e-mail address");
        }
        if (!REQUEST_ID.matcher(field).matches() && hasSecret(text)) {
            found.add("holds what looks like a real secret");
        }
        if (hasForeignName(field, text)) {
            found.add("holds what could be a real person's name");
        }
        return found;
    }

    private boolean hasForeignNumber(String text) {
        return MSISDN.matcher(text).results().anyMatch(number -> !isPublic("254" + number.group(1)))
                || MSISDN_ELSEWHERE.matcher(text).results().anyMatch(number -> !isPublic(number.group(1)))
                || CHECKOUT_ID.matcher(text).results().anyMatch(id -> !isPublic("254" + id.group(1)));
    }

    private boolean isPublic(String number) {
        return numbers.contains(number);
    }

    private boolean hasSecret(String text) {
        String rest = CHECKOUT_ID.matcher(text).replaceAll("");
        Stream<String> hexadecimal = words(HEXADECIMAL, rest);
        Stream<String> base64 = text.startsWith("http") ? Stream.empty() : words(BASE64, rest);
        Stream<String> mixed = Stream.concat(base64, words(URL_SAFE, rest))
                .filter(word -> RANDOM_LOOKING.matcher(word).matches());
        return Stream.concat(hexadecimal, mixed).anyMatch(word -> !isHarmless(word));
    }

    private static Stream<String> words(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group);
    }

    private boolean isHarmless(String word) {
        return words.contains(word) || isOfAHash(word) || isPlainlyFake(word) || isPlainlyFake(decoded(word));
    }

    // A gateway puts its mask into the middle of a hash, too.
    private boolean isOfAHash(String word) {
        return hashes.stream().anyMatch(hash -> hash.startsWith(word) || hash.endsWith(word));
    }

    private boolean isPlainlyFake(String word) {
        return fakeWords.stream().anyMatch(word::contains);
    }

    private static String decoded(String word) {
        try {
            return new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private boolean hasForeignName(String field, String text) {
        Matcher party = PARTY.matcher(text);
        String name =
                party.matches() ? party.group(1) : NAME_FIELD.matcher(field).matches() ? text : "";
        return !name.isEmpty() && !names.contains(name);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static Set<String> texts(JsonObject object, String field) {
        return StreamSupport.stream(object.getAsJsonArray(field).spliterator(), false)
                .map(JsonElement::getAsString)
                .collect(Collectors.toUnmodifiableSet());
    }
}
