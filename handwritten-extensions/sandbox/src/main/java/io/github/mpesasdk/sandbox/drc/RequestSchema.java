package io.github.mpesasdk.sandbox.drc;

import io.github.mpesasdk.sandbox.market.OpenApiSpec;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Holds the list of items against {@code ipg.xsd}. */
final class RequestSchema {

    /** The schema has types and no elements, because in rpc/literal those are the WSDL's. */
    private static final String PART = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tns="%1$s">
              <xs:import namespace="%1$s"/>
              <xs:element name="Request" type="tns:dataItem"/>
            </xs:schema>
            """.formatted(Xml.GENERIC);

    private RequestSchema() {}

    /** What the schema has against a list. */
    static Optional<String> complaint(Element list) {
        try {
            Validator validator = Loaded.SCHEMA.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.validate(new DOMSource(list));
            return Optional.empty();
        } catch (SAXException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new IllegalStateException("a tree in memory cannot be read", e);
        }
    }

    /** Read when the first request comes, so that nobody else waits for it. */
    private static final class Loaded {

        private static final Schema SCHEMA = load();

        private static Schema load() {
            String items = OpenApiSpec.read("io/github/mpesasdk/specs/drc/ipg.xsd");
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            try {
                return factory.newSchema(new Source[] {
                    new StreamSource(new StringReader(items)), new StreamSource(new StringReader(PART))
                });
            } catch (SAXException e) {
                throw new IllegalStateException("ipg.xsd is no schema", e);
            }
        }
    }
}
