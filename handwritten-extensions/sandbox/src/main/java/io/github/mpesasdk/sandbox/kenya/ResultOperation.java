package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry.Status;
import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Callback;
import io.github.mpesasdk.sandbox.market.Code;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.Reason;
import io.github.mpesasdk.sandbox.market.Result;
import io.github.mpesasdk.sandbox.market.Task;
import java.util.Optional;

/**
 * What B2C, B2B, balance, status and reversal have in common: the request is accepted, whatever the credential is
 * worth, and the result comes later to an address in the request. The fields of a result are its parameters, but for
 * the TransactionID. As recorded, there are numbers where there can be, and a bare object for a list of one.
 */
abstract class ResultOperation implements CallbackOperation {

    private static final String TRANSACTION_ID = "TransactionID";

    final KenyaMarket market;

    ResultOperation(KenyaMarket market) {
        this.market = market;
    }

    /** Takes note of a request before it is acknowledged. */
    void open(Call call) {}

    /** Does what was asked, by an initiator that may ask it. */
    abstract Result execute(Call call);

    /** What comes back of the request. */
    abstract Items references(Call call, Code how);

    /** The result of a request for which nothing was done. */
    Result refused(Call call, Code why) {
        return Result.of(why);
    }

    @Override
    public final Task begin(Call call) {
        open(call);
        return Task.now(demanded ->
                demanded.or(() -> refusal(call)).map(why -> declined(call, why)).orElseGet(() -> execute(call)));
    }

    @Override
    public Result acceptance(Call call) {
        return KenyaMarket.accepted(call, "")
                .with("OriginatorConversationID", call.conversation().senderId())
                .with("ConversationID", call.conversation().id());
    }

    @Override
    public final Callback callback(Call call, Result result) {
        Code how = result.code();
        Items parameters = new Items("Key", "Value");
        result.fields().forEach((name, value) -> {
            if (!name.equals(TRANSACTION_ID)) {
                parameters.add(name, value);
            }
        });
        String transaction = result.text(TRANSACTION_ID);
        JsonFields body = message(
                call,
                0,
                Items.number(how.code()),
                how.words(),
                transaction.isEmpty() ? market.ids.noReceipt() : transaction);
        if (!parameters.isEmpty()) {
            body.and("ResultParameters", JsonFields.with("ResultParameter", parameters.orOnlyOne()));
        }
        return callback(call, "Result", "ResultURL", body, references(call, how));
    }

    /** The notice of a timeout. No capture of one is public: the shape is assumed, with fewer fields than a result. */
    final Callback timeout(Call call) {
        JsonFields body =
                message(call, 1, new JsonPrimitive(1), "The service request timed out.", market.ids.noReceipt());
        Items address = new Items("Key", "Value").add("QueueTimeoutURL", call.text("QueueTimeOutURL"));
        return callback(call, "Timeout", "QueueTimeOutURL", body, address);
    }

    /** Does nothing, and says why. */
    final Result declined(Call call, Reason why) {
        return declined(call, market.code(why, call));
    }

    /** The payment that a request began. */
    final Optional<LedgerEntry> entry(Call call) {
        return market.ledger.find(KenyaMarket.NAME, call.conversation().id());
    }

    /** It was done, and this is the receipt. */
    final Result done(Call call, LedgerEntry entry) {
        return Result.of(market.success(call)).with(TRANSACTION_ID, entry.receipt());
    }

    /** An address of the gateway's own, not the caller's. */
    static Items internalAddress(String operation) {
        return new Items("Key", "Value")
                .add(
                        "QueueTimeoutURL",
                        "https://internalsandbox.safaricom.co.ke/mpesa/" + operation + "results/v1/submit");
    }

    private Result declined(Call call, Code why) {
        entry(call).ifPresent(entry -> market.ledger.end(entry, Status.FAILED));
        return refused(call, why);
    }

    private Optional<Code> refusal(Call call) {
        String initiator = call.text("InitiatorName") + call.text("Initiator");
        return market.initiator
                .refusal(initiator, call.text("SecurityCredential"))
                .map(why -> market.code(why, call));
    }

    private static JsonFields message(Call call, int type, JsonPrimitive code, String words, String transactionId) {
        return JsonFields.with("ResultType", new JsonPrimitive(type))
                .and("ResultCode", code)
                .and("ResultDesc", words)
                .and("OriginatorConversationID", call.conversation().senderId())
                .and("ConversationID", call.conversation().id())
                .and(TRANSACTION_ID, transactionId);
    }

    private static Callback callback(Call call, String kind, String address, JsonFields body, Items references) {
        body.and("ReferenceData", JsonFields.with("ReferenceItem", references.orOnlyOne()));
        JsonFields envelope = JsonFields.with("Result", body);
        return Callback.json(call.id() + kind, call.text(address), envelope.text());
    }
}
