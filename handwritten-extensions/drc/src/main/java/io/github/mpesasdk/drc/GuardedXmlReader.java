package io.github.mpesasdk.drc;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Reads XML from strangers: no document type, so no entities of its own; no outside world; no depth and no size but
 * what real messages have. Everything that reads XML here, JAXB included, reads through this. Used by one thread.
 */
final class GuardedXmlReader extends StreamReaderDelegate {

    // Real messages have less than ten kilobytes, and eight levels.
    private static final int LARGEST = 1 << 20;
    private static final int DEEPEST = 32;
    private static final Set<String> OURS = Set.of("", SoapWriter.SOAP, SoapWriter.GENERIC);
    private static final QName ITEM = new QName("dataItem");
    private static final XMLInputFactory FACTORY = factory();

    // For each element that is open, the names of its children so far; the root's first.
    private final Deque<Set<QName>> children = new ArrayDeque<>(List.of(new HashSet<>()));

    private GuardedXmlReader(XMLStreamReader reader) {
        super(reader);
    }

    static GuardedXmlReader of(String xml) throws XMLStreamException {
        if (xml.length() > LARGEST) {
            throw new XMLStreamException("it is larger than a megabyte");
        }
        // A reader of text takes a byte order mark for content, and no declaration behind a line break.
        String text = xml.startsWith("\uFEFF") ? xml.substring(1) : xml;
        return new GuardedXmlReader(FACTORY.createXMLStreamReader(new StringReader(text.strip())));
    }

    // The JDK's own, whatever else is on the class path: only of this one is known what the properties do.
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("it refers to something outside");
        });
        return factory;
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        switch (event) {
            case START_ELEMENT -> enter();
            case END_ELEMENT -> children.pop();
            case DTD -> throw new XMLStreamException("it has a document type, which no message of the gateway has");
            case ENTITY_REFERENCE -> throw new XMLStreamException("it refers to an entity of its own");
            default -> {
                // Text, comments and the end of the document are as good as they look.
            }
        }
        return event;
    }

    private void enter() throws XMLStreamException {
        if (comesOnce(getName()) && !children.element().add(getName())) {
            throw new XMLStreamException("it says something twice");
        }
        if (children.size() > DEEPEST) {
            throw new XMLStreamException("its elements are nested more than " + DEEPEST + " deep");
        }
        children.push(new HashSet<>());
    }

    // What a fault reports in words of its own may repeat itself.
    private static boolean comesOnce(QName name) {
        return OURS.contains(name.getNamespaceURI()) && !name.equals(ITEM);
    }

    @Override
    public String getElementText() throws XMLStreamException {
        String text = super.getElementText();
        // It ran past the end of the element.
        children.pop();
        return text;
    }
}
