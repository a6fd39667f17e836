package io.github.mpesasdk.core.token;

import io.github.mpesasdk.AccessToken;
import io.github.mpesasdk.Incident;
import io.github.mpesasdk.NoAnswerException;
import io.github.mpesasdk.runtime.TextOrNumber;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Makes tokens of what a gateway answers, and judges those that a store hands back. A token that could not travel in a
 * header, or that claims to live for ever, would otherwise make every later call fail. Immutable and thread-safe.
 */
public final class TokenReader {

    /** No token is used for longer, whatever its gateway or its store says of it; only the caller may set more. */
    public static final Duration LONGEST_LIFE = Duration.ofHours(24);

    // For ever, as some write it, is beyond the end of the calendar.
    private static final Duration LONGEST_SETTING = Duration.ofDays(365);
    // Encrypted sessions have 684 characters; servers take headers of 8 kB.
    private static final int LONGEST = 4096;

    private final String market;
    private final String operation;
    private final Duration life;
    private final Duration longestLife;
    private final Clock clock;

    /**
     * The reader of one operation's answers.
     *
     * @param market for errors, for example {@code kenya}
     * @param operation the operation that fetches tokens, for errors
     * @param life how long a token lives whose answer does not say; the caller may set more than {@link #LONGEST_LIFE}
     */
    public TokenReader(String market, String operation, Duration life, Clock clock) {
        this.market = market;
        this.operation = operation;
        this.life = life.isNegative() ? Duration.ZERO : shorter(life, LONGEST_SETTING);
        this.longestLife = this.life.compareTo(LONGEST_LIFE) > 0 ? this.life : LONGEST_LIFE;
        this.clock = clock;
    }

    /**
     * The token of an answer that does not say how long it lives.
     *
     * @throws NoAnswerException if it is no token that could be sent
     */
    public AccessToken token(@Nullable String value) {
        return new AccessToken(checked(value), clock.instant().plus(life));
    }

    /**
     * The token of an answer.
     *
     * @param expiresIn how many seconds it lives; a token that lives no time or less is used once and not kept
     * @throws NoAnswerException if it is no token that could be sent
     */
    public AccessToken token(@Nullable String value, @Nullable TextOrNumber expiresIn) {
        return new AccessToken(checked(value), clock.instant().plus(bounded(expiresIn)));
    }

    /**
     * A token or session id that can be sent: 1 to 4096 characters of printable ASCII, without blanks.
     *
     * @throws NoAnswerException otherwise; the message does not quote it
     */
    public String checked(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw noToken("The answer holds no token.", null);
        }
        if (!isUsable(value)) {
            throw noToken(
                    "The token in the answer cannot be sent: it is too long, or has blanks, line breaks or other"
                            + " characters than those of ASCII.",
                    null);
        }
        return value;
    }

    /** Whether a token that was kept can travel in a header. */
    boolean canBeSent(AccessToken token) {
        return isUsable(token.value());
    }

    /** No token of this reader lives longer. */
    Duration longestLife() {
        return longestLife;
    }

    /** The error of a fetch that did not bring a token. */
    NoAnswerException noToken(String sentence, @Nullable Throwable cause) {
        return new NoAnswerException(Incident.of(market, operation).withTrouble(sentence), cause);
    }

    Instant now() {
        return clock.instant();
    }

    private static boolean isUsable(String value) {
        if (value.isEmpty() || value.length() > LONGEST) {
            return false;
        }
        for (int at = 0; at < value.length(); at++) {
            if (value.charAt(at) <= ' ' || value.charAt(at) > '~') {
                return false;
            }
        }
        return true;
    }

    private Duration bounded(@Nullable TextOrNumber expiresIn) {
        BigDecimal seconds = expiresIn == null ? null : expiresIn.decimal().orElse(null);
        if (seconds == null) {
            return life;
        }
        if (seconds.signum() <= 0) {
            return Duration.ZERO;
        }
        boolean tooLong = seconds.compareTo(BigDecimal.valueOf(longestLife.toSeconds())) >= 0;
        return tooLong ? longestLife : Duration.ofSeconds(seconds.longValue());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
