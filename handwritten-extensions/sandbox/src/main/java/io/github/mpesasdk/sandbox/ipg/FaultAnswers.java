package io.github.mpesasdk.sandbox.ipg;

import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.market.Firewall;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.Violation;
import java.util.function.Function;

/** How these gateways word the faults that replace an answer. */
public final class FaultAnswers {

    private final Codes codes;

    /** In the words of one gateway. */
    public FaultAnswers(Codes codes) {
        this.codes = codes;
    }

    /** The gateway's refusal before it looks at a request, in an envelope without a code. */
    public static MarketAnswer notAuthorized() {
        return error(401, "API or Session key is not authorized");
    }

    /** An envelope without a code. */
    public static MarketAnswer error(int status, String words) {
        return MarketAnswer.json(status, JsonFields.with("output_error", words).json());
    }

    /**
     * The answer that a fault puts in place of the right one.
     *
     * @param envelope makes the answer of this request with another code
     */
    public MarketAnswer answer(Fault fault, String operationId, Function<InsCode, MarketAnswer> envelope) {
        return Firewall.plain().answer(fault).orElseGet(() -> ofTheGateway(fault, operationId, envelope));
    }

    private MarketAnswer ofTheGateway(Fault fault, String operationId, Function<InsCode, MarketAnswer> envelope) {
        InsCode invalid = codes.violation(operationId, Violation.invalid("", ""));
        return switch (fault) {
            case REFUSED_IN_200 -> envelope.apply(invalid.with(200));
            case REFUSED_BY_RESPONSE_CODE ->
                envelope.apply(codes.of(Reason.FAILED).with(200));
            case TOKEN_REJECTED, MISSING_PRODUCT -> notAuthorized();
            case WRONG_CREDENTIALS -> envelope.apply(codes.of(Reason.WRONG_SHORT_CODE));
            case SPIKE_ARREST, SYSTEM_BUSY -> envelope.apply(codes.of(Reason.OVERLOADED));
            case SERVER_ERROR_500_ENVELOPE -> envelope.apply(codes.internal(operationId));
            default -> MarketAnswer.empty(500);
        };
    }
}
