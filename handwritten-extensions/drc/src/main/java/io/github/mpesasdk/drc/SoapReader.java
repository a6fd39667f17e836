package io.github.mpesasdk.drc;

import com.google.gson.JsonObject;
import io.github.mpesasdk.drcapi.soap.DataItem;
import io.github.mpesasdk.drcapi.soap.EventInfo;
import io.github.mpesasdk.drcapi.soap.Response;
import jakarta.xml.bind.JAXBException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads one message as the object of wire names that the spec has of it. Untrusted input: whatever it is, only
 * {@link UnreadableXmlException} comes out. Prefixes mean nothing; they were seen to change from one answer to the
 * next. Used once, by one thread.
 */
final class SoapReader {

    private static final String AUTH = "http://www.4cgroup.co.za/soapauth";
    private static final QName ENVELOPE = new QName(SoapWriter.SOAP, "Envelope");
    private static final QName HEADER = new QName(SoapWriter.SOAP, "Header");
    private static final QName BODY = new QName(SoapWriter.SOAP, "Body");
    private static final QName FAULT = new QName(SoapWriter.SOAP, "Fault");

    private static final List<QName> EVENT_OF_ANSWER = List.of(ENVELOPE, HEADER, new QName(AUTH, "eventid"));
    private static final List<QName> EVENT_OF_REQUEST = List.of(ENVELOPE, HEADER, new QName(AUTH, "EventID"));
    private static final List<QName> ANSWER = List.of(
            ENVELOPE, BODY, new QName(SoapWriter.GENERIC, "getGenericResultResponse"), new QName("SOAPAPIResult"));
    private static final List<QName> REQUEST =
            List.of(ENVELOPE, BODY, new QName(SoapWriter.GENERIC, "getGenericResult"), new QName("Request"));
    private static final List<QName> FAULT_CODE = List.of(ENVELOPE, BODY, FAULT, new QName("faultcode"));
    private static final List<QName> FAULT_WORDS = List.of(ENVELOPE, BODY, FAULT, new QName("faultstring"));
    // A bare list of items: the reply to a callback.
    private static final List<QName> REPLY = List.of(new QName("response"));
    // Plain XML, as payments between a bank and a wallet have it. Read to be shown; nothing here sends such payments.
    private static final List<QName> PLAIN_ANSWER = List.of(new QName("Response"));
    private static final List<QName> PLAIN_CALLBACK = List.of(new QName("Result"));

    private final XMLStreamReader reader;
    private final List<QName> path = new ArrayList<>();
    private final JsonObject fault = new JsonObject();
    private final JsonObject plain = new JsonObject();
    private String root = "";
    private String event = "";
    private @Nullable Response answer;
    private @Nullable DataItem request;
    private @Nullable DataItem reply;

    private SoapReader(XMLStreamReader reader) {
        this.reader = reader;
    }

    static JsonObject read(String body) throws UnreadableXmlException {
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
        if (path.equals(ANSWER)) {
            answer = EnvelopeClasses.read(reader, Response.class);
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
        List<QName> around = path.subList(0, path.size() - 1);
        if (path.equals(EVENT_OF_ANSWER) || path.equals(EVENT_OF_REQUEST)) {
            event = text();
        } else if (path.equals(FAULT_CODE)) {
            String code = text();
            fault.addProperty("faultcode", code.substring(code.indexOf(':') + 1));
        } else if (path.equals(FAULT_WORDS)) {
            fault.addProperty("faultstring", text());
        } else if (around.equals(PLAIN_ANSWER) || around.equals(PLAIN_CALLBACK)) {
            root = path.get(0).getLocalPart();
            plain.addProperty(path.get(1).getLocalPart(), text());
        }
    }

    private String text() throws XMLStreamException {
        String text = reader.getElementText().strip();
        leave();
        return text;
    }

    private JsonObject found() throws UnreadableXmlException {
        boolean isFault = fault.has("faultcode");
        if (Stream.of(isFault, answer != null, request != null).filter(is -> is).count() > 1) {
            throw new UnreadableXmlException("it is several messages in one", null);
        }
        if (isFault) {
            return fault;
        }
        if (answer != null) {
            return answered(answer);
        }
        JsonObject message = new JsonObject();
        if (request != null) {
            JsonObject items = Items.fields(request);
            if (!event.isEmpty()) {
                items.addProperty("EventID", event);
            }
            message.add("Request", items);
        } else if (reply != null) {
            message.add("response", Items.fields(reply));
        } else if (!plain.isEmpty()) {
            message.add(root, plain);
        } else {
            throw new UnreadableXmlException("it is XML, but no message of the SOAP gateway", null);
        }
        return message;
    }

    /** What an answer repeats of the request is left out: it may hold the password. */
    private JsonObject answered(Response result) throws UnreadableXmlException {
        EventInfo info = result.getEventInfo();
        if (info == null || info.getCode() == null || info.getCode().isBlank()) {
            throw new UnreadableXmlException("it is an answer that does not say what became of the message", null);
        }
        JsonObject told = new JsonObject();
        add(told, "code", info.getCode());
        add(told, "description", info.getDescription());
        add(told, "detail", info.getDetail());
        add(told, "transactionID", info.getTransactionID());
        JsonObject fields = Items.fields(result.getResponse());
        fields.add("eventInfo", told);
        fields.addProperty("eventid", event);
        return fields;
    }

    private static void add(JsonObject target, String name, @Nullable String text) {
        if (text != null) {
            target.addProperty(name, text.strip());
        }
    }
}
