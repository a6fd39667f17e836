package io.github.mpesasdk.mozambique;

import com.google.gson.JsonObject;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.core.callback.CallbackDesk;
import io.github.mpesasdk.core.message.UntrustedBody;
import io.github.mpesasdk.mozambiqueapi.model.CallbackReply;
import io.github.mpesasdk.mozambiqueapi.model.CallbackReplyCode;
import java.util.stream.Stream;

/**
 * The door for what Vodacom posts to the Asynchronous Response URL of the account. Give it every body that arrives; it
 * completes whatever payment or question waits for it. Vodacom signs nothing: trust only what
 * {@link Received#isGenuine} vouches for. Thread-safe.
 */
public final class Callbacks {

    private final CallbackDesk<MozambiqueCallback> desk;

    Callbacks(CallbackDesk<MozambiqueCallback> desk) {
        this.desk = desk;
    }

    /**
     * A callback that was read.
     *
     * @param event what it says
     * @param isGenuine whether it carries an id that only the gateway and this client know: the random reference of a
     *     request, or, where the caller chose the reference, the conversation id that the gateway answered. False for
     *     repetitions after a restart: ask for the status then
     */
    public record Received(MozambiqueCallback event, boolean isGenuine) {

        /** The JSON to answer with, together with HTTP status 200. */
        public String acknowledgement() {
            return CallbackReply.ADAPTER.toJson(CallbackReply.builder()
                    .originalConversationId(
                            WireText.present(event.originalConversationId()).orElse(""))
                    .responseCode(CallbackReplyCode.ACCEPTED)
                    .responseDescription("Successfully Accepted Result")
                    .thirdPartyConversationId(
                            WireText.present(event.thirdPartyReference()).orElse(""))
                    .build());
        }
    }

    /**
     * Reads a callback and completes what waits for it. Repetitions are harmless.
     *
     * @param body the body as it came
     * @throws UnreadableBodyException if the body is no callback of this API's
     */
    public Received receive(String body) {
        UntrustedBody untrusted = UntrustedBody.of(MozambiqueDialect.MARKET, body);
        JsonObject object = untrusted.json();
        MozambiqueCallback event = MozambiqueBodies.callback(object)
                .orElseThrow(() -> untrusted.unreadable("its fields are none of a callback's"));
        boolean genuine = Stream.of(
                        WireText.present(event.thirdPartyReference()), WireText.present(event.originalConversationId()))
                .flatMap(id -> id.stream())
                .anyMatch(id -> desk.deliver(id, event));
        return new Received(event, genuine);
    }
}
