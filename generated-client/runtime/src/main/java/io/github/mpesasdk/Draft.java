package io.github.mpesasdk;

import com.google.gson.JsonObject;
import io.github.mpesasdk.runtime.Calls;
import io.github.mpesasdk.runtime.Checks;
import io.github.mpesasdk.runtime.OpenEnum;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says about one call; the client adds the rest, checks all of it at once, and sends it. Used within one
 * call, by one thread.
 *
 * @param <D> the draft of the call itself
 */
public abstract class Draft<D extends Draft<D>> {

    private static final int LONGEST_ORDER = 64;
    private static final int MOST_DIGITS = 64;
    private static final String LAMBDA = "lambda";

    private final Calls calls;
    private JsonObject fields = new JsonObject();
    private final Map<String, String> words;
    private final List<Violation> wrong = new ArrayList<>();
    private @Nullable String order;
    private @Nullable URI callback;
    private @Nullable Duration timeout;
    private boolean lifted;

    /**
     * For generated drafts.
     *
     * @param words the caller's word by wire name
     */
    protected Draft(Calls calls, Map<String, String> words) {
        this.calls = calls;
        this.words = words;
    }

    /**
     * Your own key of what is paid for: 1 to 64 printable characters. It comes back with every outcome and callback of
     * this payment, and is never shown to a customer.
     */
    public final D order(@Nullable String key) {
        if (key == null
                || key.isBlank()
                || key.length() > LONGEST_ORDER
                || key.chars().anyMatch(Character::isISOControl)
                || Checks.hasHalfCharacter(key)) {
            return wrong(new Violation("order", "must have 1 to " + LONGEST_ORDER + " printable characters"));
        }
        this.order = key;
        return self();
    }

    /** The longest that this call may take, a millisecond to a day, instead of the client's limit, which says more. */
    public final D timeout(@Nullable Duration limit) {
        if (limit == null || limit.compareTo(Duration.ofMillis(1)) < 0 || limit.compareTo(Duration.ofDays(1)) > 0) {
            return wrong(new Violation("timeout", "must be a millisecond to a day"));
        }
        this.timeout = limit;
        return self();
    }

    /**
     * Lets values through that break a limit which only documents state, for this call. Such a limit is not always the
     * gateway's: Daraja's portal allows 12 characters of an account reference, and longer ones were seen to be taken.
     * What was seen to be refused stays refused, and a value that the gateway then turns down is told as its refusal.
     */
    public final D liftDocumentedLimits() {
        this.lifted = true;
        return self();
    }

    /** Where the outcome of this call is to be posted, for APIs that take an address with each request. */
    protected final D callbackTo(URI address) {
        this.callback = address;
        return self();
    }

    /** Says a constant that the call itself stands for; a caller has no word for it. */
    protected final D preset(String wireName, String value) {
        fields.addProperty(wireName, value);
        return self();
    }

    /** Says a value, under its wire name. A null says nothing, and is told where it is missed. */
    protected final D set(String wireName, @Nullable String value) {
        fields.addProperty(wireName, value);
        return self();
    }

    /** The same for an amount. */
    protected final D set(String wireName, @Nullable BigDecimal value) {
        if (value != null && (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS)) {
            return wrong(wireName, "has more digits than any amount");
        }
        fields.addProperty(wireName, value);
        return self();
    }

    /** The same for one of the values that the spec lists. */
    protected final D set(String wireName, @Nullable OpenEnum value) {
        return set(wireName, value == null ? null : value.value());
    }

    /** The same for a day. */
    protected final D set(String wireName, @Nullable LocalDate value) {
        return set(wireName, value == null ? null : value.format(DateTimeFormatter.BASIC_ISO_DATE));
    }

    /** The same for a moment by the clocks of the country. */
    protected final D set(String wireName, @Nullable LocalDateTime value, String form) {
        return set(wireName, value == null ? null : value.format(DateTimeFormatter.ofPattern(form, Locale.ROOT)));
    }

    /** The same for a whole number. */
    protected final D set(String wireName, @Nullable Long value) {
        fields.addProperty(wireName, value);
        return self();
    }

    /** The same for an address. */
    protected final D set(String wireName, @Nullable URI value) {
        return set(wireName, value == null ? null : value.toString());
    }

    /** The same for a phone number as people write it. */
    protected final D msisdn(String wireName, @Nullable String written) {
        return written == null ? set(wireName, (String) null) : setIfGood(wireName, () -> calls.msisdn(written));
    }

