package io.github.mpesasdk.drc;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonParser;
import java.io.StringReader;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The schema is valid, and so are by it the messages on record and those that we write; and only those. */
class SchemaProofTest {

    private static final Schema SCHEMA = schema();

    // The schema has types only; the WSDL names the elements of these types.
    private static Schema schema() {
        String elements = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'"
                + " xmlns:tns='http://www.4cgroup.co.za/genericsoap'>"
                + "<xs:import namespace='http://www.4cgroup.co.za/genericsoap' schemaLocation='"
                + ProofHost.SPECS.resolve("ipg.xsd").toUri() + "'/>"
                + "<xs:element name='Request' type='tns:dataItem'/>"
                + "<xs:element name='SOAPAPIResult' type='tns:response'/>"
                + "</xs:schema>";
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(new StringReader(elements)));
        } catch (SAXException invalid) {
            throw new AssertionError("ipg.xsd is no schema", invalid);
        }
    }

    private static void validate(String message) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(message)));
        Node content = Stream.of("Request", "SOAPAPIResult")
                .map(name -> document.getElementsByTagNameNS("*", name))
                .filter(found -> found.getLength() == 1)
                .findFirst()
                .orElseThrow()
                .item(0);
        Source source = new DOMSource(content);
        SCHEMA.newValidator().validate(source);
    }

    static Stream<String> recorded() {
        return ProofMessages.all().stream().filter(message -> !message.contains("Fault"));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void messagesOnRecordAreValid(String message) {
        assertDoesNotThrow(() -> validate(message));
    }

    @Test
    void bothOrdersOfAnItemAreValid() {
        String callback = ProofMessages.c2bCallback("0", "");
        String reordered = callback.replaceAll("(<value>[^<]*</value>)(<type>[^<]*</type>)", "$2$1");

        assertDoesNotThrow(() -> validate(callback));
        assertDoesNotThrow(() -> validate(reordered));
    }

    @Test
    void whatWeWriteIsValid() {
        String request = SoapWriter.request(
                "12001",
                ProofMessages.SESSION,
                Items.of(
                        JsonParser.parseString("{\"Amount\":\"5\",\"TransactionDateTime\":\"20260314092408\"}")
                                .getAsJsonObject(),
                        Set.of("TransactionDateTime")));

        assertDoesNotThrow(() -> validate(request));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<name>x</name>", "<another/>", "<value>1</value>", "text"})
    void anythingMoreInAnItemIsNot(String more) {
        String wrong = ProofMessages.c2bCallback("0", "").replaceFirst("<dataItem>", "<dataItem>" + more);

        assertThrows(SAXException.class, () -> validate(wrong));
    }

    @Test
    void qualifiedChildrenAreNot() {
        String wrong = ProofMessages.c2bAccepted()
                .replace("<SOAPAPIResult>", "<SOAPAPIResult xmlns='http://www.4cgroup.co.za/genericsoap'>");

        assertThrows(SAXException.class, () -> validate(wrong));
    }
}
