package io.github.mpesasdk.drc;

import com.google.gson.JsonObject;
import io.github.mpesasdk.drcapi.soap.DataItem;
import io.github.mpesasdk.drcapi.soap.Response;
import jakarta.xml.bind.JAXBException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads one message. Untrusted input: whatever it is, only {@link UnreadableXmlException} comes out. Prefixes mean
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
    private static final List<QName> REPLY = List.of(new QName("response"));
    private static final List<QName> PLAIN_ANSWER = List.of(new QName("Response"));
    private static final List<QName> PLAIN_CALLBACK = List.of(new QName("Result"));
    private static final List<QName> FAULT_CODE = List.of(ENVELOPE, BODY, FAULT, new QName("faultcode"));
    private static final List<QName> FAULT_WORDS = List.of(ENVELOPE, BODY, FAULT, new QName("faultstring"));

    private final XMLStreamReader reader;
    private final List<QName> path = new ArrayList<>();
    private String eventId = "";
    private String faultWords = "";
    private @Nullable String faultCode;
    private @Nullable Response result;
    private @Nullable DataItem request;
    private @Nullable DataItem reply;
    private final JsonObject plain = new JsonObject();
    private String root = "";

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
            result = EnvelopeClasses.read(reader, Response.class);
        } else if (path.equals(REQUEST)) {
            request = EnvelopeClasses.read(reader, DataItem.class);
        } else if (path.equals(REPLY)) {
            reply = EnvelopeClasses.read(reader, DataItem.class);
        } else {
            readText();
            return false;
        }
        leave();
        return true;
    }

    private void readText() throws XMLStreamException {
        if (path.equals(EVENT_OF_ANSWER) || path.equals(EVENT_OF_REQUEST)) {
            eventId = text();
        } else if (path.equals(FAULT_CODE)) {
            String code = text();
            faultCode = code.substring(code.indexOf(':') + 1);
        } else if (path.equals(FAULT_WORDS)) {
            faultWords = text();
        } else if (isPlain()) {
            root = path.get(0).getLocalPart();
            plain.addProperty(path.get(1).getLocalPart(), text());
        }
    }

    private boolean isPlain() {
        List<QName> around = path.subList(0, path.size() - 1);
        return around.equals(PLAIN_ANSWER) || around.equals(PLAIN_CALLBACK);
    }

    private String text() throws XMLStreamException {
        String text = reader.getElementText().strip();
        leave();
        return text;
    }

    private SoapMessage found() throws UnreadableXmlException {
        if (Stream.of(faultCode, result, request).filter(Objects::nonNull).count() > 1) {
            throw new UnreadableXmlException("it is several messages in one", null);
        }
        if (faultCode != null) {
            return new SoapMessage.Fault(faultCode, faultWords);
        }
        if (result != null) {
            return new SoapMessage.Answer(eventId, result);
        }
        if (request != null) {
            return new SoapMessage.Request(eventId, request);
        }
        if (reply != null) {
            return new SoapMessage.Reply(reply);
        }
        if (!plain.isEmpty()) {
            return new SoapMessage.Plain(root, plain);
        }
        throw new UnreadableXmlException("it is XML, but no message of the SOAP gateway", null);
    }
}
