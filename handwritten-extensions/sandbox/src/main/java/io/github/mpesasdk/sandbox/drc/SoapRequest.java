package io.github.mpesasdk.sandbox.drc;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A request as it can be read, whatever is wrong with it. {@link #toString()} shows neither token nor values.
 *
 * @param eventId empty if there is none
 * @param token null if there is none
 * @param list the element Request, or null if there is none
 * @param items what is in it
 */
record SoapRequest(
        String eventId, @Nullable String token, @Nullable Element list, List<Item> items) {

    /**
     * Reads a body.
     *
     * @throws NoSoapException if it is no call of the gateway's one operation
     */
    static SoapRequest read(String body) throws NoSoapException {
        Element envelope = envelope(body);
        Element call = Xml.child(envelope, Namespaces.SOAP, "Body")
                .flatMap(element -> Xml.children(element).stream().findFirst())
                .orElseThrow(() -> unknown("{}"));
        if (!Xml.is(call, Namespaces.GENERIC, "getGenericResult")) {
            String namespace = Optional.ofNullable(call.getNamespaceURI()).orElse("");
            throw unknown("{" + namespace + "}" + call.getLocalName());
        }
        Optional<Element> header = Xml.child(envelope, Namespaces.SOAP, "Header");
        Optional<Element> list = Xml.child(call, null, "Request");
        return new SoapRequest(
                header(header, "EventID").orElse(""),
                header(header, "Token").orElse(null),
                list.orElse(null),
                list.map(Item::listed).orElse(List.of()));
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

    @Override
    public String toString() {
        return "SoapRequest[eventId=" + eventId + "]";
    }

    private static Element envelope(String body) throws NoSoapException {
        try {
            Element root = Xml.read(body);
            if (Xml.is(root, Namespaces.SOAP, "Envelope")) {
                return root;
            }
        } catch (SAXException e) {
            // The reason is the parser's, and the caller's to find out.
        }
        throw new NoSoapException("Couldn't create SOAP message");
    }

    private static NoSoapException unknown(String name) {
        return new NoSoapException("Cannot find dispatch method for " + name);
    }

    private static Optional<String> header(Optional<Element> header, String name) {
        return header.flatMap(element -> Xml.child(element, Namespaces.AUTH, name))
                .map(Element::getTextContent);
    }
}
