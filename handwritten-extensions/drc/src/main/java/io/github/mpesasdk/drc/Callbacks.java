package io.github.mpesasdk.drc;

import com.google.gson.JsonObject;
import io.github.mpesasdk.UnreadableBodyException;
import io.github.mpesasdk.core.callback.CallbackAddress;
import io.github.mpesasdk.core.callback.CallbackDesk;
import io.github.mpesasdk.drcapi.model.DrcB2cCallbackReply;
import io.github.mpesasdk.drcapi.model.DrcC2bCallbackReply;
import java.util.Set;

/**
 * The door for what the gateway posts. Give it every body that arrives, with the path it arrived under; it completes
 * whatever payment waits for it. The gateway signs nothing: trust only what {@link Received#isGenuine} vouches for.
 * Thread-safe.
 */
public final class Callbacks {

    private final CallbackDesk<Heard> desk;

    Callbacks(CallbackDesk<Heard> desk) {
        this.desk = desk;
    }

    /**
     * A callback that was read.
     *
     * @param event what it says
     * @param isGenuine whether it arrived under an address that this client gave to one payment within the last day.
     *     False after a restart: compare the path with the one that you kept
     * @param acknowledgement the XML to answer with, together with HTTP status 200 and the type application/xml
     */
    public record Received(DrcCallback event, boolean isGenuine, String acknowledgement) {

        @Override
        public String toString() {
            return "Received[" + event + ", isGenuine=" + isGenuine + "]";
        }
    }

    /**
     * Reads a callback and completes the payment that waits for it. Repetitions are harmless.
     *
     * @param addressOrPath the address or path under which it arrived
     * @param body the body as it came
     * @throws UnreadableBodyException if the body is no callback of the gateway's
     */
    public Received receive(String addressOrPath, String body) {
        Heard heard = DrcBodies.callback(body);
        boolean genuine = CallbackAddress.segmentOf(addressOrPath)
                .map(segment -> desk.deliver(segment, heard))
                .orElse(false);
        return new Received(heard.event(), genuine, acknowledgement(heard.event()));
    }

    private static String acknowledgement(DrcCallback event) {
        JsonObject reply = event instanceof DrcCallback.C2bResult
                ? DrcC2bCallbackReply.ADAPTER
                        .toJsonTree(DrcC2bCallbackReply.builder()
                                .responseCode("200")
                                .build())
                        .getAsJsonObject()
                : DrcB2cCallbackReply.ADAPTER
                        .toJsonTree(DrcB2cCallbackReply.builder()
                                .responseCode("200")
                                .receipt("Received")
                                .build())
                        .getAsJsonObject();
        return SoapWriter.reply(Items.of(reply, Set.of()));
    }
}
