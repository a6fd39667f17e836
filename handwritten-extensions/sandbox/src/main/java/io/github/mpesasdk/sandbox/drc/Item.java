package io.github.mpesasdk.sandbox.drc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * One named value of a list. {@link #toString()} shows no value.
 *
 * @param name empty if there is none
 * @param type {@code String} or {@code Date}, or null if there is none
 * @param value null if there is none
 * @param order the names of its children as they came
 */
record Item(String name, @Nullable String type, @Nullable String value, List<String> order) {

    private static final List<String> USUAL_ORDER = List.of("name", "type", "value");

    /** A text that the gateway sends. */
    static Item text(String name, String value) {
        return new Item(name, "String", value, USUAL_ORDER);
    }

    /** The items of a list, read as well as they can be read. */
    static List<Item> listed(Element list) {
        List<Item> items = new ArrayList<>();
        for (Element item : Xml.children(list)) {
            items.add(new Item(
                    Xml.child(item, null, "name").map(Element::getTextContent).orElse(""),
                    Xml.child(item, null, "type").map(Element::getTextContent).orElse(null),
                    Xml.child(item, null, "value").map(Element::getTextContent).orElse(null),
                    Xml.children(item).stream().map(Element::getLocalName).toList()));
        }
        return items;
    }

    /** The texts in a reply to a callback, which is no SOAP but a bare list. */
    static Map<String, String> replied(String body) {
        Map<String, String> texts = new HashMap<>();
        try {
            Element root = Xml.read(body);
            if (Xml.is(root, null, "response")) {
                listed(root).stream()
                        .filter(item -> item.value != null && item.equals(text(item.name, item.value)))
                        .forEach(item -> texts.put(item.name, item.value));
            }
        } catch (SAXException e) {
            // No XML has no items.
        }
        return texts;
    }

    boolean isInUsualOrder() {
        return order.equals(USUAL_ORDER.stream().filter(order::contains).toList());
    }

    /** As answers and requests write it. */
    String nameTypeValue() {
        return "<dataItem>" + Xml.element("name", name) + optional("type", type) + optional("value", value)
                + "</dataItem>";
    }

    /** As callbacks write it. */
    String nameValueType() {
        return "<dataItem>" + Xml.element("name", name) + optional("value", value) + optional("type", type)
                + "</dataItem>";
    }

    @Override
    public String toString() {
        return "Item[" + name + "]";
    }

    private static String optional(String name, @Nullable String text) {
        return text == null ? "" : Xml.element(name, text);
    }
}
