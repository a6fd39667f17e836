package io.github.mpesasdk.core.settings;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Violation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything that is wrong with the settings of a client, by the names that the caller knows. Settings that
 * are not given are no fault unless they are required. Messages never repeat a value. Used by one thread.
 */
public final class SettingsCheck {

    private static final Pattern VISIBLE = Pattern.compile("[!-~]+");
    private static final Pattern SHORT_CODE = Pattern.compile("\\d{5,9}");

    private final String builder;
    private final List<Violation> violations = new ArrayList<>();

    private SettingsCheck(String builder) {
        this.builder = builder;
    }

    /**
     * Starts a check.
     *
     * @param builder how callers write the client's builder, for example {@code Daraja.builder()}
     */
    public static SettingsCheck of(String builder) {
        return new SettingsCheck(builder);
    }

    /**
     * A setting without which there is no client.
     *
     * @param setting the caller's word, for example {@code consumer key}
     * @param method the method of the builder that gives it
     */
    public SettingsCheck required(String setting, @Nullable Object value, String method) {
        return required(setting, value, method, Optional.empty());
    }

    /**
     * The same for one that the environment may hold.
     *
     * @param variable its name there; empty where the caller does not want the environment to be looked at
     */
    public SettingsCheck required(String setting, @Nullable Object value, String method, Optional<String> variable) {
        String there = variable.map(name -> ", or set " + name).orElse("");
        return require(
                value != null, setting, "is needed: give it to " + builder + " with " + method + "(...)" + there);
    }

    /** A key, secret, passkey or password: not blank, no blanks or line breaks around it, no placeholder. */
    public SettingsCheck credential(String setting, @Nullable String value) {
        if (value != null) {
            Optional<String> broken = CredentialRules.firstBroken(value);
            if (broken.isPresent()) {
                report(setting, broken.get());
            }
        }
        return this;
    }

    /** A short code, as long as any call takes it: a call that takes fewer digits refuses it itself. */
    public SettingsCheck shortCode(String setting, @Nullable String value) {
        return matches(setting, value, SHORT_CODE, "5 to 9 digits, without blanks");
    }

    /**
     * The value of a header. A line break in it would fail at the first payment, in words that no caller understands.
     */
    public SettingsCheck header(String setting, String value) {
        return matches(setting, value, VISIBLE, "visible ASCII characters without blanks");
    }

    /** A text that must match as a whole; {@code hint} says the pattern in words. */
    public SettingsCheck matches(String setting, @Nullable String value, Pattern pattern, String hint) {
        return require(value == null || pattern.matcher(value).matches(), setting, "must be " + hint);
    }

    /**
     * Where a gateway shall report outcomes; see {@link CallbackAddressRules}.
     *
     * @param production whether real money moves, so that the address must be https and public
     */
    public SettingsCheck callbackAddress(String setting, @Nullable URI address, boolean production) {
        if (address != null) {
            for (String rule : CallbackAddressRules.broken(address, production)) {
                report(setting, rule);
            }
        }
        return this;
    }

    /** Any other rule. */
    public SettingsCheck require(boolean holds, String setting, String rule) {
        if (!holds) {
            report(setting, rule);
        }
        return this;
    }

    /** What was found elsewhere, for example by {@link EnvironmentVariables#missing}. */
    public SettingsCheck addAll(List<Violation> found) {
        violations.addAll(found);
        return this;
    }

    private void report(String setting, String rule) {
        violations.add(new Violation(setting, rule));
    }

    /** What was found so far. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /**
     * Ends the check, with a look at the libraries that the client stands on.
     *
     * @throws InvalidInputException naming all that is wrong
     */
    public void done() {
        violations.addAll(Libraries.tooOld());
        if (!violations.isEmpty()) {
            throw new InvalidInputException(builder, violations);
        }
    }
}