    /** The same for an address that is registered for good: a token is appended, which proves what arrives there. */
    protected final D lasting(String wireName, @Nullable URI address, String kind) {
        return address == null
                ? set(wireName, (String) null)
                : setIfGood(wireName, () -> calls.lastingAddress(kind, address).toString());
    }

    private D setIfGood(String wireName, Supplier<String> value) {
        try {
            return set(wireName, value.get());
        } catch (InvalidInputException refused) {
            return wrong(wireName, refused.violations().get(0).rule());
        }
    }

    /** Notes that a value breaks a rule; the caller hears of it with everything else that is wrong. */
    protected final D wrong(String wireName, String rule) {
        return wrong(new Violation(words.getOrDefault(wireName, wireName), wireName, rule));
    }

    private D wrong(Violation violation) {
        wrong.add(violation);
        return self();
    }

    @SuppressWarnings("unchecked")
    private D self() {
        return (D) this;
    }

    /** What was said. Called by the clients, once, when everything is said. */
    public final Content content() {
        JsonObject said = fields;
        // They become what is sent, and a caller may have kept the draft.
        fields = new JsonObject();
        return new Content(
                said,
                words,
                List.copyOf(wrong),
                Optional.ofNullable(order),
                callback,
                timeout,
                lifted ? Limits.LIFTED : Limits.HELD);
    }

    /** What becomes of a value that breaks a limit which only documents state. */
    public enum Limits {
        /** It is refused, and the caller hears how to send it all the same. */
        HELD,
        /** It is sent. */
        LIFTED,
        /** It is refused: the call has no word for more. */
        FIXED
    }

    /**
     * The content of a draft. {@code toString} hides it.
     *
     * @param fields values by wire name; the request that is made of them adds the rest
     * @param words the caller's word by wire name
     * @param wrong what is known to be wrong
     * @param order the caller's own key of the payment
     * @param limits what becomes of a value that breaks a limit which only documents state
     */
    public record Content(
            JsonObject fields,
            Map<String, String> words,
            List<Violation> wrong,
            Optional<String> order,
            @Nullable URI callbackAddress,
            @Nullable Duration timeLimit,
            Limits limits) {

        /** What a client says about a call that it words itself. */
        public static Content of(String word, String wireName, @Nullable String value) {
            JsonObject fields = new JsonObject();
            fields.addProperty(wireName, value);
            List<Violation> missing = value == null ? List.of(new Violation(word, wireName, "is required")) : List.of();
            return of(fields, Map.of(wireName, word), missing);
        }

        /** The same about a phone number as people write it; what is wrong with it is told when the call is made. */
        public static Content ofMsisdn(Calls calls, String word, String wireName, String written) {
            return new Worded(calls, Map.of(wireName, word))
                    .msisdn(wireName, written)
                    .content();
        }

        /** The same with a constant that the call itself stands for; a caller has no word for it. */
        public Content presetting(String wireName, String value) {
            fields.addProperty(wireName, value);
            return this;
        }

        /** A call about which there is nothing to say. */
        public static Content nothing() {
            return of(new JsonObject());
        }

        /** The fields of a call that a client makes of its own accord. */
        public static Content of(JsonObject fields) {
            return of(fields, Map.of(), List.of());
        }

        /** What there is of a call whose lambda gave nothing that can be sent. */
        public static Content undescribed(String rule) {
            return of(new JsonObject(), Map.of(), List.of(new Violation(LAMBDA, rule)));
        }

        private static Content of(JsonObject fields, Map<String, String> words, List<Violation> wrong) {
            return new Content(fields, words, wrong, Optional.empty(), null, null, Limits.FIXED);
        }

        /** Whether the caller's lambda gave nothing; that single fault is then all that there is to tell. */
        public boolean isUndescribed() {
            return !wrong.isEmpty()
                    && wrong.stream().anyMatch(violation -> violation.field().equals(LAMBDA));
        }

        @Override
        public String toString() {
            return "Content" + fields.keySet();
        }
    }

    /** Collects the words by which callers know the fields of one call. */
    protected static final class Words {

        private final Map<String, String> byWireName = new HashMap<>();

        /** No word yet. */
        public Words() {}

        /** A caller says this word for a field. */
        public Words with(String word, String wireName) {
            byWireName.put(wireName, word);
            return this;
        }

        /** Each word by the wire name of its field. */
        public Map<String, String> byWireName() {
            return Map.copyOf(byWireName);
        }
    }

    private static final class Worded extends Draft<Worded> {
        Worded(Calls calls, Map<String, String> words) {
            super(calls, words);
        }
    }
}
