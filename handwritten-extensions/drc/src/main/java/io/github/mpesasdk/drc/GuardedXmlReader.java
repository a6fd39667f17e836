package io.github.mpesasdk.drc;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Reads XML from strangers: no document type, so no entities of its own; no outside world; no depth, no size and no
 * more different names than real messages have, because names are what parsers look up and strangers choose; and
 * nothing that could be read in two ways. Of an element that is there twice JAXB would keep the last, and of text
 * around an element the end, without a word. Everything that reads XML here, JAXB included, reads through this. Used by
 * one thread.
 */
final class GuardedXmlReader extends StreamReaderDelegate {

    // Real messages have less than ten kilobytes, and eight levels.
    private static final int LARGEST = 1 << 20;
    private static final int DEEPEST = 32;
    // Real messages have 25 names of elements, five declarations of namespaces and next to no attributes.
    private static final int MOST_NAMES = 256;
    private static final int MOST_DECLARATIONS = 256;
    private static final String MOST_ATTRIBUTES = "64";
    private static final String DECLARATION = "xmlns";
    // The one element that the schema lets repeat.
    private static final QName ITEM = new QName("dataItem");
    private static final QName FAULT = new QName(SoapWriter.SOAP, "Fault");
    private static final QName FAULT_DETAIL = new QName("detail");
    private static final XMLInputFactory FACTORY = factory();

    private final Deque<Content> open = new ArrayDeque<>();
    // As texts, which a table keeps in order where their hash codes are the same.
    private final Set<String> names = new HashSet<>();

    private GuardedXmlReader(XMLStreamReader reader) {
        super(reader);
        open.push(Content.outside());
    }

    static GuardedXmlReader of(String xml) throws XMLStreamException {
        if (xml.length() > LARGEST) {
            throw new XMLStreamException("it is larger than a megabyte");
        }
        // Not left to the parser: that of the JDK prints to the standard error stream where it breaks on one.
        if (xml.contains("<!DOCTYPE")) {
            throw new XMLStreamException("it has a document type, which no message of the gateway has");
        }
        // Before the parser sees them, for it looks a prefix up in all of them.
        if (countOf(DECLARATION, xml) > MOST_DECLARATIONS) {
            throw new XMLStreamException("it declares more than " + MOST_DECLARATIONS + " namespaces");
        }
        // A reader of text takes a byte order mark for content, and no declaration behind a line break.
        String text = xml.startsWith("\uFEFF") ? xml.substring(1) : xml;
        return new GuardedXmlReader(FACTORY.createXMLStreamReader(new StringReader(text.strip())));
    }

    private static int countOf(String part, String text) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    // The JDK's own, whatever else is on the class path: only of this one is known what the properties do.
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty("http://www.oracle.com/xml/jaxp/properties/elementAttributeLimit", MOST_ATTRIBUTES);
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
            case END_ELEMENT -> open.pop();
            case CHARACTERS -> {
                if (!isWhiteSpace()) {
                    open.element().text();
                }
            }
            case ENTITY_REFERENCE -> throw new XMLStreamException("it refers to an entity of its own");
            default -> {
                // Comments and the end of the document are as good as they look.
            }
        }
        return event;
    }

    private void enter() throws XMLStreamException {
        names.add(getName().toString());
        if (names.size() > MOST_NAMES) {
            throw new XMLStreamException("its elements have more than " + MOST_NAMES + " different names");
        }
        Content inner = open.element().element(getName());
        if (open.size() > DEEPEST) {
            throw new XMLStreamException("its elements are nested more than " + DEEPEST + " deep");
        }
        open.push(inner);
    }

    @Override
    public String getElementText() throws XMLStreamException {
        String text = super.getElementText();
        // It ran past the end of the element.
        open.pop();
        return text;
    }

    /** None: the messages have no attributes, and an {@code xsi:type} would tell JAXB what to make of them. */
    @Override
    public int getAttributeCount() {
        return 0;
    }

    /** What an open element held so far. */
    private static final class Content {

        private final QName name;
        // In the detail of a fault, whose words are its own: it repeats itself, and nobody reads it.
        private final boolean isFree;
        private final Set<String> elements = new HashSet<>();
        private boolean hasText;

        private Content(QName name, boolean isFree) {
            this.name = name;
            this.isFree = isFree;
        }

        static Content outside() {
            return new Content(new QName(""), false);
        }

        /** Takes a child, and begins its content. */
        Content element(QName child) throws XMLStreamException {
            if (!elements.add(child.toString()) && !child.equals(ITEM) && !isFree) {
                throw new XMLStreamException("it says one thing twice");
            }
            // JAXB would drop it without a word, whatever it says.
            if (name.equals(ITEM) && child.equals(ITEM)) {
                throw new XMLStreamException("it has an item inside an item");
            }
            refuseMixture();
            return new Content(child, isFree || (name.equals(FAULT) && child.equals(FAULT_DETAIL)));
        }

        void text() throws XMLStreamException {
            hasText = true;
            refuseMixture();
        }

        private void refuseMixture() throws XMLStreamException {
            if (hasText && !elements.isEmpty() && !isFree) {
                throw new XMLStreamException("it mixes text and elements");
            }
        }
    }
}
