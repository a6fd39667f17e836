package io.github.mpesasdk.sandbox;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How variables are written for those that read them. */
public enum EnvironmentForm {
    /** For the shell: {@code eval "$(curl -s http://127.0.0.1:8765/_sandbox/env)"}. */
    SHELL {
        @Override
        String line(String name, String value) {
            return "export " + name + "='" + value.replace("'", "'\\''") + "'";
        }
    },
    /** For a {@code .env} file, as Docker Compose and the dotenv libraries read it. */
    DOTENV {
        @Override
        String line(String name, String value) {
            String quoted = value.replace("\\", "\\\\")
                    .replace("\"", "\\\"")
                    .replace("$", "\\$")
                    .replace("\n", "\\n");
            return name + "=\"" + quoted + "\"";
        }
    },
    /** One JSON object on one line. */
    JSON {
        @Override
        String line(String name, String value) {
            throw new IllegalStateException("JSON is written as a whole");
        }

        @Override
        public String write(Map<String, String> variables) {
            JsonObject object = new JsonObject();
            new TreeMap<>(variables).forEach(object::addProperty);
            return object + "\n";
        }
    };

    /**
     * The form of a name, in any case.
     *
     * @throws IllegalArgumentException if there is none; the message lists them
     */
    public static EnvironmentForm of(String name) {
        return Arrays.stream(values())
                .filter(form -> form.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "form must be one of " + Arrays.toString(values()).toLowerCase(Locale.ROOT)));
    }

    abstract String line(String name, String value);

    /** Writes variables, in the order of their names, with a line break at the end. */
    public String write(Map<String, String> variables) {
        return new TreeMap<>(variables)
                .entrySet().stream()
                        .map(variable -> line(variable.getKey(), variable.getValue()) + "\n")
                        .collect(Collectors.joining());
    }
}
