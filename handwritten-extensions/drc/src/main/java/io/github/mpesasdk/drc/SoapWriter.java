package io.github.mpesasdk.drc;

import io.github.mpesasdk.drcapi.soap.DataItem;
import jakarta.xml.bind.JAXBException;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes envelopes, and the bare lists that acknowledge callbacks. */
final class SoapWriter {

    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String GENERIC = "http://www.4cgroup.co.za/genericsoap";

    private static final String AUTH = "http://www.4cgroup.co.za/soapauth";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private SoapWriter() {}

    /** A part of a document. */
    private interface Part {
        void writeTo(XMLStreamWriter writer) throws XMLStreamException, JAXBException;
    }

    /** A request; without a token where {@code token} is null, for an empty one is not the same. */
    static String request(String eventId, @Nullable String token, DataItem items) {
        return document(writer -> {
            writer.writeStartElement("soapenv", "Envelope", SOAP);
            writer.writeNamespace("soapenv", SOAP);
            writer.writeNamespace("soap", AUTH);
            writer.writeNamespace("gen", GENERIC);
            writer.writeStartElement("soapenv", "Header", SOAP);
            if (token != null) {
                writeText(writer, "Token", token);
            }
            writeText(writer, "EventID", eventId);
            writer.writeEndElement();
            writer.writeStartElement("soapenv", "Body", SOAP);
            writer.writeStartElement("gen", "getGenericResult", GENERIC);
            EnvelopeClasses.write(items, "Request", writer);
            writer.writeEndElement();
            writer.writeEndElement();
            writer.writeEndElement();
        });
    }

    private static void writeText(XMLStreamWriter writer, String name, String text) throws XMLStreamException {
        writer.writeStartElement("soap", name, AUTH);
        writer.writeCharacters(text);
        writer.writeEndElement();
    }

    /** The reply to a callback: no envelope and no namespace. */
    static String reply(DataItem items) {
        return document(writer -> EnvelopeClasses.write(items, "response", writer));
    }

    private static String document(Part content) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter writer = FACTORY.createXMLStreamWriter(text);
            writer.writeStartDocument("UTF-8", "1.0");
            content.writeTo(writer);
            writer.writeEndDocument();
            writer.flush();
        } catch (XMLStreamException | JAXBException impossible) {
            throw new IllegalStateException("writing to memory failed", impossible);
        }
        return text.toString();
    }
}
