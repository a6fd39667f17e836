package io.github.mpesasdk.sandbox.market;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names, secrets and keys by which a tenant is known: each as somebody has set it, else derived from a seed, so
 * that the same seed gives the same in every process. They protect nothing. Safe for use by several threads.
 */
public final class Credentials {

    private static final String KEY = ".privateKey";
    private static final String ANY_VALUE = "[\\x21-\\x7e]{1,200}";
    private static final String ANY_VALUE_IN_WORDS = "1 to 200 letters, digits and signs";
    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final String seed;
    private final Map<String, String> settings;
    private final Map<String, EncryptionKeys> keys;
    private final Set<String> names = new TreeSet<>();
    // All that a market asks for is told to its callers, in this order: a sandbox has no secrets.
    private final Map<String, String> given = Collections.synchronizedMap(new LinkedHashMap<>());

    private Credentials(String seed, Map<String, String> settings, Map<String, EncryptionKeys> keys) {
        this.seed = seed;
        this.settings = new LinkedHashMap<>(settings);
        this.keys = keys;
    }

    /**
     * Credentials of a seed.
     *
     * @param settings what goes before the seed, by the market and the name in {@code describe()}, such as
     *     {@code kenya.consumerKey}
     */
    public static Credentials of(String seed, Map<String, String> settings) {
        return new Credentials(seed, settings, new ConcurrentHashMap<>());
    }

    /** The credentials of a further tenant. Keys for encryption are the gateway's, so it has the same and sets none. */
    public Credentials forTenant(String name, Map<String, String> settingsOfTenant) {
        for (String setting : settingsOfTenant.keySet()) {
            if (setting.endsWith(KEY)) {
                throw new IllegalArgumentException(setting + " is the gateway's, the same for all tenants");
            }
        }
        return new Credentials(seed + "/" + name, settingsOfTenant, keys);
    }

    /** Letters and digits. */
    public String letters(String name, int length) {
        return letters(name, "", length, "");
    }

    /** Letters and digits between a beginning and an end. */
    public String letters(String name, String beginning, int length, String end) {
        return value(name, ANY_VALUE, ANY_VALUE_IN_WORDS, beginning + drawn(name, LETTERS, length) + end);
    }

    /** What has a value that everybody knows. */
    public String fixed(String name, String usual) {
        return value(name, ANY_VALUE, ANY_VALUE_IN_WORDS, usual);
    }

    /** A short code of six digits that begins with a given one; one that is set has five digits to so many. */
    public String shortCode(String name, int firstDigit, int most) {
        return value(name, "\\d{5," + most + "}", "5 to " + most + " digits", firstDigit + drawn(name, DIGITS, 5));
    }

    /** Lower-case hex digits. */
    public String hex(String name, int length) {
        return value(name, ANY_VALUE, ANY_VALUE_IN_WORDS, drawn(name, DIGITS + "abcdef", length));
    }

    /** All that a market has asked for, but for keys, by the name without the market. */
    public Map<String, String> of(String market) {
        Map<String, String> credentials = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (name.startsWith(market + ".")) {
                credentials.put(name.substring(market.length() + 1), value);
            }
        });
        return credentials;
    }

    /** The keys behind which the callers of a market hide their secrets; {@code <market>.privateKey} sets them. */
    public EncryptionKeys keys(String market) {
        String name = market + KEY;
        synchronized (names) {
            names.add(name);
        }
        return keys.computeIfAbsent(
                name,
                absent -> settings.containsKey(name)
                        ? EncryptionKeys.of(name, settings.get(name))
                        : EncryptionKeys.drawn(seed, market));
    }

    /**
     * Makes sure that everything that was set is the name of something.
     *
     * @throws IllegalArgumentException if something is not; the message lists all names
     */
    public void refuseUnknown() {
        synchronized (names) {
            for (String name : settings.keySet()) {
                if (!names.contains(name)) {
                    throw new IllegalArgumentException("no credential " + name + "; there are " + names);
                }
            }
        }
    }

    /** Whether these and other ones have a caller in common: then nobody could tell whose a request is. */
    public boolean shareCallerWith(Credentials other, Set<String> callers) {
        return callers.stream()
                .anyMatch(name -> given.containsKey(name) && given.get(name).equals(other.given.get(name)));
    }

    private String value(String name, String pattern, String rule, String drawn) {
        synchronized (names) {
            names.add(name);
        }
        String value = settings.getOrDefault(name, drawn);
        if (!value.matches(pattern)) {
            throw new IllegalArgumentException(name + " must be " + rule);
        }
        given.put(name, value);
        return value;
    }

    private String drawn(String name, String alphabet, int length) {
        SeededBytes bytes = new SeededBytes(seed, name);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(alphabet.charAt(Byte.toUnsignedInt(bytes.next()) % alphabet.length()));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return "Credentials[***]";
    }
}
