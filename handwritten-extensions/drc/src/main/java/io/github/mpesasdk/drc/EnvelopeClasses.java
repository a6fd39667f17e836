package io.github.mpesasdk.drc;

import io.github.mpesasdk.drcapi.soap.DataItem;
import io.github.mpesasdk.drcapi.soap.Response;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** Between the classes that the WSDL gave and XML. Thread-safe. */
final class EnvelopeClasses {

    private static final JAXBContext CONTEXT = context();

    private EnvelopeClasses() {}

    /** Reads the element at which the reader stands, and leaves it behind the end of that element. */
    static <T> T read(XMLStreamReader reader, Class<T> type) throws JAXBException {
        return CONTEXT.createUnmarshaller()
                .unmarshal(new UnambiguousReader(reader), type)
                .getValue();
    }

    /** Writes a list of items as one element without a namespace. */
    static void write(DataItem items, String element, XMLStreamWriter writer) throws JAXBException {
        Marshaller marshaller = CONTEXT.createMarshaller();
        marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
        marshaller.marshal(new JAXBElement<>(new QName(element), DataItem.class, items), writer);
    }

    // Answers are read on threads of the transport, where a container may have set any class loader or none.
    private static JAXBContext context() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(EnvelopeClasses.class.getClassLoader());
        try {
            return JAXBContext.newInstance(Response.class, DataItem.class);
        } catch (JAXBException missing) {
            throw new IllegalStateException("JAXB is not on the class path: mpesa-drc needs jaxb-runtime", missing);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
