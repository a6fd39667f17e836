package io.github.mpesasdk.sandbox.drc;

import org.jspecify.annotations.Nullable;

/**
 * What became of a message.
 *
 * @param transactionId the gateway's id of it, or null after an error
 */
record EventInfo(
        String code,
        String description,
        String detail,
        @Nullable String transactionId) {

    static EventInfo processed(String transactionId) {
        return new EventInfo("3", "Processed", "Processed", transactionId);
    }

    static EventInfo error(String detail) {
        return new EventInfo("4", "Error", detail, null);
    }

    String xml() {
        return "<eventInfo>" + Xml.element("code", code) + Xml.element("description", description)
                + Xml.element("detail", detail)
                + (transactionId == null ? "" : Xml.element("transactionID", transactionId)) + "</eventInfo>";
    }
}
