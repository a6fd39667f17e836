package io.github.mpesasdk.core.settings;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Violation;
import io.github.mpesasdk.core.crypto.EncryptionKey;
import io.github.mpesasdk.core.crypto.KeySetting;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of one market in environment variables: {@code consumer-key} of {@code kenya} is
 * {@code MPESA_KENYA_CONSUMER_KEY}. Immutable; {@code toString} shows no value.
 */
public final class EnvironmentVariables {

    private final String market;
    private final Map<String, String> variables;

    private EnvironmentVariables(String market, Map<String, String> variables) {
        this.market = market;
        this.variables = Map.copyOf(variables);
    }

    /**
     * The variables of one market.
     *
     * @param market for example {@code kenya} or {@code drc-openapi}
     * @param variables all that there are, usually {@code System.getenv()}
     */
    public static EnvironmentVariables of(String market, Map<String, String> variables) {
        return new EnvironmentVariables(market, variables);
    }

    /** The variable of a setting: {@code MPESA_KENYA_CONSUMER_KEY}. */
    public static String nameOf(String market, String setting) {
        return ("MPESA_" + market + "_" + setting).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** The variable of a setting of this market. */
    public String nameOf(String setting) {
        return nameOf(market, setting);
    }

    /** A value as it stands there; a variable that is blank counts as not set. */
    public Optional<String> text(String setting) {
        return Optional.ofNullable(variables.get(nameOf(setting))).filter(value -> !value.isBlank());
    }

    /**
     * An address.
     *
     * @throws InvalidInputException naming the variable, if it holds none
     */
    public Optional<URI> uri(String setting) {
        return text(setting).map(value -> {
            try {
                return new URI(value.strip());
            } catch (URISyntaxException none) {
                throw new InvalidInputException("The environment", nameOf(setting), "must be an address");
            }
        });
    }

    /**
     * A public key: the key itself, or {@code @} and the name of a file, or the path of one.
     *
     * @throws InvalidInputException naming the variable, if it holds or points at no such key
     */
    public Optional<EncryptionKey> publicKey(String setting) {
        return text(setting).map(value -> KeySetting.read(value, nameOf(setting)));
    }

    /** A violation for each of these that is not set, by the name of its variable. */
    public List<Violation> missing(String... settings) {
        return Arrays.stream(settings)
                .filter(setting -> text(setting).isEmpty())
                .map(setting -> new Violation(nameOf(setting), "is not set"))
                .toList();
    }

    /**
     * Makes sure that these are set.
     *
     * @throws InvalidInputException naming the variable of each that is not
     */
    public void require(String... settings) {
        List<Violation> missing = missing(settings);
        if (!missing.isEmpty()) {
            throw new InvalidInputException("The environment", missing);
        }
    }

    @Override
    public String toString() {
        return "EnvironmentVariables[" + market + "]";
    }
}
