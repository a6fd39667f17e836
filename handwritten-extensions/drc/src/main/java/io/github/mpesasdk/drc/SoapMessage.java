package io.github.mpesasdk.drc;

import io.github.mpesasdk.drcapi.soap.DataItem;
import io.github.mpesasdk.drcapi.soap.Response;

/** A SOAP message of the gateway's, taken out of its envelope. */
sealed interface SoapMessage {

    /**
     * An answer.
     *
     * @param eventId the event that it answers; empty if it does not say
     */
    record Answer(String eventId, Response result) implements SoapMessage {}

    /**
     * A list of items under {@code Request}: a callback, or a request such as ours.
     *
     * @param eventId the event; empty in callbacks of C2B
     */
    record Request(String eventId, DataItem items) implements SoapMessage {}

    /**
     * A fault.
     *
     * @param code {@code Client} or {@code Server}, without the prefix
     */
    record Fault(String code, String words) implements SoapMessage {}
}
