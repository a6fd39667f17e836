package io.github.mpesasdk.sandbox;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The settings of a sandbox by name, as files, variables and options of a command have them. */
final class SandboxSettings {

    private static final String OPERATION_PORTS = "operationPorts";

    /** What a sandbox tells beyond settings. */
    private static final Set<String> TOLD = Set.of(
            "baseUrl",
            "httpsUrl",
            "proxy",
            "certificateAuthority",
            "tenant",
            "controls",
            "address",
            "certificate",
            "publicKey",
            "environment",
            "ports",
            "receiverPartyCode",
            "loginUrl",
            "c2bUrl",
            "b2cUrl");

    private static final String PREFIX = "MPESA_SANDBOX_";
    /** Where tests look for a sandbox; no setting of one, though it may be among its variables. */
    private static final String ADDRESS = PREFIX + "URL";

    private static final Map<String, Long> UNITS = Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L);
    private static final int HIGHEST_PORT = 65_535;
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final Map<String, BiConsumer<SandboxBuilder, String>> NAMED = new TreeMap<>(Map.ofEntries(
            Map.entry("port", (to, value) -> to.port(port("port", value))),
            Map.entry("host", SandboxBuilder::host),
            Map.entry("controlToken", (to, value) -> to.controlToken(token(value))),
            Map.entry("seed", SandboxBuilder::seed),
            Map.entry(
                    "acceptAnyCredential", (to, value) -> when("acceptAnyCredential", value, to::acceptAnyCredential)),
            Map.entry("strict", (to, value) -> when("strict", value, to::strict)),
            Map.entry("operationPorts", SandboxSettings::operationPorts),
            Map.entry("faults", SandboxSettings::faults),
            Map.entry("clock", (to, value) -> to.clock(clock(value))),
            duration("tokenLifetime", SandboxBuilder::tokenLifetime),
            duration("callbackDelay", SandboxBuilder::callbackDelay),
            duration("promptTimeout", SandboxBuilder::promptTimeout),
            duration("validationTimeout", SandboxBuilder::validationTimeout),
            duration("slowness", SandboxBuilder::slowness),
            duration("lateness", SandboxBuilder::lateness),
            Map.entry("httpsPort", (to, value) -> to.httpsPort(port("httpsPort", value))),
            Map.entry("proxyPort", (to, value) -> to.proxyPort(port("proxyPort", value))),
            Map.entry("authority", (to, value) -> to.authority(folder("authority", value))),
            Map.entry("callbackHosts", (to, value) -> to.callbackHosts(value.split("[,\\s]+"))),
            Map.entry(
                    "callbackAnyCertificate",
                    (to, value) -> when("callbackAnyCertificate", value, to::callbackAnyCertificate)),
            Map.entry("callbackAttempts", (to, value) -> to.callbackAttempts(count("callbackAttempts", value))),
            duration("callbackPause", SandboxBuilder::callbackPause)));

    private SandboxSettings() {}

    /**
     * Sets one.
     *
     * @param name one of the names above, or a credential, such as {@code kenya.consumerKey}
     * @throws IllegalArgumentException if there is no such setting, or it cannot have this value
     */
    static void set(SandboxBuilder to, String name, String value) {
        BiConsumer<SandboxBuilder, String> named = NAMED.get(name);
        if (named != null) {
            named.accept(to, value);
        } else if (Markets.ALL.keySet().stream().anyMatch(market -> name.startsWith(market + "."))) {
            to.credential(name, name.endsWith(".privateKey") ? contents(name, value) : value);
        } else {
            throw new IllegalArgumentException("no setting " + name + "; there are " + NAMED.keySet()
                    + ", and credentials such as kenya.consumerKey");
        }
    }

    /** Sets all of these. The ports of operations come last, because they may depend on the port. */
    static void apply(Map<String, String> named, SandboxBuilder to) {
        named.forEach((name, value) -> {
            if (!name.equals(OPERATION_PORTS)) {
                set(to, name, value);
            }
        });
        if (named.containsKey(OPERATION_PORTS)) {
            set(to, OPERATION_PORTS, named.get(OPERATION_PORTS));
        }
    }

    /**
     * What a JSON object has: settings by name, and for each market an object of credentials, which is the form in
     * which a sandbox tells its own. What it tells beyond settings is passed over.
     *
     * @throws IllegalArgumentException if it is none, or a value is no text
     */
    static Map<String, String> read(String json) {
        JsonElement settings;
        try {
            settings = JsonParser.parseString(json);
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("the settings are no JSON", e);
        }
        if (!settings.isJsonObject()) {
            throw new IllegalArgumentException("the settings are no JSON object");
        }
        Map<String, String> named = new LinkedHashMap<>();
        settings.getAsJsonObject().asMap().forEach((name, value) -> {
            if (Markets.ALL.containsKey(name)) {
                credentials(name, value, named);
            } else if (!TOLD.contains(name)) {
                named.put(name, text(name, value));
            }
        });
        return named;
    }

    /**
     * What variables have whose names begin with {@code MPESA_SANDBOX_}. Those that Kubernetes sets for a service
     * called so are passed over.
     *
     * @throws IllegalArgumentException if one is not known
     */
    static Map<String, String> read(Map<String, String> variables) {
        Map<String, String> named = new LinkedHashMap<>();
        new TreeMap<>(variables).forEach((variable, value) -> {
            boolean service = value.matches("(tcp|udp)://.*")
                    || variable.matches(PREFIX + "(SERVICE_(HOST|PORT).*|.*_(TCP|UDP)(_.*)?)");
            if (variable.startsWith(PREFIX) && !variable.equals(ADDRESS) && !service) {
                named.put(name(variable), value);
            }
        });
        return named;
    }

    /**
     * Credentials by market and name.
     *
     * @param markets for each market its credentials, such as {@code {"kenya": {"consumerKey": "..."}}}
     * @throws IllegalArgumentException if a value is no text
     */
    static Map<String, String> credentials(JsonElement markets) {
        Map<String, String> flat = new TreeMap<>();
        object("credentials", markets).asMap().forEach((market, settings) -> credentials(market, settings, flat));
        return flat;
    }

    private static void credentials(String market, JsonElement settings, Map<String, String> flat) {
        object(market, settings).asMap().forEach((of, value) -> {
            if (!TOLD.contains(of)) {
                flat.put(market + "." + of, text(market + "." + of, value));
            }
        });
    }

    private static String name(String variable) {
        String rest = variable.substring(PREFIX.length());
        return NAMED.keySet().stream()
                .filter(name -> name.replaceAll("([A-Z])", "_$1")
                        .toUpperCase(Locale.ROOT)
                        .equals(rest))
                .findFirst()
                .orElseGet(() -> credentialName(variable, rest));
    }

    private static String credentialName(String variable, String rest) {
        String market = rest.split("_", 2)[0].toLowerCase(Locale.ROOT);
        if (!Markets.ALL.containsKey(market) || rest.length() <= market.length() + 1) {
            Set<String> names = new TreeSet<>();
            NAMED.keySet()
                    .forEach(name ->
                            names.add(PREFIX + name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT)));
            throw new IllegalArgumentException("no setting " + variable + "; there are " + names
                    + ", and credentials such as MPESA_SANDBOX_KENYA_CONSUMER_KEY");
        }
        StringBuilder name = new StringBuilder(market + ".");
        List<String> words = Arrays.asList(rest.substring(market.length() + 1).split("_", -1));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).toLowerCase(Locale.ROOT);
            name.append(
                    i == 0 || word.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }

    private static Map.Entry<String, BiConsumer<SandboxBuilder, String>> duration(
            String name, BiConsumer<SandboxBuilder, Duration> setter) {
        return Map.entry(name, (to, value) -> setter.accept(to, duration(name, value)));
    }

    private static Duration duration(String name, String value) {
        if (!value.matches("\\d{1,9}(ms|s|m|h)")) {
            throw new IllegalArgumentException(name + " must be a length of time such as 250ms, 3s, 2m or 1h");
        }
        String unit = value.replaceAll("\\d", "");
        long count = Long.parseLong(value.substring(0, value.length() - unit.length()));
        Duration length = Duration.ofMillis(count * UNITS.getOrDefault(unit, 1L));
        if (length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " is at most " + LONGEST.toHours() + "h");
        }
        return length;
    }

    /** A clock that begins at an instant and goes on from there. */
    private static Clock clock(String value) {
        try {
            Clock real = Clock.systemUTC();
            if (!value.matches("20\\d\\d-.*")) {
                throw new DateTimeException("ids and certificates are made for this century");
            }
            return Clock.offset(real, Duration.between(real.instant(), Instant.parse(value)));
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "clock must be an instant of this century such as 2026-03-14T21:30:00Z", e);
        }
    }

    private static String token(String value) {
        if (!value.matches("[\\x21-\\x7e]{8,200}")) {
            throw new IllegalArgumentException(
                    "controlToken must be 8 to 200 letters, digits and signs, without blanks");
        }
        return value;
    }

    private static int port(String name, String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    name + " must be a number from 1 to " + HIGHEST_PORT + ", or 0 for a free one");
        }
        return Integer.parseInt(value);
    }

    private static int count(String name, String value) {
        if (!value.matches("[1-9]\\d{0,2}")) {
            throw new IllegalArgumentException(name + " must be a number from 1 to 999");
        }
        return Integer.parseInt(value);
    }

    private static Path folder(String name, String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(name + " must be a folder", e);
        }
    }

    private static void when(String name, String value, Runnable action) {
        if (!Set.of("true", "false").contains(value)) {
            throw new IllegalArgumentException(name + " must be true or false");
        }
        if (value.equals("true")) {
            action.run();
        }
    }

    private static void operationPorts(SandboxBuilder to, String value) {
        switch (value) {
            case "operator" -> to.operatorPorts();
            case "free" -> to.operationPorts(Map.of());
            case "usual" -> operationPorts(to, to.port == 0 ? "free" : "operator");
            default -> {
                Map<String, Integer> ports = new TreeMap<>();
                pairs(
                        "operationPorts",
                        value,
                        "c2bPayment=18352",
                        pair -> ports.put(pair[0], port("operationPorts", pair[1])));
                if (new HashSet<>(ports.values()).size() < ports.size()) {
                    throw new IllegalArgumentException("operationPorts must be different ones");
                }
                to.operationPorts(ports);
            }
        }
    }

    private static void faults(SandboxBuilder to, String value) {
        pairs(
                "faults",
                value,
                "kenya.stkPush=HTML_503+LOST_CALLBACK",
                pair -> to.fault(pair[0], pair[1].split("\\+", -1)));
    }

    private static void pairs(String name, String value, String example, Consumer<String[]> action) {
        for (String word : value.split("[,\\s]+", -1)) {
            String[] pair = word.split("=", 2);
            if (pair.length != 2 || pair[0].isEmpty() || pair[1].isEmpty()) {
                throw new IllegalArgumentException(
                        name + " must be pairs such as " + example + ", with commas between them");
            }
            action.accept(pair);
        }
    }

    /** The value, or with @ before it what is in the file of that name. */
    private static String contents(String name, String value) {
        if (!value.startsWith("@")) {
            return value;
        }
        try {
            return Files.readString(Path.of(value.substring(1)));
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException(name + " names a file that cannot be read", e);
        }
    }

    private static JsonObject object(String name, JsonElement value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new IllegalArgumentException(name + " must be an object");
    }

    private static String text(String name, JsonElement value) {
        if (value instanceof JsonPrimitive primitive) {
            return primitive.getAsString();
        }
        throw new IllegalArgumentException(name + " must be text");
    }
}
