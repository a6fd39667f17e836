package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.ledger.Conversation;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.market.Callbacks;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * What B2C, B2B, balance, status and reversal have in common: the request is accepted, whatever the credential is
 * worth, and the result comes later to an address in the request.
 */
abstract class ResultOperation implements DarajaOperation {

    final KenyaState state;

    ResultOperation(KenyaState state) {
        this.state = state;
    }

    @Override
    public final MarketAnswer handle(DarajaCall call) {
        Conversation conversation = state.conversation(originatorId(call));
        Optional<MarketAnswer> refusal = accept(call, conversation);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        state.context
                .callbacks()
                .settle(call.faults(), state.context.callbackDelay(), () -> settle(call, conversation));
        return JsonFields.with("OriginatorConversationID", conversation.senderId())
                .and("ConversationID", conversation.id())
                .and("ResponseCode", "0")
                .and("ResponseDescription", "Accept the service request successfully.")
                .answer(200);
    }

    /** The sender's id of the request where the operation has one; else one is made. */
    String originatorId(DarajaCall call) {
        return state.ids.request();
    }

    /** Takes note of a request before it is acknowledged, or refuses it. */
    Optional<MarketAnswer> accept(DarajaCall call, Conversation conversation) {
        return Optional.empty();
    }

    /** Does what was asked, by an initiator that may ask it. */
    abstract ResultMessage execute(DarajaCall call, Conversation conversation);

    /** Does nothing, and says why. */
    abstract ResultMessage decline(DarajaCall call, Conversation conversation, ResultCode why);

    /** The payment that a request began. */
    final LedgerEntry entry(Conversation conversation) {
        return state.ledger.find(KenyaState.MARKET, conversation.id()).orElseThrow();
    }

    /** An amount as results write it: a whole number unless it has cents. */
    static BigDecimal whole(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private Optional<ResultCode> refusal(DarajaCall call) {
        if (call.faults().contains(Fault.WRONG_CREDENTIALS)) {
            return Optional.of(ResultCode.WRONG_CREDENTIALS);
        }
        String initiator = call.text("InitiatorName") + call.text("Initiator");
        return state.endings
                .take(call.operationId())
                .or(() -> state.initiator.refusal(initiator, call.text("SecurityCredential")));
    }

    /** An address of the gateway's own, not the caller's. */
    static String internalAddress(String operation) {
        return "https://internalsandbox.safaricom.co.ke/mpesa/" + operation + "results/v1/submit";
    }

    private void settle(DarajaCall call, Conversation conversation) {
        ResultMessage result =
                refusal(call).map(why -> decline(call, conversation, why)).orElseGet(() -> execute(call, conversation));
        Callbacks callbacks = state.context.callbacks();
        String resultId = call.operationId() + "Result";
        Callbacks.before(call.faults(), ResultCode.INTERNAL, ResultCode.UNKNOWN)
                .map(first -> new ResultMessage(conversation, first, state.ids.noReceipt()))
                .ifPresent(first -> callbacks.post(resultId, call.text("ResultURL"), first.json(), Set.of()));
        String timeoutUrl = call.text("QueueTimeOutURL");
        if (call.faults().contains(Fault.QUEUE_TIMEOUT)) {
            String notice = ResultMessage.queueTimeout(conversation, state.ids.noReceipt(), timeoutUrl)
                    .json();
            callbacks.post(call.operationId() + "Timeout", timeoutUrl, notice, call.faults());
        } else {
            callbacks.post(resultId, call.text("ResultURL"), result.json(), call.faults());
        }
    }
}
