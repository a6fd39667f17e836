package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.bounds.LatestMap;
import io.github.mpesasdk.sandbox.ledger.Account;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.ledger.Purse;
import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Callback;
import io.github.mpesasdk.sandbox.market.Code;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.Reason;
import io.github.mpesasdk.sandbox.market.Result;
import io.github.mpesasdk.sandbox.market.Task;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts a prompt on a handset, waits for the customer, and tells the outcome in a callback and on request. A handset
 * shows one prompt at a time.
 */
final class StkPush extends Prompt {

    private static final String TO_A_TILL = "CustomerBuyGoodsOnline";
    private static final String TO_A_PAY_BILL = "CustomerPayBillOnline";
    /** The documents give the number of characters, but not the text that is counted. */
    private static final int LONGEST_PROMPT = 182;

    private final LatestMap<String, Pushed> prompts = new LatestMap<>(
            (id, pushed) -> pushed.call().place().request().body().length());

    StkPush(KenyaMarket market) {
        super(market);
    }

    /** Whether a push or its query comes from the merchant it names. */
    @Override
    public Optional<Code> check(Call call) {
        String shortCode = call.text("BusinessShortCode");
        if (!market.organisation.collects(shortCode)) {
            return Optional.of(market.refusal(Reason.WRONG_SHORT_CODE, call));
        }
        String expected = shortCode + market.organisation.passkey() + call.text("Timestamp");
        String password = Base64.getEncoder().encodeToString(expected.getBytes(StandardCharsets.UTF_8));
        return market.organisation.takesAnyone() || password.equals(call.text("Password"))
                ? Optional.empty()
                : Optional.of(market.refusal(Reason.WRONG_SECRET, call));
    }

    @Override
    public Task begin(Call call) {
        if (!open(call)) {
            return Task.answer(Result.of(market.refusal(Reason.CUSTOMER_BUSY, call)));
        }
        Task task = super.begin(call);
        return task.ending(demanded -> {
            Result result = task.ending().apply(demanded);
            end(call, result.code());
            return result;
        });
    }

    @Override
    public Result acceptance(Call call) {
        return KenyaMarket.accepted(call, "")
                .with("MerchantRequestID", call.conversation().senderId())
                .with("CheckoutRequestID", call.conversation().id());
    }

    /** Says what became of a prompt. */
    Result query(Call call) {
        Optional<Code> stranger = check(call);
        if (stranger.isPresent()) {
            return Result.of(stranger.get());
        }
        Pushed pushed = prompts.get(call.text("CheckoutRequestID")).orElse(null);
        if (pushed == null || !pushed.call().text("BusinessShortCode").equals(call.text("BusinessShortCode"))) {
            // Inferred: no public source shows the answer for an id that the gateway does not know.
            return Result.of(market.invalid("CheckoutRequestID", call));
        }
        if (pushed.how() == null && market.pendingForm == PendingForm.ERROR_500) {
            return Result.of(market.refusal(Reason.PENDING, call));
        }
        Code how = pushed.how() == null ? market.code(Reason.PENDING, call) : pushed.how();
        return KenyaMarket.accepted(call, "")
                .with("MerchantRequestID", pushed.call().conversation().senderId())
                .with("CheckoutRequestID", pushed.call().conversation().id())
                .with("ResultCode", how.code())
                .with("ResultDesc", how.words());
    }

    @Override
    String handset(Call call) {
        return call.text("PhoneNumber");
    }

    /**
     * A pay bill is paid in its own name, a till in the name of its store. Mixing them up shows only in the outcome.
     */
    @Override
    Optional<Code> refusal(Call call) {
        Organisation organisation = market.organisation;
        String collector = call.text("BusinessShortCode");
        String paid = call.text("PartyB");
        if (prompt(call).length() > LONGEST_PROMPT) {
            return Optional.of(market.code(Reason.PROMPT_TOO_LONG, call));
        }
        if (!organisation.owns(paid)) {
            return Optional.of(market.code(Reason.UNKNOWN_PARTY, call));
        }
        boolean right =
                switch (call.text("TransactionType")) {
                    case TO_A_TILL -> organisation.isTill(paid, collector);
                    case TO_A_PAY_BILL -> organisation.isPayBill(paid, collector);
                    default -> false; // Inferred: no product is assigned to a type that does not exist.
                };
        return right ? Optional.empty() : Optional.of(market.code(Reason.NOT_PERMITTED, call));
    }

    @Override
    LedgerEntry payment(Call call) {
        return market.entry(
                LedgerEntry.Kind.STK_PUSH,
                call,
                Purse.of(call.text("PartyA")),
                new Purse(call.text("PartyB"), Account.UTILITY),
                call.text("AccountReference"));
    }

    @Override
    public Callback callback(Call call, Result result) {
        JsonFields outcome = JsonFields.with(
                        "MerchantRequestID", call.conversation().senderId())
                .and("CheckoutRequestID", call.conversation().id())
                .and("ResultCode", Items.number(result.code().code()))
                .and("ResultDesc", result.code().words());
        if (result.code().equals(market.success(call))) {
            Items paid = new Items("Name", "Value")
                    .add("Amount", Items.whole(call.amount("Amount")))
                    .add("MpesaReceiptNumber", result.text("TransactionID"))
                    // The item is there and its value is not, as in the captures.
                    .add("Balance")
                    .add("TransactionDate", market.time.number(market.time.now()))
                    .add("PhoneNumber", Long.valueOf(handset(call)));
            outcome.and("CallbackMetadata", JsonFields.with("Item", paid.all()));
        }
        JsonFields body = JsonFields.with("Body", JsonFields.with("stkCallback", outcome));
        return Callback.json("stkPushCallback", call.text("CallBackURL"), body.text());
    }

    /** What the customer reads; the wording is our own. */
    private String prompt(Call call) {
        return "Do you want to pay Ksh. " + call.text("Amount") + " to "
                + market.organisation.publicName(call.text("PartyB")) + " Account no. " + call.text("AccountReference")
                + "? Enter M-PESA PIN:";
    }

    void reset() {
        prompts.clear();
    }

    private synchronized boolean open(Call call) {
        boolean locked = prompts.values().stream()
                .anyMatch(other -> other.how() == null && handset(other.call()).equals(handset(call)));
        if (!locked) {
            prompts.put(call.conversation().id(), new Pushed(call, null));
        }
        return !locked;
    }

    /** Says how it ended, unless a reset has forgotten it, or it had to make room. */
    private void end(Call call, Code how) {
        prompts.replace(call.conversation().id(), new Pushed(call, null), new Pushed(call, how));
    }

    /** A prompt, from the push on; it is open until it has ended somehow. */
    private record Pushed(Call call, @Nullable Code how) {}
}
