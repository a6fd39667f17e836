package io.github.mpesasdk.core.flow;

import io.github.mpesasdk.Decoded;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message that a gateway posted, read but not yet believed. {@code toString} hides what is personal.
 *
 * @param event the message, typed
 * @param form its normal form: code, words, ids and values by wire name
 * @param operation the operation whose outcome it tells, as far as the message itself says; empty where it does not
 * @param receiptNumber the M-Pesa receipt that it carries, if it does
 */
public record Message<E>(
        E event, Decoded form, String operation, @Nullable String receiptNumber) {

    /** A text of the message by its wire name, whether it is an id or another value. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(form.ids().get(name))
                .or(() -> Optional.ofNullable(form.values().get(name)));
    }

    /** Every text that stands under a name: that of the id, or else of each value, however it is spelt and repeated. */
    Stream<String> texts(String name) {
        String id = form.ids().get(name);
        if (id != null) {
            // The result of a question carries the ids of what was asked for as well, among its values.
            return Stream.of(id);
        }
        return form.values().entrySet().stream()
                .filter(part -> plain(part.getKey()).equals(plain(name)))
                .map(Map.Entry::getValue);
    }

    /** Whether something stands under a name that is no text. */
    boolean isOfAnotherType(String name) {
        return form.other().entrySet().stream()
                .anyMatch(part -> plain(part.getKey()).equals(plain(name))
                        && !part.getValue().isJsonNull());
    }

    // A name that is repeated has its number behind it.
    private static String plain(String name) {
        return name.replaceFirst("#\\d+$", "").replace(" ", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Message[" + form.kind() + "]";
    }
}
