package io.github.mpesasdk.sandbox.gateway;

import io.github.mpesasdk.sandbox.market.Catalogue;
import io.github.mpesasdk.sandbox.market.Code;
import java.util.List;
import java.util.Optional;

/** Why a request was refused or failed: the codes for it, of which a gateway uses the first that it has. */
public enum Reason {
    /** The gateway failed inside. */
    INTERNAL("INS-1", "-1"),
    /** It was not finished in time. */
    TIMEOUT("INS-9", "-1"),
    /** The customer did not answer in time. */
    NO_ANSWER("INS-9", "-3"),
    /** The gateway has too much to do; where there is no such code, it does not finish in time. */
    OVERLOADED("INS-16", "INS-9"),
    /** The reference was used before. */
    DUPLICATE("INS-10"),
    /** It failed, for no better reason. */
    FAILED("INS-6", "-3"),
    /** The customer declined. */
    CANCELLED("INS-5", "INS-6", "-3"),
    /** The payer lacks the money. */
    TOO_LITTLE_MONEY("INS-2006", "-3"),
    /** The short code is not ours. */
    WRONG_SHORT_CODE("INS-13"),
    /** There is no such receiver. */
    NO_SUCH_RECEIVER("INS-2002", "INS-13"),
    /** The amount is not to be had. */
    WRONG_AMOUNT("INS-15"),
    /** There is no such transaction to be reversed. */
    WRONG_TRANSACTION_ID("INS-18"),
    /** There is no such transaction to be told about. */
    NOT_FOUND("INS-23"),
    /** A field is missing. */
    MISSING("INS-20"),
    /** A field is wrong. */
    INVALID("INS-21");

    private final List<String> codes;

    Reason(String... codes) {
        this.codes = List.of(codes);
    }

    Optional<Code> in(Catalogue catalogue, String operationId) {
        return codes.stream()
                .map(code -> catalogue.find(code, operationId))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
