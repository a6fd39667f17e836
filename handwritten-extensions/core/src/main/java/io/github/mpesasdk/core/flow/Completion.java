package io.github.mpesasdk.core.flow;

import com.google.gson.JsonObject;
import io.github.mpesasdk.InvalidInputException;
import io.github.mpesasdk.Violation;
import io.github.mpesasdk.core.callback.CallbackAddress;
import io.github.mpesasdk.core.input.CallInput;
import io.github.mpesasdk.core.input.Source;
import io.github.mpesasdk.runtime.Fill;
import io.github.mpesasdk.runtime.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fills in what the spec says that the client fills in, for typed calls and for calls from plain JSON alike. */
final class Completion {

    // The APIs that want a reference take 20 characters.
    private static final int LONGEST_REFERENCE = 20;

    private final Market<?> market;
    private final Map<String, Source> sources = new ConcurrentHashMap<>();

    /**
     * What came of it.
     *
     * @param missing settings that the client was not given
     * @param refused what the client has and what does not go with what the caller said
     * @param settings by wire name, the setting that filled the field
     */
    record Completed(List<Violation> missing, List<Violation> refused, Map<String, String> settings) {

        /** The words for what is wrong: a caller who did not say a value knows the setting that it came from. */
        Map<String, String> words(Map<String, String> said) {
            if (settings.isEmpty()) {
                return said;
            }
            Map<String, String> all = new HashMap<>(said);
            all.putAll(settings);
            return all;
        }

        /**
         * What could not be filled in.
         *
         * @param words the caller's word by wire name: what the call can say as well need not be a setting
         */
        List<Violation> gaps(Map<String, String> words) {
            if (missing.isEmpty()) {
                return refused;
            }
            return Stream.concat(missing.stream().map(gap -> orHere(gap, words)), refused.stream())
                    .toList();
        }

        private static Violation orHere(Violation gap, Map<String, String> words) {
            String word = words.get(gap.wireName());
            return word == null
                    ? gap
                    : new Violation(
                            gap.field(), gap.wireName(), gap.rule() + ", or to this call with " + word + "(...)");
        }
    }

    Completion(Market<?> market) {
        this.market = market;
    }

    /**
     * Completes the fields of a request.
     *
     * @param address the callback address of this call; null where there is none
     * @param freshId a once-only id that nobody has used
     * @return what could not be filled in, and what was from settings
     */
    Completed complete(
            Operation<?, ?> operation, JsonObject fields, @Nullable CallbackAddress address, FreshId freshId) {
        CallInput input = new CallInput(fields);
        Completed completed = new Completed(new ArrayList<>(0), new ArrayList<>(0), new HashMap<>(0));
        for (Fill fill : operation.fills()) {
            if (input.lacks(fill.field())) {
                String value = value(fill, input, address, freshId, completed);
                if (value != null) {
                    input.put(fill.field(), value);
                }
            }
        }
        return completed;
    }

    private @Nullable String value(
            Fill fill, CallInput input, @Nullable CallbackAddress address, FreshId freshId, Completed completed) {
        if (fill.other() != null) {
            return input.text(fill.other()).orElse(null);
        }
        if (fill.source() == null) {
            return fill.value();
        }
        try {
            return value(fill, fill.source(), input, address, freshId, completed);
        } catch (InvalidInputException refused) {
            completed.refused().addAll(refused.violations());
            return null;
        }
    }

    private @Nullable String value(
            Fill fill,
            String source,
            CallInput input,
            @Nullable CallbackAddress address,
            FreshId freshId,
            Completed completed) {
        return switch (source) {
            case "callbackAddress" -> address == null ? null : address.text();
            case "timeoutAddress" -> address == null ? null : address.timeoutText();
            case "freshId" -> freshId.text();
            case "uuid" -> UUID.randomUUID().toString();
            // Not a part of the id: books and customers see the reference, and the id proves callbacks.
            case "freshReference" -> freshReference();
            default -> ofMarket(fill, known(source), input, completed);
        };
    }

    /** Whether the callback address of the call is filled in. */
    static boolean isAddress(Fill fill) {
        return "callbackAddress".equals(fill.source()) || "timeoutAddress".equals(fill.source());
    }

    private @Nullable String ofMarket(Fill fill, Source source, CallInput input, Completed completed) {
        String setting = source.setting();
        if (setting != null && source.isMissing()) {
            completed
                    .missing()
                    .add(new Violation(
                            setting,
                            fill.field(),
                            "is needed: give it to " + market.builder() + " with " + setting + "(...)"));
            return null;
        }
        if (setting != null) {
            completed.settings().put(fill.field(), setting);
        }
        return source.value().apply(input);
    }

    private Source known(String name) {
        Source made = sources.get(name);
        if (made != null) {
            return made;
        }
        Source source = market.source(name);
        if (source == null) {
            throw new IllegalStateException("The spec fills in " + name + ", which this market does not know");
        }
        sources.put(name, source);
        return source;
    }

    private static String freshReference() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, LONGEST_REFERENCE);
    }
}
