package io.github.mpesasdk.sandbox.drc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

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
