package io.github.mpesasdk.sandbox.drc;

import io.github.mpesasdk.sandbox.market.Code;
import io.github.mpesasdk.sandbox.market.MarketAnswer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes answers with the prefixes on record or, if wanted, with others every second time. */
final class SoapAnswers {

    private static final String DECLARATION = "<?xml version='1.0' encoding='UTF-8'?>";
    private static final List<Prefixes> PREFIXES =
            List.of(new Prefixes("S", "ns2", "ns3"), new Prefixes("SOAP-ENV", "ns3", "ns2"));

    private static final String NAMESPACES = " xmlns:%2$s=\"" + Xml.GENERIC + "\" xmlns:%3$s=\"" + Xml.AUTH + "\"";
    /** The blanks behind the event id are on record. */
    private static final String ANSWER = DECLARATION
            + "<%1$s:Envelope xmlns:%1$s=\"" + Xml.SOAP + "\">"
            + "<%1$s:Header><%3$s:eventid" + NAMESPACES + ">%4$s  \n</%3$s:eventid></%1$s:Header>"
            + "<%1$s:Body><%2$s:getGenericResultResponse" + NAMESPACES + ">"
            + "<SOAPAPIResult><eventInfo>%5$s</eventInfo>%6$s%7$s</SOAPAPIResult>"
            + "</%2$s:getGenericResultResponse></%1$s:Body></%1$s:Envelope>";

    private final AtomicLong written = new AtomicLong();
    private final BooleanSupplier rotating;

    /** Answers whose prefixes change from one to the next while that is wanted. */
    SoapAnswers(BooleanSupplier rotating) {
        this.rotating = rotating;
    }

    /**
     * An answer that repeats the request, as the gateway does.
     *
     * @param event what became of the message: 3 and Processed, or 4 and the reason
     * @param transactionId the gateway's id of it, or null after an error
     */
    MarketAnswer answer(
            String eventId, Code event, @Nullable String transactionId, List<Item> request, List<Item> response) {
        Prefixes prefixes =
                PREFIXES.get(rotating.getAsBoolean() ? (int) (written.getAndIncrement() % PREFIXES.size()) : 0);
        String info = Xml.element("code", event.code())
                + Xml.element("description", transactionId == null ? "Error" : "Processed")
                + Xml.element("detail", event.words())
                + (transactionId == null ? "" : Xml.element("transactionID", transactionId));
        return xml(
                200,
                ANSWER.formatted(
                        prefixes.soap(),
                        prefixes.generic(),
                        prefixes.auth(),
                        Xml.escaped(eventId),
                        info,
                        list("request", request),
                        list("response", response)));
    }

    /** A fault, with a namespace that nothing in it needs, as on record. */
    static MarketAnswer fault(int status, String code, String words) {
        return xml(
                status,
                DECLARATION + "<S:Envelope xmlns:S=\"" + Xml.SOAP + "\"><S:Body>"
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
