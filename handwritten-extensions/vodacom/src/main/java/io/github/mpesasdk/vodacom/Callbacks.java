package io.github.mpesasdk.vodacom;

import com.google.gson.JsonObject;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.core.callback.CallbackDesk;
import io.github.mpesasdk.core.message.UntrustedBody;
import io.github.mpesasdk.vodacomapi.model.CallbackReply;
import io.github.mpesasdk.vodacomapi.model.CallbackReplyCode;

/**
 * The door for what the gateway posts to the Response URL of the application. Give it every body that arrives; it
 * completes whatever payment waits for it. The gateway signs nothing: trust only what {@link Received#isGenuine}
 * vouches for. Thread-safe.
 */
public final class Callbacks {

    private static final String SECOND_STAGE = "updateTransactionStatus";

    private final CallbackDesk<Heard> desk;

    Callbacks(CallbackDesk<Heard> desk) {
        this.desk = desk;
    }

    /**
     * A callback that was read.
     *
     * @param event what it says
     * @param isGenuine whether it repeats an id that this client sent within the last day, which nobody else knows.
     *     False after a restart: ask for the status then
     * @param acknowledgement the JSON to answer with, together with HTTP status 200
     */
    public record Received(VodacomCallback event, boolean isGenuine, String acknowledgement) {

        @Override
        public String toString() {
            return "Received[" + event + ", isGenuine=" + isGenuine + "]";
        }
    }

    /**
     * Reads a callback and completes the payment that waits for it. Repetitions are harmless.
     *
     * <p>The second stage of a payment wants a reply of its own, and its callback has the fields of any other, at the
     * same address. So it is told from the id that it repeats: if the id was made by this SDK, at any time; if it is
     * your own, for a day and as long as this client lives. After that, and after a restart, use
     * {@link #receiveSecondStage} for an id of your own.
     *
     * @param body the body as it came
     * @throws UnreadableBodyException if the body is no callback of the gateway's
     */
    public Received receive(String body) {
        return receive(body, false);
    }

    /**
     * The same for a callback that you know to be that of {@link C2b#commit} or {@link C2b#giveBack}, because it
     * repeats an id that you chose for one. Only the reply differs, so it does no harm that {@link #receive} has read
     * the body before.
     *
     * @param body the body as it came
     * @throws UnreadableBodyException if the body is no callback of the gateway's
     */
    public Received receiveSecondStage(String body) {
        return receive(body, true);
    }

    private Received receive(String body, boolean isSecondStage) {
        UntrustedBody untrusted = UntrustedBody.of(VodacomDialect.MARKET, body);
        JsonObject object = untrusted.json();
        Heard heard = VodacomBodies.callback(object)
                .orElseThrow(() -> untrusted.unreadable("its fields are none of a callback's"));
        String id = heard.fields().ownId().orElse("");
        boolean genuine = desk.deliver(id, heard);
        return new Received(
                heard.event(), genuine, reply(heard, id, replyCode(heard, isSecondStage || isSecondStage(id))));
    }

    private static String reply(Heard heard, String id, CallbackReplyCode code) {
        CallbackReply reply = CallbackReply.builder()
                .originalConversationId(
                        heard.fields().text("OriginalConversationID").orElse(""))
                .responseCode(code)
                .responseDescription("Successfully Accepted Result")
                .thirdPartyConversationId(id)
                .build();
        return CallbackReply.ADAPTER.toJson(reply);
    }

    private static CallbackReplyCode replyCode(Heard heard, boolean isSecondStage) {
        if (heard.event() instanceof VodacomCallback.MandateState) {
            return CallbackReplyCode.DIRECT_DEBIT_QUERY_ACCEPTED;
        }
        return isSecondStage ? CallbackReplyCode.VOUCHER_ACCEPTED : CallbackReplyCode.ACCEPTED;
    }

    // An id of the caller's looks like any other, so only the request tells.
    private boolean isSecondStage(String id) {
        return Ids.isOfSecondStage(id)
                || desk.byAlias(aliasOf(SECOND_STAGE, id)).isPresent();
    }

    /** The second name of a waiting place, which remembers what was asked. */
    static String aliasOf(String operation, String id) {
        return operation + " " + id;
    }
}
