package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.ledger.Conversation;

/** Tells the balances of a short code. */
final class AccountBalance extends ResultOperation {

    AccountBalance(KenyaState state) {
        super(state);
    }

    @Override
    ResultMessage execute(DarajaCall call, Conversation conversation) {
        String shortCode = call.text("PartyA");
        if (!state.organisation.owns(shortCode)) {
            // Inferred: the initiator has no say over a short code that is not its own.
            return decline(call, conversation, ResultCode.NO_PERMISSION);
        }
        return new ResultMessage(conversation, ResultCode.SUCCESS, state.ids.noReceipt())
                .parameter("AccountBalance", Balances.ofAll(state.ledger, shortCode))
                .parameter("BOCompletedTime", state.time.number(state.time.now()))
                .reference("QueueTimeoutURL", internalAddress("ab"));
    }

    @Override
    ResultMessage decline(DarajaCall call, Conversation conversation, ResultCode why) {
        ResultMessage message = new ResultMessage(conversation, why, state.ids.noReceipt());
        if (why.equals(ResultCode.LOCKED)) {
            message.parameter("ActionType", "AccountBalance").parameter("ErrorMsg", "API Password is locked. ");
        }
        return message.parameter("BOCompletedTime", state.time.number(state.time.now()))
                .reference("QueueTimeoutURL", "");
    }
}
