package io.github.mpesasdk.spring;

import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the properties of one client, and says it in the names of those properties. */
final class SettingProblems {

    // How a builder says by which of its methods a setting is given; nobody who writes properties calls those.
    private static final Pattern METHOD_OF_THE_BUILDER = Pattern.compile(": give it to .*\\(\\.\\.\\.\\)");

    private final String prefix;
    private final List<String> problems = new ArrayList<>();

    SettingProblems(String prefix) {
        this.prefix = prefix;
    }

    /** The full name of a property. */
    String name(String property) {
        return property.startsWith("mpesa.") ? property : prefix + "." + property;
    }

    void add(String property, String rule) {
        problems.add(name(property) + " " + rule);
    }

    /** Both or none. */
    void together(String property, @Nullable Object value, String other, @Nullable Object otherValue) {
        if (value == null && otherValue != null) {
            add(property, "is needed beside " + name(other));
        }
    }

    /** Hands a value to the builder, if there is one. */
    <T> void give(String property, @Nullable T value, Consumer<T> setting) {
        if (value != null) {
            attempt(Map.of(), property, () -> {
                setting.accept(value);
                return value;
            });
        }
    }

    /**
     * Does what the builder may refuse.
     *
     * @param properties the property behind each setting, by the builder's word for it
     * @param fallback the property that is meant where the word is none of these
     */
    <T> @Nullable T attempt(Map<String, String> properties, String fallback, Supplier<T> action) {
        try {
            return action.get();
        } catch (InvalidInputException invalid) {
            for (Violation violation : invalid.violations()) {
                add(properties.getOrDefault(violation.field(), fallback), inProperties(violation.rule()));
            }
            return null;
        }
    }

    private static String inProperties(String rule) {
        return METHOD_OF_THE_BUILDER.matcher(rule).replaceFirst("").replace("journal(...)", "mpesa.journal.key");
    }

    /**
     * Ends the check.
     *
     * @throws InvalidPropertiesException naming all that is wrong
     */
    void done() {
        if (!problems.isEmpty()) {
            throw new InvalidPropertiesException(problems.stream().distinct().toList(), null);
        }
    }
}
