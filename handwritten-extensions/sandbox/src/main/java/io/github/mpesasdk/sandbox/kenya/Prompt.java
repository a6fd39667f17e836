package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.market.Callbacks;
import io.github.mpesasdk.sandbox.phone.Handset;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the calls that prompt somebody have in common: the answer comes at once, and the callback once somebody has
 * touched the handset.
 */
final class Prompt {

    private final KenyaState state;
    private final Handset.Answer answer;

    Prompt(KenyaState state, String handset) {
        this.state = state;
        this.answer = state.phone.answerOf(handset);
    }

    /** Lets the person act, and settles what was asked. */
    void settle(DarajaCall call, Runnable settlement) {
        Duration delay = answer.reaction() == Handset.Reaction.IGNORES
                ? state.context.promptTimeout()
                : state.context.callbackDelay().plus(answer.delay());
        state.context.callbacks().settle(call.faults(), delay, settlement);
    }

    /** How it ends: as somebody has told the sandbox, or for a reason of its own, or as the person does. */
    ResultCode ending(DarajaCall call, Optional<ResultCode> refusal, LedgerEntry payment) {
        return ending(call, refusal, () -> {
            boolean paid = state.ledger.settle(state.ledger.open(payment));
            return paid ? ResultCode.SUCCESS : ResultCode.INSUFFICIENT_BALANCE;
        });
    }

    /** The same of a prompt that moves no money. */
    ResultCode ending(DarajaCall call, Optional<ResultCode> refusal, Supplier<ResultCode> approved) {
        return state.endings.take(call.operationId()).or(() -> refusal).orElseGet(() -> switch (answer.reaction()) {
            case APPROVES -> approved.get();
            case ENTERS_WRONG_PIN -> ResultCode.WRONG_CREDENTIALS;
            case CANCELS -> ResultCode.CANCELLED;
            case IGNORES -> ResultCode.NO_ANSWER;
            case HAS_TOO_LITTLE_MONEY -> ResultCode.INSUFFICIENT_BALANCE;
        });
    }

    /** Posts the callback of an outcome, and before it one that settles nothing where a fault says so. */
    void post(
            DarajaCall call, String callback, String addressField, ResultCode how, Function<ResultCode, String> body) {
        Callbacks callbacks = state.context.callbacks();
        String address = call.text(addressField);
        Callbacks.before(call.faults(), ResultCode.PENDING, ResultCode.UNKNOWN)
                .ifPresent(first -> callbacks.post(callback, address, body.apply(first), Set.of()));
        callbacks.post(callback, address, body.apply(how), call.faults());
    }
}
