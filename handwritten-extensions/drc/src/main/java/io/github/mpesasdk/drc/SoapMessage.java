package io.github.mpesasdk.drc;

import com.google.gson.JsonObject;
import io.github.mpesasdk.drcapi.soap.DataItem;
import io.github.mpesasdk.drcapi.soap.Response;

/** A message of the gateway's, taken out of its envelope, if it has one. */
sealed interface SoapMessage {

    /**
     * An answer.
     *
     * @param eventId the event that it answers; empty if it does not say
     */
    record Answer(String eventId, Response result) implements SoapMessage {}

    /**
     * A list of items under {@code Request}: a callback, or a request such as this client sends.
     *
     * @param eventId the event; empty in callbacks of C2B
     */
    record Request(String eventId, DataItem items) implements SoapMessage {}

    /**
     * A bare list of items, with no envelope around it: the reply to a callback.
     *
     * @param items the list
     */
    record Reply(DataItem items) implements SoapMessage {}

    /**
     * Plain XML, as payments between a bank and a wallet have it. Read to be shown; nothing here sends such payments.
     *
     * @param root {@code Response} or {@code Result}
     */
    record Plain(String root, JsonObject fields) implements SoapMessage {}

    /**
     * A fault.
     *
     * @param code {@code Client} or {@code Server}, without the prefix
     */
    record Fault(String code, String words) implements SoapMessage {}
}
