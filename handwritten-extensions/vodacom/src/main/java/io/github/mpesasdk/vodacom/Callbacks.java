package io.github.mpesasdk.vodacom;

import com.google.gson.JsonObject;
import io.github.mpesasdk.core.callback.CallbackDesk;
import io.github.mpesasdk.core.outcome.UntrustedBody;
import io.github.mpesasdk.error.UnreadableBodyException;
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
     * @param body the body as it came
     * @throws UnreadableBodyException if the body is no callback of the gateway's
     */
    public Received receive(String body) {
        UntrustedBody untrusted = UntrustedBody.of(VodacomDialect.MARKET, body);
        JsonObject object = untrusted.json();
        Heard heard = VodacomBodies.callback(object)
                .orElseThrow(() -> untrusted.unreadable("its fields are none of a callback's"));
        String id = heard.fields().ownId().orElse("");
        boolean genuine = desk.deliver(id, heard);
        return new Received(heard.event(), genuine, reply(heard, id));
    }

    private String reply(Heard heard, String id) {
        CallbackReply reply = CallbackReply.builder()
                .originalConversationId(
                        heard.fields().text("OriginalConversationID").orElse(""))
                .responseCode(replyCode(heard, id))
                .responseDescription("Successfully Accepted Result")
                .thirdPartyConversationId(id)
                .build();
        return CallbackReply.ADAPTER.toJson(reply);
    }

    private CallbackReplyCode replyCode(Heard heard, String id) {
        if (heard.event() instanceof VodacomCallback.MandateState) {
            return CallbackReplyCode.DIRECT_DEBIT_QUERY_ACCEPTED;
        }
        // Its callback looks like any other, so only the request tells.
        return desk.byAlias(aliasOf(SECOND_STAGE, id)).isPresent()
                ? CallbackReplyCode.VOUCHER_ACCEPTED
                : CallbackReplyCode.ACCEPTED;
    }

    /** The second name of a waiting place, which remembers what was asked. */
    static String aliasOf(String operation, String id) {
        return operation + " " + id;
    }
}
