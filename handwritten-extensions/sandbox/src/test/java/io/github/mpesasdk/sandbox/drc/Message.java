package io.github.mpesasdk.sandbox.drc;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** What the sandbox said, read by other code than the sandbox's. */
record Message(Document document) {

    static Message of(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // The usual one prints what it finds.
            return new Message(builder.parse(new InputSource(new StringReader(xml))));
        } catch (Exception e) {
            throw new AssertionError("no XML: " + xml, e);
        }
    }

    /** The text of the only element of a name, as it stands; empty if there is none. */
    String text(String name) {
        NodeList found = document.getElementsByTagNameNS("*", name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    boolean has(String name) {
        return document.getElementsByTagNameNS("*", name).getLength() > 0;
    }

    Element only(String name) {
        return (Element) document.getElementsByTagNameNS("*", name).item(0);
    }

    /** The items of the list of a name, in their order. */
    Map<String, String> items(String list) {
        Map<String, String> items = new LinkedHashMap<>();
        for (Element item : children(only(list))) {
            items.put(child(item, "name"), child(item, "value"));
        }
        return items;
    }

    /** The names of the children of all items, each in its order. */
    List<List<String>> forms(String list) {
        return children(only(list)).stream()
                .map(item -> children(item).stream().map(Element::getLocalName).toList())
                .distinct()
                .toList();
    }

    /** Event code, description and detail of an answer. */
    String event() {
        Element info = only("eventInfo");
        return child(info, "code") + " " + child(info, "description") + " " + child(info, "detail");
    }

    private static String child(Element parent, String name) {
        return children(parent).stream()
                .filter(element -> name.equals(element.getLocalName()))
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (int i = 0; i < parent.getChildNodes().getLength(); i++) {
            if (parent.getChildNodes().item(i) instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
