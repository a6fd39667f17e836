package io.github.mpesasdk.spring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Properties with which no client can be made. The message names each of them and its rule, never a value. */
public final class InvalidPropertiesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidPropertiesException(List<String> problems, @Nullable Throwable cause) {
        super("M-Pesa cannot be set up: " + String.join("; ", problems), cause);
        this.problems = List.copyOf(problems);
    }

    /** One sentence for each property. */
    public List<String> problems() {
        return problems;
    }
}
