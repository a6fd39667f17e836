package io.github.mpesasdk.core.flow;

import com.google.gson.JsonElement;
import io.github.mpesasdk.Draft;
import io.github.mpesasdk.Outcome;
import io.github.mpesasdk.Pending;
import io.github.mpesasdk.Query;
import io.github.mpesasdk.Reason;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.StillPendingException;
import io.github.mpesasdk.core.transport.Failures;
import io.github.mpesasdk.runtime.Asking;
import io.github.mpesasdk.runtime.Operation;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Asks what became of payments, each by the one value that its caller gave. */
record OutcomeAsking<E>(Market<E> market, Questions<E> questions) implements Asking<Outcome> {

    @Override
    public Query<Outcome> ask(String call, Operation<?, ?> operation, Draft.Content content) {
        return questions.ask(inquiry(call, operation, content));
    }

    // To a question that is answered at once, "not yet" is an answer.
    @Override
    public Outcome tell(String call, Operation<?, ?> operation, Draft.Content content) {
        try {
            return Asking.super.tell(call, operation, content);
        } catch (StillPendingException notYet) {
            return pending(reference(operation, content), notYet);
        }
    }

    @Override
    public CompletableFuture<Outcome> askAsync(String call, Operation<?, ?> operation, Draft.Content content) {
        CompletableFuture<Outcome> answer = questions.askAsync(inquiry(call, operation, content));
        return operation.callback().isPresent()
                ? answer
                : answer.exceptionallyCompose(failure -> Failures.cause(failure) instanceof StillPendingException notYet
                        ? CompletableFuture.completedFuture(pending(reference(operation, content), notYet))
                        : CompletableFuture.failedFuture(Failures.cause(failure)));
    }

    private Inquiry<E, Outcome> inquiry(String call, Operation<?, ?> operation, Draft.Content content) {
        return Inquiry.ofOutcome(market.reader(), call, operation, content, reference(operation, content));
    }

    // What the caller said; a constant that the call stands for names no payment, and neither does a question about
    // which nothing was said. Whether the value is any good is judged with the rest of the request.
    private Reference reference(Operation<?, ?> operation, Draft.Content content) {
        return content.fields().entrySet().stream()
                .filter(said -> content.words().containsKey(said.getKey()))
                .findFirst()
                .map(said -> reference(operation, said.getKey(), said.getValue()))
                .orElseGet(() -> new Reference(market.name(), payment(operation), "", ""));
    }

    private Reference reference(Operation<?, ?> operation, String asked, JsonElement value) {
        return new Reference(
                market.name(),
                payment(operation),
                market.referenceField(asked),
                value.isJsonNull() ? "" : value.getAsString());
    }

    // Of several payments that one asks about in the same way, nobody knows which is meant.
    private String payment(Operation<?, ?> question) {
        List<String> payments = market.operations().stream()
                .filter(operation ->
                        operation.query().filter(question.id()::equals).isPresent())
                .<String>map(Operation::id)
                .toList();
        return payments.size() == 1 ? payments.get(0) : "";
    }

    private static Outcome pending(Reference reference, StillPendingException notYet) {
        return new Pending(
                reference,
                notYet.code()
                        .map(code -> Reason.of(
                                Reason.Kind.PROCESSING, code, notYet.words().orElse(null)))
                        .orElseGet(() -> Reason.of(Reason.Kind.PROCESSING, "The gateway is still at work on it.")));
    }
}
