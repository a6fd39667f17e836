package io.github.mpesasdk.sandbox;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.sandbox.market.JsonObjects;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The settings of a sandbox by name, as files, variables and options of a command have them. */
final class SandboxSettings {

    private static final String OPERATION_PORTS = "operationPorts";

    private static final Map<String, BiConsumer<SandboxBuilder, SettingValue>> NAMED = new TreeMap<>(Map.ofEntries(
            setting("port", SettingValue::port, SandboxBuilder::port),
            setting("host", SettingValue::text, SandboxBuilder::host),
            setting("controlToken", SettingValue::token, SandboxBuilder::controlToken),
            setting("seed", SettingValue::text, SandboxBuilder::seed),
            flag("acceptAnyCredential", SandboxBuilder::acceptAnyCredential),
            flag("strict", SandboxBuilder::strict),
            Map.entry(OPERATION_PORTS, SandboxSettings::operationPorts),
            Map.entry("faults", SandboxSettings::faults),
            setting("clock", SettingValue::clock, SandboxBuilder::clock),
            setting("tokenLifetime", SettingValue::duration, SandboxBuilder::tokenLifetime),
            setting("callbackDelay", SettingValue::duration, SandboxBuilder::callbackDelay),
            setting("promptTimeout", SettingValue::duration, SandboxBuilder::promptTimeout),
            setting("validationTimeout", SettingValue::duration, SandboxBuilder::validationTimeout),
            setting("slowness", SettingValue::duration, SandboxBuilder::slowness),
            setting("lateness", SettingValue::duration, SandboxBuilder::lateness),
            setting("httpsPort", SettingValue::port, SandboxBuilder::httpsPort),
            setting("proxyPort", SettingValue::port, SandboxBuilder::proxyPort),
            setting("authority", SettingValue::folder, SandboxBuilder::authority),
            setting("callbackHosts", SettingValue::words, SandboxBuilder::callbackHosts),
            flag("callbackAnyCertificate", SandboxBuilder::callbackAnyCertificate),
            setting("callbackAttempts", SettingValue::count, SandboxBuilder::callbackAttempts),
            setting("callbackPause", SettingValue::duration, SandboxBuilder::callbackPause)));

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

    private SandboxSettings() {}

    /**
     * Sets one.
     *
     * @param name one of the names above, or a credential, such as {@code kenya.consumerKey}
     * @throws IllegalArgumentException if there is no such setting, or it cannot have this value
     */
    static void set(SandboxBuilder to, String name, String value) {
        SettingValue written = new SettingValue(name, value);
        BiConsumer<SandboxBuilder, SettingValue> named = NAMED.get(name);
        if (named != null) {
            named.accept(to, written);
        } else if (Markets.ALL.keySet().stream().anyMatch(market -> name.startsWith(market + "."))) {
            to.credential(name, name.endsWith(".privateKey") ? written.contents() : value);
        } else {
            throw new IllegalArgumentException("no setting " + name + "; there are " + NAMED.keySet()
                    + ", and credentials such as kenya.consumerKey");
        }
    }

    /** Sets all of these. The ports of operations come last, because they may depend on the port. */
    static void apply(Map<String, String> named, SandboxBuilder to) {
        named.entrySet().stream()
                .sorted(Comparator.comparing(setting -> setting.getKey().equals(OPERATION_PORTS)))
                .forEach(setting -> set(to, setting.getKey(), setting.getValue()));
    }

    /**
     * What a JSON object has: settings by name, and for each market an object of credentials, which is the form in
     * which a sandbox tells its own. What it tells beyond settings is passed over.
     *
     * @throws IllegalArgumentException if it is none, or a value is no text
     */
    static Map<String, String> read(String json) {
        JsonObject settings = JsonObjects.read(json)
                .orElseThrow(() -> new IllegalArgumentException("the settings are no JSON object"));
        Map<String, String> named = new LinkedHashMap<>();
        settings.asMap().forEach((name, value) -> {
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
        return NAMED.keySet().stream()
                .filter(name -> variable(name).equals(variable))
                .findFirst()
                .orElseGet(() -> credential(variable));
    }

    /** The variable of a setting: {@code MPESA_SANDBOX_CALLBACK_DELAY} of {@code callbackDelay}. */
    private static String variable(String name) {
        return PREFIX + name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }

    /** The credential of a variable: {@code kenya.consumerKey} of {@code MPESA_SANDBOX_KENYA_CONSUMER_KEY}. */
    private static String credential(String variable) {
        String[] words =
                variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).split("_", 2);
        if (words.length < 2 || words[1].isEmpty() || !Markets.ALL.containsKey(words[0])) {
            Set<String> variables = NAMED.keySet().stream()
                    .map(SandboxSettings::variable)
                    .collect(Collectors.toCollection(TreeSet::new));
            throw new IllegalArgumentException("no setting " + variable + "; there are " + variables
                    + ", and credentials such as MPESA_SANDBOX_KENYA_CONSUMER_KEY");
        }
        Matcher next = Pattern.compile("_+([a-z0-9]?)").matcher(words[1]);
        return words[0] + "." + next.replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
    }

    private static <T> Map.Entry<String, BiConsumer<SandboxBuilder, SettingValue>> setting(
            String name, Function<SettingValue, T> reader, BiConsumer<SandboxBuilder, T> target) {
        return Map.entry(name, (to, value) -> target.accept(to, reader.apply(value)));
    }

    private static Map.Entry<String, BiConsumer<SandboxBuilder, SettingValue>> flag(
            String name, Consumer<SandboxBuilder> target) {
        return Map.entry(name, (to, value) -> {
            if (value.isOn()) {
                target.accept(to);
            }
        });
    }

    private static void operationPorts(SandboxBuilder to, SettingValue value) {
        switch (value.text()) {
            case "operator" -> to.operatorPorts();
            case "free" -> to.operationPorts(Map.of());
            case "usual" -> operationPorts(to, new SettingValue(value.name(), to.port == 0 ? "free" : "operator"));
            default -> {
                Map<String, Integer> ports = new TreeMap<>();
                value.pairs("c2bPayment=18352")
                        .forEach(
                                (operation, port) -> ports.put(operation, new SettingValue(value.name(), port).port()));
                if (new HashSet<>(ports.values()).size() < ports.size()) {
                    throw value.wrong("must be different ones");
                }
                to.operationPorts(ports);
            }
        }
    }

    private static void faults(SandboxBuilder to, SettingValue value) {
        value.pairs("kenya.stkPush=HTML_503+LOST_CALLBACK")
                .forEach((operation, faults) -> to.fault(operation, faults.split("\\+", -1)));
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
