package io.github.mpesasdk.sandbox.drc;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.market.MarketRequest;
import io.github.mpesasdk.sandbox.market.Place;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A request as it can be read, whatever is wrong with it. {@link #toString()} shows neither token nor values.
 *
 * @param sent the request as it came
 * @param fault why it is no call of the gateway's one operation, in the words of the fault; empty if it is one
 * @param eventId empty if there is none
 * @param token null if there is none
 * @param list the element Request, or null if there is none
 * @param items what is in it
 */
record SoapRequest(
        MarketRequest sent,
        String fault,
        String eventId,
        @Nullable String token,
        @Nullable Element list,
        List<Item> items)
        implements Place {

    /** Reads a request. */
    static SoapRequest read(MarketRequest sent) {
        Optional<Element> envelope = envelope(sent.body());
        if (envelope.isEmpty()) {
            return none(sent, "Couldn't create SOAP message");
        }
        Optional<Element> call = Xml.child(envelope.get(), Xml.SOAP, "Body")
                .flatMap(element -> Xml.children(element).stream().findFirst());
        if (call.filter(element -> Xml.is(element, Xml.GENERIC, "getGenericResult"))
                .isEmpty()) {
            return none(
                    sent,
                    "Cannot find dispatch method for " + call.map(Xml::name).orElse("{}"));
        }
        Optional<Element> header = Xml.child(envelope.get(), Xml.SOAP, "Header");
        Optional<Element> list = Xml.child(call.get(), null, "Request");
        return new SoapRequest(
                sent,
                "",
                header(header, "EventID").orElse(""),
                header(header, "Token").orElse(null),
                list.orElse(null),
                list.map(Item::listed).orElse(List.of()));
    }

    @Override
    public String market() {
        return DrcMarket.NAME;
    }

    @Override
    public int length() {
        return sent.length();
    }

    /**
     * As {@code messages.yaml} has it: the path is the event, if it is understood where it was sent, and the items are
     * an object.
     */
    @Override
    public MarketRequest request() {
        JsonObject object = new JsonObject();
        items.stream()
                .filter(item -> item.value() != null && !item.name().isEmpty())
                .forEach(item -> object.addProperty(item.name(), item.value()));
        Map<String, String> json = Map.of("Content-Type", "application/json");
        MarketRequest event = new MarketRequest(
                sent.port(), "POST", "/" + eventId, Map.of(), json, object.toString(), Optional.empty());
        boolean here = Event.MESSAGES
                .operation(event)
                .filter(operation -> Event.of(operation).path().equals(sent.path()))
                .isPresent();
        return here ? event : event.at(sent.path());
    }

    /** The value of an item; empty if there is none. */
    String text(String name) {
        return items.stream()
                .filter(item -> item.name().equals(name))
                .map(Item::value)
                .map(value -> value == null ? "" : value)
                .findFirst()
                .orElse("");
    }

    /** Whether it says that it is XML. */
    boolean isXml() {
        String type = sent.header("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).matches("text/xml\\s*(;.*)?");
    }

    @Override
    public String toString() {
        return "SoapRequest[eventId=" + eventId + "]";
    }

    private static Optional<Element> envelope(String body) {
        try {
            return Optional.of(Xml.read(body)).filter(root -> Xml.is(root, Xml.SOAP, "Envelope"));
        } catch (SAXException e) {
            // The reason is the parser's, and the caller's to find out.
            return Optional.empty();
        }
    }

    private static SoapRequest none(MarketRequest sent, String fault) {
        return new SoapRequest(sent, fault, "", null, null, List.of());
    }

    private static Optional<String> header(Optional<Element> header, String name) {
        return header.flatMap(element -> Xml.child(element, Xml.AUTH, name)).map(Element::getTextContent);
    }
}
