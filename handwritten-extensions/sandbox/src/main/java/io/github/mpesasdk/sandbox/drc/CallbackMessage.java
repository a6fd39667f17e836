package io.github.mpesasdk.sandbox.drc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is posted to the merchant, to the letter of the records: C2B in single quotes, without declaration and header;
 * B2C in double quotes with both, and with other names in another order.
 */
final class CallbackMessage {

    private static final String ENVELOPE = "<soapenv:Envelope xmlns:soapenv='" + Namespaces.SOAP + "' xmlns:soap='"
            + Namespaces.AUTH + "' xmlns:gen='" + Namespaces.GENERIC + "'>";

    private CallbackMessage() {}

    static String of(Payment payment, Ending ending) {
        return payment.event() == Event.C2B ? c2b(payment, ending) : b2c(payment, ending);
    }

    private static String c2b(Payment payment, Ending ending) {
        List<Item> items = opening(ending, "");
        items.add(Item.text("OriginatorConversationID", payment.originatorConversationId()));
        items.add(Item.text("ConversationID", ending.conversationId()));
        items.add(Item.text("ThirdPartyReference", payment.reference()));
        items.add(Item.text("Amount", payment.amount()));
        items.add(Item.text("TransactionTime", "-1")); // Even after success.
        items.add(Item.text("InsightReference", payment.insightReference()));
        items.add(Item.text("TransactionID", ending.receipt()));
        return ENVELOPE + body(items);
    }

    private static String b2c(Payment payment, Ending ending) {
        List<Item> items = opening(ending, " ");
        items.add(Item.text("OriginatorConversationId", payment.originatorConversationId()));
        items.add(Item.text("ConversationId", ending.conversationId()));
        items.add(Item.text("TransactionID", ending.receipt()));
        items.add(Item.text("Amount", payment.amount()));
        items.add(Item.text("TransactionTime", ending.time()));
        items.add(Item.text("ThirdPartyReference", payment.reference()));
        items.add(Item.text("InsightReference", payment.insightReference()));
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + ENVELOPE.replace('\'', '"')
                + "<soapenv:Header><soap:EventID>1</soap:EventID></soapenv:Header>" + body(items);
    }

    private static List<Item> opening(Ending ending, String blank) {
        List<Item> items = new ArrayList<>();
        items.add(Item.text("ResultType", ending.type()));
        items.add(Item.text("ResultCode", ending.code()));
        items.add(Item.text("ResultDesc", blank + ending.words()));
        return items;
    }

    private static String body(List<Item> items) {
        return "<soapenv:Body><gen:getGenericResult><Request>"
                + items.stream().map(Item::nameValueType).collect(Collectors.joining())
                + "</Request></gen:getGenericResult></soapenv:Body></soapenv:Envelope>";
    }
}
