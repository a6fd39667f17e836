package io.github.mpesasdk.sandbox.kenya;

import io.github.mpesasdk.sandbox.market.Code;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import java.util.Optional;

/** Asks a customer to approve a standing order. Nothing moves: the payments under it are not played. */
final class StandingOrder implements DarajaOperation {

    private static final String ACCEPTED = "Request accepted for processing";
    private static final String NOT_YOURS = "can only be what was issued for this application";

    private final KenyaState state;

    StandingOrder(KenyaState state) {
        this.state = state;
    }

    @Override
    public MarketAnswer handle(DarajaCall call) {
        if (!state.organisation.owns(call.text("BusinessShortCode"))) {
            return foreignShortCode();
        }
        Prompt prompt = new Prompt(state, call.text("PartyA"));
        prompt.settle(call, () -> {
            ResultCode how = prompt.ending(call, Optional.empty(), () -> approve(call));
            prompt.post(call, "standingOrderCallback", "CallBackURL", how, code -> callback(call, code));
        });
        JsonFields header = JsonFields.with("responseRefID", state.ids.request())
                .and("responseCode", "200")
                .and("responseDescription", ACCEPTED)
                .and("ResultDesc", ResultCode.SUCCESS.words());
        JsonFields body = JsonFields.with("responseDescription", ACCEPTED).and("responseCode", "200");
        return JsonFields.with("ResponseHeader", header)
                .and("ResponseBody", body)
                .answer(200);
    }

    private MarketAnswer foreignShortCode() {
        Code code = KenyaMarket.catalogue("x-errors").of("400", "standingOrderCreate", NOT_YOURS);
        return JsonFields.with("requestRefId", state.ids.request())
                .and("responseMessage", code.words())
                .and("responseCode", code.http())
                .and("timestamp", state.time.now().toString())
                .answer(code.http());
    }

    private ResultCode approve(DarajaCall call) {
        String name = call.text("PartyA") + " " + call.text("StandingOrderName");
        return state.standingOrders.add(name) ? ResultCode.SUCCESS : ResultCode.NAME_TAKEN;
    }

    // A success has small first letters, everything else capital ones.
    private String callback(DarajaCall call, ResultCode how) {
        boolean approved = how.succeeded();
        String id = call.text("CustomStoId");
        JsonFields header = JsonFields.with("responseRefID", id)
                .and("requestRefID", id)
                .and("responseCode", how.code())
                .and("responseDescription", how.words());
        Items items = approved ? new Items("name", "value") : new Items("Name", "Value");
        if (approved) {
            items.add("standingOrderName", call.text("StandingOrderName"))
                    .add("amount", call.amount().toPlainString())
                    .add("status", "ACTIVE");
        }
        items.add("TransactionID", approved ? state.ids.number(2, 7) : "0000000000")
                .add(approved ? "ResponseCode" : "responseCode", how.code())
                .add("Status", approved ? "OKAY" : "ERROR")
                .add("Msisdn", "*********" + call.text("PartyA").substring(9));
        JsonFields body = JsonFields.with(approved ? "responseData" : "ResponseData", items.all());
        return JsonFields.with(approved ? "responseHeader" : "ResponseHeader", header)
                .and(approved ? "responseBody" : "ResponseBody", body)
                .json()
                .toString();
    }
}
