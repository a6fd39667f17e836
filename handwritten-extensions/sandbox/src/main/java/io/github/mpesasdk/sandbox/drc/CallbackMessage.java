package io.github.mpesasdk.sandbox.drc;

import io.github.mpesasdk.sandbox.market.SpecOperation;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is posted to the merchant, to the letter of the records: C2B in single quotes, without declaration and header;
 * B2C in double quotes with both. The items and their order are in the spec.
 */
final class CallbackMessage {

    private static final String ENVELOPE = "<soapenv:Envelope xmlns:soapenv='" + Xml.SOAP + "' xmlns:soap='" + Xml.AUTH
            + "' xmlns:gen='" + Xml.GENERIC + "'>";

    private CallbackMessage() {}

    /** A message with the items of its schema; those that have no value are told as absent. */
    static String of(SpecOperation callback, boolean withHeader, Map<String, String> values) {
        String items = callback.fields().keySet().stream()
                .filter(name -> !name.equals("EventID"))
                .map(name -> Item.text(name, values.getOrDefault(name, "-1")).nameValueType())
                .collect(Collectors.joining());
        String body = "<soapenv:Body><gen:getGenericResult><Request>" + items
                + "</Request></gen:getGenericResult></soapenv:Body></soapenv:Envelope>";
        return withHeader
                ? "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + ENVELOPE.replace('\'', '"')
                        + "<soapenv:Header><soap:EventID>1</soap:EventID></soapenv:Header>" + body
                : ENVELOPE + body;
    }
}
