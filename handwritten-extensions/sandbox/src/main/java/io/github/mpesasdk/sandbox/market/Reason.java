package io.github.mpesasdk.sandbox.market;

import io.github.mpesasdk.sandbox.phone.Handset;
import java.util.List;
import java.util.Optional;

/** Why a request was refused or failed: the codes for it, of which a gateway uses the first that it has. */
public enum Reason {
    /** The gateway failed inside. */
    INTERNAL("INS-1", "-1", "17"),
    /** It was not finished in time. */
    TIMEOUT("INS-9", "-1"),
    /** The customer did not answer in time. */
    NO_ANSWER("INS-9", "-3", "1037"),
    /** The gateway has too much to do; where there is no such code, it does not finish in time. */
    OVERLOADED("INS-16", "INS-9"),
    /** The reference was used before. */
    DUPLICATE("INS-10"),
    /** It failed, for no better reason. */
    FAILED("INS-6", "-3"),
    /** The PIN is wrong, or the password of an initiator. */
    WRONG_SECRET("INS-6", "-3", "2001"),
    /** The initiator gave wrong passwords too often. */
    LOCKED("8006"),
    /** The initiator has no say over this. */
    NO_PERMISSION("21"),
    /** The product is not meant for this. */
    NOT_PERMITTED("2028"),
    /** There is no such party. */
    NO_SUCH_PARTY("SFC_IC0003"),
    /** There is another one of the same name. */
    NAME_TAKEN("1050"),
    /** It is not finished yet. */
    PENDING("4999"),
    /** The customer declined. */
    CANCELLED("INS-5", "INS-6", "-3", "1032"),
    /** The payer lacks the money. */
    TOO_LITTLE_MONEY("INS-2006", "-3", "1"),
    /** The short code is not ours. */
    WRONG_SHORT_CODE("INS-13"),
    /** There is no such receiver. */
    NO_SUCH_RECEIVER("INS-2002", "INS-13"),
    /** The amount is not to be had. */
    WRONG_AMOUNT("INS-15"),
    /** There is no such transaction to be reversed. */
    WRONG_TRANSACTION_ID("INS-18", "R000002"),
    /** There is no such transaction to be told about. */
    NOT_FOUND("INS-23", "2032"),
    /** The transaction was reversed before. */
    ALREADY_REVERSED("R000001"),
    /** A field is missing. */
    MISSING("INS-20"),
    /** A field is wrong. */
    INVALID("INS-21");

    private final List<String> codes;

    Reason(String... codes) {
        this.codes = List.of(codes);
    }

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

    Optional<Code> in(Catalogue catalogue, String operationId) {
        return codes.stream()
                .map(code -> catalogue.find(code, operationId))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
