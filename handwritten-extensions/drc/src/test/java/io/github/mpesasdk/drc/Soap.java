package io.github.mpesasdk.drc;

import io.github.mpesasdk.core.testing.SeenRequest;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Messages of the gateway in the recorded forms, with values of the tests; and what the client sent, read by DOM. */
final class Soap {

    static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String AUTH = "http://www.4cgroup.co.za/soapauth";
    static final String GENERIC = "http://www.4cgroup.co.za/genericsoap";

    /** One item as it was sent. */
    record Item(String name, String type, String value) {}

    private Soap() {}

    /** An answer with these items, each {@code name=value}; the event id is padded, as the gateway does. */
    static String answer(String eventId, String eventInfo, String... items) {
        return "<?xml version='1.0' encoding='UTF-8'?><S:Envelope xmlns:S=\"" + ENVELOPE + "\"><S:Header>"
                + "<ns3:eventid xmlns:ns3=\"" + AUTH + "\">" + eventId + "  \n</ns3:eventid></S:Header><S:Body>"
                + "<ns2:getGenericResultResponse xmlns:ns2=\"" + GENERIC + "\"><SOAPAPIResult>" + eventInfo
                + "<request><dataItem><name>ResponseCode</name><type>String</type><value>echo</value></dataItem>"
                + "</request><response>" + list(items) + "</response></SOAPAPIResult>"
                + "</ns2:getGenericResultResponse></S:Body></S:Envelope>";
    }

    static String eventInfo(String code, String description, String detail) {
        return "<eventInfo><code>" + code + "</code><description>" + description + "</description><detail>" + detail
                + "</detail><transactionID>5f0e1d2c3b4a59687786958473625140</transactionID></eventInfo>";
    }

    static String processed(String eventId, String... items) {
        return answer(eventId, eventInfo("3", "Processed", "Processed"), items);
    }

    static String error(String detail) {
        return answer("80049", eventInfo("4", "Error", detail));
    }

    static String session(String id) {
        return processed("2500", "SessionID=" + id);
    }

    static String acceptedC2b() {
        return processed(
                "80049",
                "InsightReference=4A3B2C1D0E9F88776655443322110000",
                "ResponseCode=0",
                "CustomerMSISDN=" + TestGateway.MSISDN);
    }

    static String acceptedB2c() {
        return processed("12001", "Insight_txid=q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6", "ResponseCode=0");
    }

    static String fault(String code, String words) {
        return "<?xml version='1.0' encoding='UTF-8'?><S:Envelope xmlns:S=\"" + ENVELOPE + "\"><S:Body><S:Fault "
                + "xmlns:ns4=\"http://www.w3.org/2003/05/soap-envelope\"><faultcode>S:" + code
                + "</faultcode><faultstring>" + words + "</faultstring></S:Fault></S:Body></S:Envelope>";
    }

    /** A callback of C2B: no declaration, single quotes, no header. */
    static String c2bCallback(String reference, String type, String code, String receipt) {
        return "<soapenv:Envelope xmlns:soapenv='" + ENVELOPE + "' xmlns:soap='" + AUTH + "' xmlns:gen='" + GENERIC
                + "'>\n  <soapenv:Body><gen:getGenericResult><Request>"
                + callbackItems(
                        "ResultType=" + type,
                        "ResultCode=" + code,
                        "ResultDesc="
                                + (code.equals("-3")
                                        ? "Failed response initiating payment ."
                                        : "Process service request successfully."),
                        "OriginatorConversationID=8c7b6a5948372615fedcba9876543210",
                        "ConversationID=AG_20260314_00a1b2c3d4e5f6a7b8c9",
                        "ThirdPartyReference=" + reference,
                        "Amount=2500",
                        "TransactionTime=-1",
                        "InsightReference=4A3B2C1D0E9F88776655443322110000",
                        "TransactionID=" + receipt)
                + "</Request></gen:getGenericResult></soapenv:Body></soapenv:Envelope>";
    }

    /** A callback of B2C: declaration, and a header with the event 1. */
    static String b2cCallback(String reference, String type, String code, String receipt) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<soapenv:Envelope xmlns:soapenv=\"" + ENVELOPE
                + "\" xmlns:soap=\"" + AUTH + "\" xmlns:gen=\"" + GENERIC + "\"><soapenv:Header><soap:EventID>1"
                + "</soap:EventID></soapenv:Header><soapenv:Body><gen:getGenericResult><Request>"
                + callbackItems(
                        "ResultType=" + type,
                        "ResultCode=" + code,
                        "ResultDesc= Process service request successfully.",
                        "OriginatorConversationId=3f2e1d0c-9b8a-4765-8432-10fedcba9876",
                        "ConversationId=7a6b5c4d-3e2f-4a1b-8c9d-0e1f2a3b4c5d",
                        "TransactionID=" + receipt,
                        "Amount=5",
                        "TransactionTime=20260314T09:24:31",
                        "ThirdPartyReference=" + reference,
                        "InsightReference=q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6")
                + "</Request></gen:getGenericResult></soapenv:Body></soapenv:Envelope>";
    }

    private static String list(String... items) {
        return Stream.of(items)
                .map(item -> item.split("=", 2))
                .map(item -> "<dataItem><name>" + item[0] + "</name><type>String</type><value>" + item[1]
                        + "</value></dataItem>")
                .collect(Collectors.joining());
    }

    private static String callbackItems(String... items) {
        return Stream.of(items)
                .map(item -> item.split("=", 2))
                .map(item -> "\n<dataItem><name>" + item[0] + "</name><value>" + item[1]
                        + "</value><type>String</type></dataItem>")
                .collect(Collectors.joining());
    }

    static Document parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new AssertionError("what was sent is no XML", broken);
        }
    }

    /** The headers of the envelope, by name, in their order. */
    static Map<String, String> headers(SeenRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        Element header = (Element)
                parse(request.body()).getElementsByTagNameNS(ENVELOPE, "Header").item(0);
        for (Element child : children(header)) {
            headers.put("{" + child.getNamespaceURI() + "}" + child.getLocalName(), child.getTextContent());
        }
        return headers;
    }

    static String event(SeenRequest request) {
        return headers(request).getOrDefault("{" + AUTH + "}EventID", "");
    }

    static String token(SeenRequest request) {
        return headers(request).getOrDefault("{" + AUTH + "}Token", "");
    }

    /** The items of a request, in their order. */
    static List<Item> items(SeenRequest request) {
        return items(
                (Element) parse(request.body()).getElementsByTagName("Request").item(0));
    }

    static List<Item> items(Element list) {
        return children(list).stream()
                .map(item -> {
                    List<Element> parts = children(item);
                    return new Item(
                            parts.get(0).getTextContent(),
                            parts.get(1).getTextContent(),
                            parts.get(2).getTextContent());
                })
                .toList();
    }

    static String item(SeenRequest request, String name) {
        return items(request).stream()
                .filter(item -> item.name().equals(name))
                .map(Item::value)
                .collect(Collectors.joining());
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
