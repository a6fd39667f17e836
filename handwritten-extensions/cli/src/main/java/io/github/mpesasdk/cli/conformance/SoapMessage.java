package io.github.mpesasdk.cli.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * What a message of DRC's gateway says, read as {@code specs/drc/messages.yaml} tells: the envelope is gone, and items
 * are fields. Names stay as they are written; a client must be more lenient.
 *
 * @param event the EventID of the header, or empty
 * @param token the session of the header, where there is one
 * @param content the items, beside {@code eventInfo} in an answer; the two fields of a fault
 * @param echo the items of the request, which an answer repeats
 * @param types the type of each item of the content
 */
public record SoapMessage(
        String event, Optional<String> token, JsonObject content, JsonObject echo, Map<String, String> types) {

    private static final String ITEM = "dataItem";

    /**
     * Reads a message.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static SoapMessage read(String xml) {
        Element root = Xml.parse(xml);
        if (root.getLocalName().equals("response")) {
            // The reply to a callback has no envelope.
            return message("", Optional.empty(), new JsonObject(), root, Optional.empty());
        }
        Optional<Element> header = Xml.child(root, "Header");
        String event = header.flatMap(in -> Xml.child(in, "EventID").or(() -> Xml.child(in, "eventid")))
                .map(SoapMessage::text)
                .orElse("");
        Optional<String> token = header.flatMap(in -> Xml.child(in, "Token")).map(SoapMessage::text);
        Element inside = Xml.child(root, "Body")
                .flatMap(body -> Xml.children(body).stream().findFirst())
                .orElseThrow(() -> new IllegalArgumentException("no envelope with a body that holds anything"));
        if (inside.getLocalName().equals("Fault")) {
            JsonObject fault = fields(inside);
            String code = fault.get("faultcode").getAsString();
            fault.addProperty("faultcode", code.substring(code.indexOf(':') + 1));
            return new SoapMessage(event, token, fault, new JsonObject(), Map.of());
        }
        return inBody(event, token, inside);
    }

    private static SoapMessage inBody(String event, Optional<String> token, Element inside) {
        Optional<Element> request = Xml.child(inside, "Request");
        if (request.isPresent()) {
            return message(event, token, new JsonObject(), request.get(), Optional.empty());
        }
        Element result = Xml.child(inside, "SOAPAPIResult")
                .orElseThrow(() -> new IllegalArgumentException("neither a request nor an answer nor a fault"));
        JsonObject content = new JsonObject();
        Xml.child(result, "eventInfo").ifPresent(info -> content.add("eventInfo", fields(info)));
        Optional<Element> echo = Xml.child(result, "request");
        return Xml.child(result, "response")
                .map(items -> message(event, token, content, items, echo))
                .orElseGet(() -> new SoapMessage(event, token, content, echoed(echo), Map.of()));
    }

    private static SoapMessage message(
            String event, Optional<String> token, JsonObject content, Element items, Optional<Element> echo) {
        Map<String, String> types = new LinkedHashMap<>();
        collect(items, content, types);
        return new SoapMessage(event, token, content, echoed(echo), types);
    }

    private static JsonObject echoed(Optional<Element> echo) {
        JsonObject items = new JsonObject();
        echo.ifPresent(list -> collect(list, items, new LinkedHashMap<>()));
        return items;
    }

    private static void collect(Element list, JsonObject content, Map<String, String> types) {
        for (Element item : Xml.children(list)) {
            if (!item.getLocalName().equals(ITEM)) {
                throw new IllegalArgumentException("an element " + item.getLocalName() + " among the items");
            }
            JsonObject parts = fields(item);
            String name = parts.get("name").getAsString();
            // Twice is one time too many, and no schema has a list there.
            content.add(name, content.has(name) ? new JsonArray() : parts.get("value"));
            types.put(name, parts.has("type") ? parts.get("type").getAsString() : "");
        }
    }

    private static JsonObject fields(Element parent) {
        JsonObject fields = new JsonObject();
        Xml.children(parent).forEach(child -> fields.addProperty(child.getLocalName(), text(child)));
        return fields;
    }

    private static String text(Element element) {
        return element.getTextContent().trim();
    }

    @Override
    public String toString() {
        return "SoapMessage[" + event + "]";
    }
}
