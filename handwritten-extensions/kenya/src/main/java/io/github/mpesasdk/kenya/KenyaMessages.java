package io.github.mpesasdk.kenya;

import com.google.gson.JsonObject;
import io.github.mpesasdk.Reference;
import io.github.mpesasdk.core.flow.Message;
import io.github.mpesasdk.daraja.model.C2bConfirmationAnswer;
import io.github.mpesasdk.daraja.model.CallbackAnswer;
import io.github.mpesasdk.daraja.model.Result;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Kenyan callbacks as messages of the flow: what they belong to, what they name, and how they are answered. */
final class KenyaMessages {

    static final String C2B_CONFIRMATION = "c2bConfirmation";
    static final String C2B_VALIDATION = "c2bValidation";
    private static final Set<String> C2B = Set.of(C2B_CONFIRMATION, C2B_VALIDATION);

    private KenyaMessages() {}

    static Message<KenyaCallback> of(KenyaCallback event, JsonObject body) {
        return new Message<>(event, CallbackForms.decode(event, body), operation(event), receipt(event));
    }

    private static String operation(KenyaCallback event) {
        if (event instanceof KenyaCallback.StkResult) {
            return "stkPush";
        }
        return event instanceof KenyaCallback.OperationResult result
                ? ResultProduct.of(result.payload()).operation()
                : "";
    }

    private static @Nullable String receipt(KenyaCallback event) {
        if (event instanceof KenyaCallback.StkResult stk) {
            return StkDetails.of(stk.payload()).receipt().orElse(null);
        }
        if (event instanceof KenyaCallback.C2bPayment c2b) {
            return c2b.payload().transactionId();
        }
        Result result = event instanceof KenyaCallback.OperationResult told
                ? told.payload()
                : ((KenyaCallback.QueueTimeout) event).payload();
        return ResultDetails.of(result).receipt().orElse(result.transactionId());
    }

    /** Whether a callback of this shape can be caused by an operation. */
    static boolean fits(String operation, KenyaCallback event) {
        if (event instanceof KenyaCallback.C2bPayment) {
            return C2B.contains(operation);
        }
        boolean isStk = operation.equals("stkPush");
        return event instanceof KenyaCallback.StkResult ? isStk : !isStk && !C2B.contains(operation);
    }

    /** What a callback names its payment by. */
    static Optional<Reference> name(String operation, Message<KenyaCallback> message) {
        if (message.event() instanceof KenyaCallback.StkResult) {
            return message.text(KenyaMarket.CHECKOUT_ID).map(id -> reference("stkPush", KenyaMarket.CHECKOUT_ID, id));
        }
        boolean isByReceipt =
                message.event() instanceof KenyaCallback.C2bPayment || operation.equals("transactionStatus");
        return isByReceipt
                ? Optional.ofNullable(message.receiptNumber()).map(id -> reference("", KenyaMarket.RECEIPT, id))
                : message.text(KenyaMarket.CONVERSATION_ID)
                        .map(id -> reference(operation, KenyaMarket.CONVERSATION_ID, id));
    }

    private static Reference reference(String operation, String field, String value) {
        return new Reference(DarajaDialect.MARKET, operation, field, value);
    }

    /** What Safaricom wants to hear. */
    static String acknowledgement(KenyaCallback event) {
        if (event instanceof KenyaCallback.C2bPayment) {
            return C2bConfirmationAnswer.ADAPTER.toJson(C2bConfirmationAnswer.builder()
                    .resultCode(0)
                    .resultDescription("Success")
                    .build());
        }
        return CallbackAnswer.ADAPTER.toJson(CallbackAnswer.builder()
                .resultCode(0)
                .resultDescription("Accepted")
                .build());
    }
}
