package io.github.mpesasdk.drc;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A second opinion by way of DOM: whether a message really says, once and nothing else, that a payment succeeded. */
final class FuzzJudge {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String GENERIC = "http://www.4cgroup.co.za/genericsoap";

    private FuzzJudge() {}

    /** Code 3, ResponseCode 0, and an id. */
    static boolean saysAccepted(String message) throws Exception {
        List<Element> results = results(message, "getGenericResultResponse", "SOAPAPIResult");
        if (results.size() != 1) {
            return false;
        }
        List<String> codes = children(results.get(0), "eventInfo")
                .flatMap(info -> children(info, "code"))
                .map(FuzzJudge::text)
                .toList();
        List<Element> lists = children(results.get(0), "response").toList();
        return codes.equals(List.of("3"))
                && lists.size() == 1
                && values(lists.get(0), "ResponseCode").equals(Set.of("0"))
                && Stream.of("InsightReference", "Insight_txid")
                        .map(id -> values(lists.get(0), id))
                        .anyMatch(ids -> ids.size() == 1 && !ids.contains(""));
    }

    /** ResultCode 0, once. Whose payment it is, the address says, so the reference need only be there. */
    static boolean saysPaid(String message) throws Exception {
        List<Element> results = results(message, "getGenericResult", "Request");
        return results.size() == 1
                && values(results.get(0), "ResultCode").equals(Set.of("0"))
                && !values(results.get(0), "ThirdPartyReference").isEmpty();
    }

    private static List<Element> results(String message, String wrapper, String name) throws Exception {
        Element envelope;
        try {
            envelope = parser().parse(new InputSource(
                            new StringReader(message.replaceFirst("^\uFEFF", "").strip())))
                    .getDocumentElement();
        } catch (SAXException noXml) {
            return List.of();
        }
        return is(envelope, SOAP, "Envelope")
                ? children(envelope, SOAP, "Body")
                        .flatMap(body -> children(body, GENERIC, wrapper))
                        .flatMap(inner -> children(inner, name))
                        .toList()
                : List.of();
    }

    private static DocumentBuilder parser() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new DefaultHandler());
        return builder;
    }

    private static Set<String> values(Element list, String name) {
        return Set.copyOf(children(list, "dataItem")
                .filter(item -> children(item, "name")
                        .map(FuzzJudge::text)
                        // Blanks inside a name, shown or not, are none of it.
                        .map(told -> told.replaceAll("[\\s\\p{Z}\\p{C}]", ""))
                        .anyMatch(name::equalsIgnoreCase))
                .flatMap(item -> children(item, "value"))
                .map(FuzzJudge::text)
                .toList());
    }

    private static Stream<Element> children(Element parent, String name) {
        return children(parent, "", name);
    }

    private static Stream<Element> children(Element parent, String namespace, String name) {
        List<Element> found = new ArrayList<>();
        IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(child -> is(child, namespace, name))
                .forEach(found::add);
        return found.stream();
    }

    private static boolean is(Node node, String namespace, String name) {
        String own = node.getNamespaceURI() == null ? "" : node.getNamespaceURI();
        return own.equals(namespace) && name.equals(node.getLocalName());
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }
}
