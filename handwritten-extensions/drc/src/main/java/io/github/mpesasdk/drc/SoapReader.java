package io.github.mpesasdk.drc;

import io.github.mpesasdk.drcapi.soap.DataItem;
import io.github.mpesasdk.drcapi.soap.Response;
import jakarta.xml.bind.JAXBException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads one envelope. Untrusted input: whatever it is, only {@link UnreadableXmlException} comes out. Prefixes mean
 * nothing; they were seen to change from one answer to the next. Used once, by one thread.
 */
final class SoapReader {

    private static final String AUTH = "http://www.4cgroup.co.za/soapauth";
    private static final QName ENVELOPE = new QName(SoapWriter.SOAP, "Envelope");
    private static final QName HEADER = new QName(SoapWriter.SOAP, "Header");
    private static final QName BODY = new QName(SoapWriter.SOAP, "Body");
    private static final QName FAULT = new QName(SoapWriter.SOAP, "Fault");

    private static final List<QName> EVENT_OF_ANSWER = List.of(ENVELOPE, HEADER, new QName(AUTH, "eventid"));
    private static final List<QName> EVENT_OF_REQUEST = List.of(ENVELOPE, HEADER, new QName(AUTH, "EventID"));
    private static final List<QName> RESULT = List.of(
            ENVELOPE, BODY, new QName(SoapWriter.GENERIC, "getGenericResultResponse"), new QName("SOAPAPIResult"));
    private static final List<QName> REQUEST =
            List.of(ENVELOPE, BODY, new QName(SoapWriter.GENERIC, "getGenericResult"), new QName("Request"));
    private static final List<QName> FAULT_CODE = List.of(ENVELOPE, BODY, FAULT, new QName("faultcode"));
    private static final List<QName> FAULT_WORDS = List.of(ENVELOPE, BODY, FAULT, new QName("faultstring"));

    private final XMLStreamReader reader;
    private final List<QName> path = new ArrayList<>();
    private @Nullable String eventId;
    private @Nullable String faultCode;
    private @Nullable String faultWords;
    private @Nullable Response result;
    private @Nullable DataItem request;

    private SoapReader(XMLStreamReader reader) {
        this.reader = reader;
    }

    static SoapMessage read(String body) throws UnreadableXmlException {
        try {
            SoapReader message = new SoapReader(GuardedXmlReader.of(body));
            message.readToTheEnd();
            return message.found();
        } catch (XMLStreamException | JAXBException | RuntimeException broken) {
            throw UnreadableXmlException.because(broken);
        }
    }

    // To the end, because a message that was cut off may say more, or less, than it seems.
    private void readToTheEnd() throws XMLStreamException, JAXBException {
        while (true) {
            boolean isBeyond = false;
            if (reader.isStartElement()) {
                path.add(reader.getName());
                isBeyond = readElement();
            } else if (reader.isEndElement()) {
                leave();
            }
            if (isBeyond) {
                continue;
            }
            if (!reader.hasNext()) {
                return;
            }
            reader.next();
        }
    }

    private void leave() {
        path.remove(path.size() - 1);
    }

    /** Whether the reader stands behind the end of the element already. */
    private boolean readElement() throws XMLStreamException, JAXBException {
        if (path.equals(RESULT)) {
            result = once(result, EnvelopeClasses.read(reader, Response.class));
        } else if (path.equals(REQUEST)) {
            request = once(request, EnvelopeClasses.read(reader, DataItem.class));
        } else {
            readText();
            return false;
        }
        leave();
        return true;
    }

    private void readText() throws XMLStreamException {
        if (path.equals(EVENT_OF_ANSWER) || path.equals(EVENT_OF_REQUEST)) {
            eventId = once(eventId, text());
        } else if (path.equals(FAULT_CODE)) {
            String code = text();
            faultCode = once(faultCode, code.substring(code.indexOf(':') + 1));
        } else if (path.equals(FAULT_WORDS)) {
            faultWords = once(faultWords, text());
        }
    }

    private String text() throws XMLStreamException {
        String text = reader.getElementText().strip();
        leave();
        return text;
    }

    // Whoever says a thing twice may mean either, and a choice would be a guess.
    private static <T> T once(@Nullable T earlier, T now) throws XMLStreamException {
        if (earlier != null) {
            throw new XMLStreamException("it says one thing twice");
        }
        return now;
    }

    private SoapMessage found() throws UnreadableXmlException {
        String event = Objects.requireNonNullElse(eventId, "");
        List<SoapMessage> found = new ArrayList<>();
        if (faultCode != null) {
            found.add(new SoapMessage.Fault(faultCode, Objects.requireNonNullElse(faultWords, "")));
        }
        if (result != null) {
            found.add(new SoapMessage.Answer(event, result));
        }
        if (request != null) {
            found.add(new SoapMessage.Request(event, request));
        }
        if (found.isEmpty()) {
            throw new UnreadableXmlException("it is XML, but no message of the SOAP gateway", null);
        }
        if (found.size() > 1) {
            throw new UnreadableXmlException("it is several messages in one", null);
        }
        return found.get(0);
    }
}
