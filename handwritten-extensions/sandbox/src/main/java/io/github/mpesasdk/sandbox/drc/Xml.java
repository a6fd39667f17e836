package io.github.mpesasdk.sandbox.drc;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML of strangers, without any type declaration, entity or address in it, and of a bounded size and depth. */
final class Xml {

    /** The namespaces of the envelope. What is inside it has none. */
    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    static final String AUTH = "http://www.4cgroup.co.za/soapauth";
    static final String GENERIC = "http://www.4cgroup.co.za/genericsoap";

    private static final int LONGEST = 64 * 1024;
    private static final int DEEPEST = 16;

    private Xml() {}

    /**
     * The root element of a document.
     *
     * @throws SAXException if it is no XML, or more than a list of values needs
     */
    static Element read(String text) throws SAXException {
        if (text.length() > LONGEST) {
            throw new SAXException("longer than " + LONGEST + " characters");
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
            factory.setIgnoringComments(true);
            factory.setCoalescing(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // The usual one prints what it finds.
            return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("no safe XML on this Java", e);
        }
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** The first child of a name; the namespace is null where there is none. */
    static Optional<Element> child(Element parent, @Nullable String namespace, String name) {
        return children(parent).stream()
                .filter(element -> is(element, namespace, name))
                .findFirst();
    }

    static boolean is(Element element, @Nullable String namespace, String name) {
        String own = element.getNamespaceURI();
        return name.equals(element.getLocalName()) && (namespace == null ? own == null : namespace.equals(own));
    }

    /** The namespace in braces, and the name. */
    static String name(Element element) {
        return "{" + Optional.ofNullable(element.getNamespaceURI()).orElse("") + "}" + element.getLocalName();
    }

    /** An element with a text in it. */
    static String element(String name, String text) {
        return "<" + name + ">" + escaped(text) + "</" + name + ">";
    }

    /** A text as it stands between tags. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
