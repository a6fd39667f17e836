package io.github.mpesasdk.sandbox.ipg;

import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.market.Callbacks;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What happens to a request once its sender is known: it is checked, taken note of, and ended now or later. */
public final class Gateway {

    private static final InsCode UNKNOWN = new InsCode(400, "INS-4242", "A code that nobody knows");

    private final GatewayState state;
    private final Dialect dialect;
    private final Codes codes;
    private final Map<String, Operation> operations;

    /** A gateway with these operations, by their ids. */
    public Gateway(GatewayState state, Dialect dialect, Codes codes, Map<String, Operation> operations) {
        this.state = state;
        this.dialect = dialect;
        this.codes = codes;
        this.operations = Map.copyOf(operations);
    }

    /** Acts on a request. */
    public MarketAnswer handle(Call call, List<Violation> violations) {
        Operation operation = operation(call.id());
        Optional<InsCode> refusal =
                violation(call.id(), violations).or(() -> dialect.refusal(call)).or(() -> operation.check(call));
        if (refusal.isPresent()) {
            return answer(call, operation.refused(refusal.get()));
        }
        boolean once = dialect.takesReferenceOnce(call.id());
        if (once && !state.take(call.market(), call.callerReference())) {
            return answer(call, operation.refused(codes.of(Reason.DUPLICATE)));
        }
        AnswerMode mode = state.mode();
        Task task = operation.begin(call);
        if (!mode.asynchronous()) {
            pause(task.patience());
            return answer(call, task.ending().apply(dialect.fate(call)));
        }
        state.context()
                .callbacks()
                .settle(
                        call.faults(),
                        state.context().callbackDelay().plus(task.patience()),
                        () -> announce(call, task, mode));
        return answer(call, Result.of(codes.accepted(call)));
    }

    /** Refuses a request to any operation. */
    public MarketAnswer refuse(Call call, InsCode code) {
        return answer(call, operation(call.id()).refused(code));
    }

    private void announce(Call call, Task task, AnswerMode mode) {
        Result result = task.ending().apply(dialect.fate(call));
        if (call.faults().contains(Fault.QUEUE_TIMEOUT)) {
            result = operation(call.id()).refused(codes.of(Reason.TIMEOUT));
        } else if (result.code().succeeded()) {
            result = new Result(codes.announced(call), result.fields());
        }
        Callbacks.before(call.faults(), codes.internal(call.id()), UNKNOWN)
                .ifPresent(first -> post(call, operation(call.id()).refused(first), mode, Set.of()));
        post(call, result, mode, call.faults());
    }

    private void post(Call call, Result result, AnswerMode mode, Set<Fault> faults) {
        String body = dialect.callback(call, result).toString();
        CallbackReply reply =
                new CallbackReply(call.conversationId(), call.callerReference(), dialect.replyCode(call.id()));
        state.context().callbacks().post(call.id() + "Callback", mode.address(), body, faults, reply);
    }

    /** A missing field is what the gateway notices first. */
    private Optional<InsCode> violation(String operationId, List<Violation> violations) {
        List<Violation> refused = violations.stream().filter(Violation::refused).toList();
        return refused.stream()
                .filter(Violation::missing)
                .findFirst()
                .or(() -> refused.stream().findFirst())
                .map(first -> codes.violation(operationId, first));
    }

    private MarketAnswer answer(Call call, Result result) {
        return MarketAnswer.json(result.code().http(), dialect.answer(call, result));
    }

    private Operation operation(String id) {
        return Objects.requireNonNull(operations.get(id), "the spec has an operation that the sandbox lacks: " + id);
    }

    /** The caller waits while the customer makes up his mind. */
    private static void pause(Duration patience) {
        try {
            Thread.sleep(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
