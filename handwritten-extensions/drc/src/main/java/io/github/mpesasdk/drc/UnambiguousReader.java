package io.github.mpesasdk.drc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Shows JAXB only content that can be read in one way. Of an element that is there twice JAXB would keep the last, and
 * of text around an element the end, without a word. Used by one thread.
 */
final class UnambiguousReader extends StreamReaderDelegate {

    // The one element that the schema lets repeat.
    private static final QName ITEM = new QName("dataItem");

    private final Deque<Content> open = new ArrayDeque<>();

    /** Begins at the element at which {@code reader} stands. */
    UnambiguousReader(XMLStreamReader reader) {
        super(reader);
        open.push(new Content());
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        // Behind the end of the element begins what is not ours.
        if (!open.isEmpty()) {
            follow(event);
        }
        return event;
    }

    private void follow(int event) throws XMLStreamException {
        if (event == START_ELEMENT) {
            open.element().element(getName());
            open.push(new Content());
        } else if (event == END_ELEMENT) {
            open.pop();
        } else if (event == CHARACTERS && !isWhiteSpace()) {
            open.element().text();
        }
    }

    /** None: the messages have no attributes, and an {@code xsi:type} would tell JAXB what to make of them. */
    @Override
    public int getAttributeCount() {
        return 0;
    }

    /** What an open element held so far. */
    private static final class Content {

        private final Set<QName> elements = new HashSet<>();
        private boolean hasText;

        void element(QName name) throws XMLStreamException {
            if (!elements.add(name) && !name.equals(ITEM)) {
                throw new XMLStreamException("it says one thing twice");
            }
            refuseMixture();
        }

        void text() throws XMLStreamException {
            hasText = true;
            refuseMixture();
        }

        private void refuseMixture() throws XMLStreamException {
            if (hasText && !elements.isEmpty()) {
                throw new XMLStreamException("it mixes text and elements");
            }
        }
    }
}
