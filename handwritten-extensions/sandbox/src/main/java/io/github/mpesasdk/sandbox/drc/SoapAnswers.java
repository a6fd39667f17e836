package io.github.mpesasdk.sandbox.drc;

import io.github.mpesasdk.sandbox.market.MarketAnswer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Writes answers. Prefixes change from one to the next, as they did on record, so that nobody relies on them. */
final class SoapAnswers {

    private static final String DECLARATION = "<?xml version='1.0' encoding='UTF-8'?>";
    private static final List<Prefixes> PREFIXES =
            List.of(new Prefixes("S", "ns2", "ns3"), new Prefixes("SOAP-ENV", "ns3", "ns2"));

    private final AtomicLong written = new AtomicLong();

    /** An answer that repeats the request, as the gateway does. The blanks behind the event id are on record. */
    MarketAnswer answer(String eventId, EventInfo info, List<Item> request, List<Item> response) {
        Prefixes prefixes = PREFIXES.get((int) (written.getAndIncrement() % PREFIXES.size()));
        String soap = prefixes.soap();
        String header = prefixes.auth() + ":eventid";
        String call = prefixes.generic() + ":getGenericResultResponse";
        String namespaces = " xmlns:" + prefixes.generic() + "=\"" + Namespaces.GENERIC + "\" xmlns:" + prefixes.auth()
                + "=\"" + Namespaces.AUTH + "\">";
        return xml(
                200,
                DECLARATION + "<" + soap + ":Envelope xmlns:" + soap + "=\"" + Namespaces.SOAP + "\">"
                        + "<" + soap + ":Header><" + header + namespaces + eventId + "  \n</" + header + "></" + soap
                        + ":Header>"
                        + "<" + soap + ":Body><" + call + namespaces
                        + "<SOAPAPIResult>" + info.xml() + list("request", request) + list("response", response)
                        + "</SOAPAPIResult>"
                        + "</" + call + "></" + soap + ":Body></" + soap + ":Envelope>");
    }

    /** A fault, with a namespace that nothing in it needs, as on record. */
    static MarketAnswer fault(int status, String code, String words) {
        return xml(
                status,
                DECLARATION + "<S:Envelope xmlns:S=\"" + Namespaces.SOAP + "\"><S:Body>"
                        + "<S:Fault xmlns:ns4=\"http://www.w3.org/2003/05/soap-envelope\">"
                        + Xml.element("faultcode", "S:" + code) + Xml.element("faultstring", words)
                        + "</S:Fault></S:Body></S:Envelope>");
    }

    static MarketAnswer xml(int status, String body) {
        return new MarketAnswer(status, Map.of("Content-Type", "text/xml;charset=utf-8"), body);
    }

    private static String list(String name, List<Item> items) {
        return "<" + name + ">" + items.stream().map(Item::nameTypeValue).collect(Collectors.joining()) + "</" + name
                + ">";
    }

    private record Prefixes(String soap, String generic, String auth) {}
}
