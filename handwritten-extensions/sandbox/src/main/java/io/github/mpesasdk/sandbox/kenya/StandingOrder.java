package io.github.mpesasdk.sandbox.kenya;

import com.google.gson.JsonArray;
import com.google.gson.JsonPrimitive;
import io.github.mpesasdk.sandbox.market.JsonFields;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import java.util.Optional;

/** Asks a customer to approve a standing order. Nothing moves: the payments under it are not played. */
final class StandingOrder implements DarajaOperation {

    private static final String ACCEPTED = "Request accepted for processing";

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
        return MarketAnswer.json(
                200,
                JsonFields.with(
                                "ResponseHeader",
                                JsonFields.with("responseRefID", state.ids.request())
                                        .and("responseCode", "200")
                                        .and("responseDescription", ACCEPTED)
                                        .and("ResultDesc", ResultCode.SUCCESS.description())
                                        .json())
                        .and(
                                "ResponseBody",
                                JsonFields.with("responseDescription", ACCEPTED)
                                        .and("responseCode", "200")
                                        .json())
                        .json());
    }

    private MarketAnswer foreignShortCode() {
        return MarketAnswer.json(
                400,
                JsonFields.with("requestRefId", state.ids.request())
                        .and(
                                "responseMessage",
                                "Value in field 'BusinessShortCode' can only be what was issued for this application")
                        .and("responseCode", 400)
                        .and("timestamp", state.time.now().toString())
                        .json());
    }

    private ResultCode approve(DarajaCall call) {
        String name = call.text("PartyA") + " " + call.text("StandingOrderName");
        return state.standingOrders.add(name) ? ResultCode.SUCCESS : ResultCode.NAME_TAKEN;
    }

    // A success has small first letters, everything else capital ones.
    private String callback(DarajaCall call, ResultCode how) {
        boolean approved = how.succeeded();
        String id = call.text("CustomStoId");
        Items items = new Items(approved);
        if (approved) {
            items.add("standingOrderName", call.text("StandingOrderName"))
                    .add("amount", call.amount().toPlainString())
                    .add("status", "ACTIVE");
        }
        items.add("TransactionID", approved ? state.ids.number(2, 7) : "0000000000")
                .add(approved ? "ResponseCode" : "responseCode", how.code())
                .add("Status", approved ? "OKAY" : "ERROR")
                .add("Msisdn", "*********" + call.text("PartyA").substring(9));
        return JsonFields.with(
                        approved ? "responseHeader" : "ResponseHeader",
                        JsonFields.with("responseRefID", id)
                                .and("requestRefID", id)
                                .and("responseCode", how.code())
                                .and("responseDescription", how.description())
                                .json())
                .and(
                        approved ? "responseBody" : "ResponseBody",
                        JsonFields.with(approved ? "responseData" : "ResponseData", items.array)
                                .json())
                .json()
                .toString();
    }

    private record Items(boolean approved, JsonArray array) {

        Items(boolean approved) {
            this(approved, new JsonArray());
        }

        Items add(String name, String value) {
            array.add(JsonFields.with(approved ? "name" : "Name", name)
                    .and(approved ? "value" : "Value", new JsonPrimitive(value))
                    .json());
            return this;
        }
    }
}
