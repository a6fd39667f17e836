package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.bounds.LatestMap;
import io.github.mpesasdk.sandbox.ledger.LedgerEntry;
import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Callback;
import io.github.mpesasdk.sandbox.market.Code;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import io.github.mpesasdk.sandbox.market.Reason;
import io.github.mpesasdk.sandbox.market.Result;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Asks a customer to approve a standing order. Nothing moves: the payments under it are not played. */
final class StandingOrder extends Prompt {

    private final LatestMap<String, Boolean> names = new LatestMap<>((name, seen) -> name.length());

    StandingOrder(KenyaMarket market) {
        super(market);
    }

    /** A refusal in the envelope that this call alone has. */
    MarketAnswer error(Code code) {
        return JsonFields.with("requestRefId", market.ids.request())
                .and("responseMessage", code.words())
                .and("responseCode", code.http())
                .and(
                        "timestamp",
                        market.time.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .answer(code.http());
    }

    @Override
    public Optional<Code> check(Call call) {
        return market.organisation.owns(call.text("BusinessShortCode"))
                ? Optional.empty()
                : Optional.of(market.refusal(Reason.WRONG_SHORT_CODE, call));
    }

    @Override
    public Result acceptance(Call call) {
        JsonObject answer = call.operation().answer("").deepCopy();
        answer.getAsJsonObject("ResponseHeader").addProperty("responseRefID", market.ids.request());
        return Result.of(KenyaMarket.ACCEPTED, answer);
    }

    @Override
    String handset(Call call) {
        return call.text("PartyA");
    }

    @Override
    LedgerEntry payment(Call call) {
        throw new IllegalStateException("a standing order is no payment");
    }

    @Override
    Result approved(Call call) {
        boolean isNew = names.putIfAbsent(call.text("PartyA") + " " + call.text("StandingOrderName"), true);
        return Result.of(isNew ? market.success(call) : market.code(Reason.NAME_TAKEN, call));
    }

    // A success has small first letters, everything else capital ones.
    @Override
    public Callback callback(Call call, Result result) {
        Code how = result.code();
        boolean approved = how.equals(market.success(call));
        String id = call.text("CustomStoId");
        String payer = call.text("PartyA");
        JsonFields header = JsonFields.with("responseRefID", id)
                .and("requestRefID", id)
                .and("responseCode", how.code())
                .and("responseDescription", how.words());
        Items items = approved ? new Items("name", "value") : new Items("Name", "Value");
        String transaction = approved ? market.ids.number(2, 7) : "0000000000";
        if (approved) {
            // Inferred: reminders begin and end with the order.
            items.add("standingOrderName", call.text("StandingOrderName"))
                    .add("amount", call.amount("Amount").setScale(2).toPlainString())
                    .add("issuePaymentReminderUntil", call.text("EndDate"))
                    .add("reminderScheduleId", transaction)
                    .add("firstPaymentReminderDate", call.text("StartDate"))
                    .add("status", "ACTIVE");
        }
        items.add("TransactionID", transaction)
                .add(approved ? "ResponseCode" : "responseCode", how.code())
                .add("Status", approved ? "OKAY" : "ERROR")
                .add("Msisdn", "*********" + payer.substring(Math.max(0, payer.length() - 3)));
        JsonFields body = JsonFields.with(approved ? "responseData" : "ResponseData", items.all());
        JsonFields outcome = JsonFields.with(approved ? "responseHeader" : "ResponseHeader", header)
                .and(approved ? "responseBody" : "ResponseBody", body);
        return Callback.json("standingOrderCallback", call.text("CallBackURL"), outcome.text());
    }

    void reset() {
        names.clear();
    }
}
