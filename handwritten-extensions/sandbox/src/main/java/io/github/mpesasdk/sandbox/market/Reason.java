package io.github.mpesasdk.sandbox.market;

import io.github.mpesasdk.sandbox.phone.Handset;
import java.util.Locale;
import java.util.Optional;

/** Why a request was refused or failed: what may stand under {@code when} in a {@code codes.yaml}. */
public enum Reason {
    NO_SUCH_PATH,
    WRONG_METHOD,
    WRONG_MARKET,
    NO_CREDENTIALS,
    BAD_TOKEN,
    TOO_MANY_REQUESTS,
    /** The gateway has too much to do. */
    OVERLOADED,
    /** The gateway failed inside. */
    INTERNAL,
    UNREADABLE,
    /** A field is missing. */
    MISSING,
    /** A field is wrong. */
    INVALID,
    /** An address has a word that it must not have. */
    FORBIDDEN_WORD,
    /** The short code is not the sender's. */
    WRONG_SHORT_CODE,
    UNKNOWN_RECEIVER,
    WRONG_AMOUNT,
    WRONG_CURRENCY,
    /** The reference was used before. */
    DUPLICATE,
    /** The customer has another prompt to answer. */
    CUSTOMER_BUSY,
    PENDING,
    TIMEOUT,
    /** It failed, for no better reason. */
    FAILED,
    CANCELLED,
    NO_ANSWER,
    PROMPT_TOO_LONG,
    TOO_LITTLE_MONEY,
    /** The PIN is wrong, or what an initiator or a merchant proves itself with. */
    WRONG_SECRET,
    /** The initiator gave wrong passwords too often. */
    LOCKED,
    /** The initiator has no say over this. */
    NO_PERMISSION,
    /** The product is not meant for this. */
    NOT_PERMITTED,
    UNKNOWN_INITIATOR,
    UNKNOWN_PARTY,
    NAME_TAKEN,
    /** There is no such transaction to be told about. */
    NOT_FOUND,
    /** There is no such transaction to be reversed or ended. */
    WRONG_TRANSACTION,
    ALREADY_REVERSED,
    NO_MANDATE,
    WRONG_MANDATE,
    /** The customer is not that of the mandate. */
    WRONG_CUSTOMER;

    /** Why nothing is paid where a customer reacts so; empty if the customer approves. */
    public static Optional<Reason> of(Handset.Reaction reaction) {
        return switch (reaction) {
            case APPROVES -> Optional.empty();
            case ENTERS_WRONG_PIN -> Optional.of(WRONG_SECRET);
            case CANCELS -> Optional.of(CANCELLED);
            case IGNORES, ASKS -> Optional.of(NO_ANSWER);
            case HAS_TOO_LITTLE_MONEY -> Optional.of(TOO_LITTLE_MONEY);
        };
    }

    /** As the catalogues write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
