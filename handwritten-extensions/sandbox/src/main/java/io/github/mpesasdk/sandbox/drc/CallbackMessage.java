package io.github.mpesasdk.sandbox.drc;

import io.github.mpesasdk.sandbox.market.Call;
import io.github.mpesasdk.sandbox.market.Callback;
import io.github.mpesasdk.sandbox.market.Result;
import io.github.mpesasdk.sandbox.market.SpecOperation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is posted to the merchant, to the letter of the records: C2B in single quotes, without declaration and header;
 * B2C in double quotes with both. The items and their order are in the spec.
 */
final class CallbackMessage {

    private static final String ENVELOPE = "<soapenv:Envelope xmlns:soapenv='" + Xml.SOAP + "' xmlns:soap='" + Xml.AUTH
            + "' xmlns:gen='" + Xml.GENERIC + "'>";
    private static final ZoneId KINSHASA = ZoneId.of("Africa/Kinshasa");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(KINSHASA);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HH:mm:ss", Locale.ROOT).withZone(KINSHASA);

    private CallbackMessage() {}

    /** The outcome of a payment, which was made at this time, if at all. */
    static Callback of(Call call, Result result, @Nullable Instant paid) {
        boolean collects = call.id().equals(DrcMarket.COLLECTING);
        String name = call.id() + "Callback";
        SpecOperation message =
                Objects.requireNonNull(call.operation().callbacks().get(name), name);
        Map<String, String> values = values(call, result, collects);
        if (paid != null) {
            values.putAll(values(call, result, paid));
        }
        // What has no value is told as absent. C2B has no time, even after success.
        String items = message.fields().keySet().stream()
                .filter(item -> !item.equals("EventID"))
                .map(item -> collects && item.equals("TransactionTime")
                        ? Item.text(item, "-1")
                        : Item.text(item, values.getOrDefault(item, "-1")))
                .map(Item::nameValueType)
                .collect(Collectors.joining());
        String destination = call.text("CallBackDestination");
        return new Callback(
                name,
                call.text("CallBackChannel").equals("4") ? "mailto:" + destination : destination,
                "text/xml",
                envelope(items, !collects));
    }

    private static Map<String, String> values(Call call, Result result, boolean collects) {
        String id = call.conversation().id();
        String originator = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        Map<String, String> values = new HashMap<>();
        values.put("ResultCode", result.code().code());
        values.put("ResultDesc", (collects ? "" : " ") + result.code().words());
        values.put("OriginatorConversationID", originator);
        values.put("OriginatorConversationId", originator);
        values.put("ThirdPartyReference", call.conversation().senderId());
        values.put("Amount", call.text("Amount"));
        values.put("InsightReference", id);
        return values;
    }

    private static Map<String, String> values(Call call, Result result, Instant paid) {
        String id = call.conversation().id().substring(0, 20).toLowerCase(Locale.ROOT);
        return Map.of(
                "ResultType", "0",
                "ConversationID", "AG_" + DAY.format(paid) + "_" + id,
                "ConversationId", UUID.randomUUID().toString(),
                "TransactionID", result.text("TransactionID"),
                "TransactionTime", SECOND.format(paid));
    }

    private static String envelope(String items, boolean withHeader) {
        String body = "<soapenv:Body><gen:getGenericResult><Request>" + items
                + "</Request></gen:getGenericResult></soapenv:Body></soapenv:Envelope>";
        return withHeader
                ? "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + ENVELOPE.replace('\'', '"')
                        + "<soapenv:Header><soap:EventID>1</soap:EventID></soapenv:Header>" + body
                : ENVELOPE + body;
    }
}
