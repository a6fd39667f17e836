package io.github.mpesasdk.cli.conformance;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * Compares XML with what a case expects, by meaning: namespaces, local names, attributes, the order of elements, and
 * the text of those that have no elements inside. Prefixes, comments and blanks between elements do not count, nor does
 * the order of the entries of a SOAP header.
 */
public final class XmlMatch {

    /** Stands in the expected document for any text. */
    public static final String ANY = "$any";

    private static final String HEADER = "{http://schemas.xmlsoap.org/soap/envelope/}Header";

    private XmlMatch() {}

    /**
     * The first place where a document is not what was expected.
     *
     * @throws IllegalArgumentException if one of them is no XML
     */
    public static Optional<String> difference(String expected, String actual) {
        return compare("", Xml.parse(expected), Xml.parse(actual));
    }

    private static Optional<String> compare(String above, Element expected, Element actual) {
        String at = above + "/" + expected.getLocalName();
        if (!name(expected).equals(name(actual))) {
            return Optional.of(above + "/ has " + name(actual) + ", not " + name(expected));
        }
        if (!attributes(expected).equals(attributes(actual))) {
            return Optional.of(at + " has the attributes " + attributes(actual) + ", not " + attributes(expected));
        }
        List<Element> wanted = inOrder(expected);
        List<Element> found = inOrder(actual);
        if (wanted.isEmpty() && found.isEmpty()) {
            return compareText(at, expected.getTextContent(), actual.getTextContent());
        }
        for (int index = 0; index < Math.min(wanted.size(), found.size()); index++) {
            Optional<String> difference = compare(at + "[" + (index + 1) + "]", wanted.get(index), found.get(index));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return wanted.size() == found.size()
                ? Optional.empty()
                : Optional.of(at + " has " + found.size() + " elements, not " + wanted.size());
    }

    private static List<Element> inOrder(Element parent) {
        List<Element> children = Xml.children(parent);
        if (name(parent).equals(HEADER)) {
            children.sort(Comparator.comparing(XmlMatch::name));
        }
        return children;
    }

    private static Optional<String> compareText(String at, String wanted, String found) {
        return wanted.equals(found) || wanted.equals(ANY)
                ? Optional.empty()
                : Optional.of(at + " is \"" + found + "\", not \"" + wanted + "\"");
    }

    private static String name(Element element) {
        String namespace = Objects.requireNonNullElse(element.getNamespaceURI(), "");
        return namespace.isEmpty() ? element.getLocalName() : "{" + namespace + "}" + element.getLocalName();
    }

    /** The attributes by their names, without those that only declare prefixes. */
    private static Map<String, String> attributes(Element element) {
        NamedNodeMap nodes = element.getAttributes();
        Map<String, String> attributes = new TreeMap<>();
        for (int index = 0; index < nodes.getLength(); index++) {
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(nodes.item(index).getNamespaceURI())) {
                String namespace = Objects.requireNonNullElse(nodes.item(index).getNamespaceURI(), "");
                attributes.put(
                        "{" + namespace + "}" + nodes.item(index).getLocalName(),
                        nodes.item(index).getNodeValue());
            }
        }
        return attributes;
    }
}
