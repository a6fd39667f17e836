package io.github.mpesasdk.drc;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Messages in the shapes that are on record, with values of our own. */
final class ProofMessages {

    static final String SESSION = "00112233445566778899aabbccddeeff";
    static final String REFERENCE = "6d1f0a9c84e2475bb3c05e7718fa2d60";
    static final String INSIGHT = "4A3B2C1D0E9F88776655443322110000";

    private ProofMessages() {}

    /** An item with its children in the order of requests and answers. */
    static String item(String name, String value) {
        return "<dataItem><name>" + name + "</name><type>String</type><value>" + value + "</value></dataItem>";
    }

    /** An item with its children in the order of callbacks. */
    static String calledBack(String name, String value) {
        return "<dataItem><name>" + name + "</name><value>" + value + "</value><type>String</type></dataItem>";
    }

    static String processed() {
        return "<eventInfo><code>3</code><description>Processed</description><detail>Processed</detail>"
                + "<transactionID>5f0e1d2c3b4a59687786958473625140</transactionID></eventInfo>";
    }

    static String expired() {
        return "<eventInfo><code>4</code><description>Error</description><detail>Session Expired</detail></eventInfo>";
    }

    /** An answer; {@code items} are those of its response. */
    static String answer(String eventId, String eventInfo, String items) {
        return envelope(
                "<ns3:eventid xmlns:ns3=\"http://www.4cgroup.co.za/soapauth\">" + eventId + "\n</ns3:eventid>",
                result(eventInfo + "<request>" + item("Amount", "2500") + "</request><response>" + items
                        + "</response>"));
    }

    /** A result in its wrapper; {@code content} is what the result holds. */
    static String result(String content) {
        return "<ns2:getGenericResultResponse xmlns:ns2=\"http://www.4cgroup.co.za/genericsoap\"><SOAPAPIResult>"
                + content + "</SOAPAPIResult></ns2:getGenericResultResponse>";
    }

    static String envelope(String header, String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Header>" + header
                + "</S:Header><S:Body>" + body + "</S:Body></S:Envelope>";
    }

    static String loggedIn() {
        return answer("2500", processed(), item("SessionID", SESSION));
    }

    static String acceptedItems() {
        return item("InsightReference", INSIGHT) + item("ResponseCode", "0") + item("CustomerMSISDN", "243810000001");
    }

    static String c2bAccepted() {
        return answer("80049", processed(), acceptedItems());
    }

    static String b2cAccepted() {
        return answer(
                "12001",
                processed(),
                item("Insight_txid", "q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6") + item("ResponseCode", "0"));
    }

    static String sessionExpired() {
        return answer("80049", expired(), "");
    }

    static String fault() {
        return envelope(
                "",
                "<S:Fault><faultcode>S:Client</faultcode><faultstring>Cannot find dispatch method for {}x"
                        + "</faultstring></S:Fault>");
    }

    static String c2bCallback(String resultCode, String more) {
        return "<soapenv:Envelope xmlns:soapenv='http://schemas.xmlsoap.org/soap/envelope/'"
                + " xmlns:gen='http://www.4cgroup.co.za/genericsoap'><soapenv:Body><gen:getGenericResult><Request>"
                + items(
                        Stream.of("ResultType", "ResultCode", "ResultDesc", "OriginatorConversationID"),
                        Stream.of("0", resultCode, "Process service request successfully.", "8c7b6a5948372615"))
                + items(
                        Stream.of("ConversationID", "ThirdPartyReference", "Amount", "TransactionTime"),
                        Stream.of("AG_20260314_00a1b2c3d4e5f6a7b8c9", REFERENCE, "2500", "-1"))
                + items(Stream.of("InsightReference", "TransactionID"), Stream.of(INSIGHT, "9C00EXAMPL"))
                + more
                + "</Request></gen:getGenericResult></soapenv:Body></soapenv:Envelope>";
    }

    static String b2cCallback() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " xmlns:soap=\"http://www.4cgroup.co.za/soapauth\" xmlns:gen=\"http://www.4cgroup.co.za/genericsoap\">"
                + "<soapenv:Header><soap:EventID>1</soap:EventID></soapenv:Header>"
                + "<soapenv:Body><gen:getGenericResult><Request>"
                + items(
                        Stream.of("ResultType", "ResultCode", "ResultDesc", "OriginatorConversationId"),
                        Stream.of("0", "0", " Process service request successfully.", "3f2e1d0c-9b8a-4765"))
                + items(
                        Stream.of("ConversationId", "TransactionID", "Amount", "TransactionTime"),
                        Stream.of("7a6b5c4d-3e2f-4a1b", "X-BS00001", "5", "20260314T09:24:31"))
                + items(Stream.of("ThirdPartyReference", "InsightReference"), Stream.of(REFERENCE, INSIGHT))
                + "</Request></gen:getGenericResult></soapenv:Body></soapenv:Envelope>";
    }

    private static String items(Stream<String> names, Stream<String> values) {
        List<String> texts = values.toList();
        List<String> titles = names.toList();
        return Stream.iterate(0, index -> index + 1)
                .limit(titles.size())
                .map(index -> calledBack(titles.get(index), texts.get(index)))
                .collect(Collectors.joining());
    }

    /** Every shape on record. */
    static List<String> all() {
        return List.of(
                loggedIn(),
                c2bAccepted(),
                b2cAccepted(),
                sessionExpired(),
                fault(),
                c2bCallback("0", ""),
                c2bCallback("-3", ""),
                b2cCallback());
    }
}
