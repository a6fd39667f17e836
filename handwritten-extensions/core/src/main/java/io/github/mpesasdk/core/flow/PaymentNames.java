package io.github.mpesasdk.core.flow;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.runtime.Field;
import io.github.mpesasdk.runtime.Operation;
import io.github.mpesasdk.runtime.Role;
import java.util.Optional;

/** What a payment is named by, for asking: in its answer, and in what the gateway posts. */
final class PaymentNames<E> {

    private final Market<E> market;

    PaymentNames(Market<E> market) {
        this.market = market;
    }

    /** What a message names its payment by; empty if it names nothing that can be asked for. */
    Optional<Reference> in(String operation, Message<E> message) {
        Outcomes outcomes = market.reader().outcomes();
        String caused = operation.isEmpty() ? message.operation() : operation;
        boolean isAboutStatus = outcomes.isAboutStatus(operation, message);
        if (!isAboutStatus && !outcomes.isAboutPayment(caused)) {
            return Optional.empty();
        }
        return message.told().all(Role.KEY).stream()
                .filter(key -> !isAboutStatus)
                .findFirst()
                .map(key -> new Reference(market.name(), caused, field(caused, key.name()), key.text()))
                .or(() -> Optional.ofNullable(message.told().receipt())
                        .map(receipt -> new Reference(market.name(), "", market.receiptField(), receipt)));
    }

    // That of the request, where the request has the id.
    private String field(String operation, String name) {
        return market.operation(operation)
                .flatMap(known -> known.reference().filter(field -> isKey(known, field)))
                .orElseGet(() -> market.keyField(name));
    }

    /**
     * The best name of a payment that was accepted: that of the sender, or else the key that the answer has.
     *
     * @param answer the fields of the answer
     * @param untilNow the name that it had while it was sent
     */
    Reference afterAcceptance(Operation<?, ?> operation, JsonObject answer, Reference untilNow) {
        if (isKey(operation, untilNow.field())) {
            return untilNow;
        }
        for (Field field : operation.answerAdapter().fields()) {
            Optional<String> key =
                    field.role() == Role.KEY ? market.reader().text(answer, field.name()) : Optional.empty();
            if (key.isPresent()) {
                return new Reference(market.name(), operation.id(), field.name(), key.get());
            }
        }
        return untilNow;
    }

    private static boolean isKey(Operation<?, ?> operation, String name) {
        for (Field field : operation.requestAdapter().fields()) {
            if (field.role() == Role.KEY && field.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
