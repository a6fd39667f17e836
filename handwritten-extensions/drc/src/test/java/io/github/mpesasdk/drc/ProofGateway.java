package io.github.mpesasdk.drc;

import io.github.mpesasdk.drc.wsimport.DataItem;
import io.github.mpesasdk.drc.wsimport.EventInfo;
import io.github.mpesasdk.drc.wsimport.GenericSOAP;
import io.github.mpesasdk.drc.wsimport.Response;
import io.github.mpesasdk.drc.wsimport.SoapResult;
import jakarta.annotation.Resource;
import jakarta.jws.WebService;
import jakarta.xml.ws.Holder;
import jakarta.xml.ws.WebServiceContext;
import jakarta.xml.ws.handler.MessageContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The gateway as the interface generated from our WSDL has it: logs in, checks sessions, and takes payments. */
@WebService(
        endpointInterface = "io.github.mpesasdk.drc.wsimport.GenericSOAP",
        targetNamespace = "http://www.4cgroup.co.za/genericsoap",
        serviceName = "Gateway",
        portName = "GatewayPort")
public class ProofGateway implements GenericSOAP {

    static final String USER = "user-of-the-proof";
    static final String PASSWORD = "password-of-the-proof";

    private static final Map<String, List<String>> NAMES = Map.of(
            "2500",
            List.of("Username", "Password"),
            "80049",
            List.of(
                    "CustomerMSISDN",
                    "ServiceProviderCode",
                    "Currency",
                    "Amount",
                    "Date",
                    "ThirdPartyReference",
                    "CommandId",
                    "Language",
                    "CallBackChannel",
                    "CallBackDestination",
                    "Surname",
                    "Initials"),
            "12001",
            List.of(
                    "ServiceProviderName",
                    "CustomerMSISDN",
                    "Currency",
                    "Amount",
                    "TransactionDateTime",
                    "Shortcode",
                    "Language",
                    "ThirdPartyReference",
                    "CallBackChannel",
                    "CallBackDestination",
                    "CommandID"));

    /** A message as it arrived: items as name, type and value. */
    record Seen(String eventId, @Nullable String token, String soapAction, List<List<String>> items) {

        List<String> names() {
            return items.stream().map(item -> item.get(0)).toList();
        }
    }

    @Resource
    private @Nullable WebServiceContext context;

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Set<String> sessions = ConcurrentHashMap.newKeySet();

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    List<Seen> seen(String eventId) {
        return seen.stream().filter(one -> one.eventId().equals(eventId)).toList();
    }

    /** Ends every session. */
    void forgetSessions() {
        sessions.clear();
    }

    static List<List<String>> items(DataItem list) {
        return list.getDataItem().stream()
                .map(item -> List.of(item.getName(), item.getType(), item.getValue()))
                .toList();
    }

    @Override
    public Response getGenericResult(DataItem request, String eventID, String token, Holder<String> eventid) {
        Seen message = new Seen(eventID, token, soapAction(), items(request));
        seen.add(message);
        // As in the samples on record, with something behind it.
        eventid.value = eventID + "\n";
        if (!message.names().equals(NAMES.get(eventID))) {
            throw new IllegalArgumentException("not the items of " + eventID + ": " + message.names());
        }
        if (eventID.equals("2500")) {
            return answer(request, "3", "Processed", List.of(item("SessionID", session(message))));
        }
        if (token == null || !sessions.contains(token)) {
            return answer(request, "4", "Session Expired", List.of());
        }
        String id = eventID.equals("80049") ? "InsightReference" : "Insight_txid";
        return answer(
                request,
                "3",
                "Processed",
                List.of(item(id, "4A3B2C1D0E9F88776655443322110000"), item("ResponseCode", "0")));
    }

    private String session(Seen login) {
        boolean isKnown = login.token() == null
                && login.items().get(0).get(2).equals(USER)
                && login.items().get(1).get(2).equals(PASSWORD);
        if (!isKnown) {
            return "Invalid Credentials";
        }
        String session = "0011223344556677889900112233%04d".formatted(seen.size());
        sessions.add(session);
        return session;
    }

    private String soapAction() {
        if (context == null) {
            return "no context";
        }
        Object headers = context.getMessageContext().get(MessageContext.HTTP_REQUEST_HEADERS);
        return headers instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .filter(header -> "SOAPAction".equalsIgnoreCase(String.valueOf(header.getKey())))
                        .map(header -> String.valueOf(header.getValue()))
                        .findFirst()
                        .orElse("none")
                : "no headers";
    }

    private static Response answer(DataItem request, String code, String detail, List<SoapResult> items) {
        EventInfo info = new EventInfo();
        info.setCode(code);
        info.setDescription(code.equals("3") ? "Processed" : "Error");
        info.setDetail(detail);
        DataItem list = new DataItem();
        list.getDataItem().addAll(new ArrayList<>(items));
        Response answer = new Response();
        answer.setEventInfo(info);
        answer.setRequest(request);
        answer.setResponse(list);
        return answer;
    }

    static SoapResult item(String name, String value) {
        SoapResult item = new SoapResult();
        item.setName(name);
        item.setType("String");
        item.setValue(value);
        return item;
    }
}
