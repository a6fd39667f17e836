package io.github.mpesasdk.drc;

import java.io.StringReader;
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
    private static final XMLInputFactory FACTORY = factory();

    private int depth;

    private GuardedXmlReader(XMLStreamReader reader) {
        super(reader);
    }

    static GuardedXmlReader of(String xml) throws XMLStreamException {
        if (xml.length() > LARGEST) {
            throw new XMLStreamException("it is larger than a megabyte");
        }
        // Not left to the parser: that of the JDK prints to the standard error stream where it breaks on one.
        if (xml.contains("<!DOCTYPE")) {
            throw new XMLStreamException("it has a document type, which no message of the gateway has");
        }
        // A reader of text takes a byte order mark for content.
        String text = xml.startsWith("\uFEFF") ? xml.substring(1) : xml;
        return new GuardedXmlReader(FACTORY.createXMLStreamReader(new StringReader(text)));
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
            case END_ELEMENT -> depth--;
            case ENTITY_REFERENCE -> throw new XMLStreamException("it refers to an entity of its own");
            default -> {
                // Text, comments and the end of the document are as good as they look.
            }
        }
        return event;
    }

    private void enter() throws XMLStreamException {
        if (++depth > DEEPEST) {
            throw new XMLStreamException("its elements are nested more than " + DEEPEST + " deep");
        }
    }

    @Override
    public String getElementText() throws XMLStreamException {
        String text = super.getElementText();
        // It ran past the end of the element.
        depth--;
        return text;
    }
}
