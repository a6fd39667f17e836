package io.github.mpesasdk.sandbox.drc;

import com.google.gson.JsonObject;
import io.github.mpesasdk.sandbox.Delivery;
import io.github.mpesasdk.sandbox.Exchange;
import io.github.mpesasdk.sandbox.Fault;
import io.github.mpesasdk.sandbox.Journal;
import io.github.mpesasdk.sandbox.market.OpenApiSpec;
import io.github.mpesasdk.sandbox.market.OwnWordsCheck;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Holds the sandbox's own answers and callbacks against both specs. */
final class OwnXmlCheck {

    private static final Map<String, String> EVENTS =
            Map.of("login", "2500", "c2bPayment", "80049", "b2cPayment", "12001");
    private static final String PARTS = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:g="http://www.4cgroup.co.za/genericsoap">
              <xs:import namespace="http://www.4cgroup.co.za/genericsoap"/>
              <xs:element name="Request" type="g:dataItem"/>
              <xs:element name="SOAPAPIResult" type="g:response"/>
            </xs:schema>
            """;

    private final OwnWordsCheck words = new OwnWordsCheck("io/github/mpesasdk/specs/drc/messages.yaml");
    private final Schema schema;

    OwnXmlCheck() {
        try {
            String types = OpenApiSpec.read("io/github/mpesasdk/specs/drc/ipg.xsd");
            schema = SchemaFactory.newDefaultInstance().newSchema(new Source[] {
                new StreamSource(new StringReader(types)), new StreamSource(new StringReader(PARTS))
            });
        } catch (SAXException e) {
            throw new AssertionError(e);
        }
    }

    List<String> faults(Journal journal) {
        List<String> wrong = new ArrayList<>();
        for (Exchange exchange : journal.exchanges()) {
            boolean asUsual = exchange.faults().stream().allMatch(fault -> fault.moment() == Fault.Moment.CALLBACK);
            if (asUsual && exchange.operationId() != null && !exchange.answer().isEmpty()) {
                Message answer = Message.of(exchange.answer());
                wrong.addAll(shape(answer.only("SOAPAPIResult")));
                JsonObject json = json(answer.items("response"));
                JsonObject info = new JsonObject();
                for (String name : List.of("code", "description", "detail", "transactionID")) {
                    if (answer.has(name)) {
                        info.addProperty(name, answer.text(name));
                    }
                }
                json.add("eventInfo", info);
                String path = "/" + EVENTS.get(exchange.operationId());
                wrong.addAll(words.answer("POST", path, exchange.status(), json.toString()));
            }
        }
        for (Delivery delivery : journal.deliveries()) {
            Message callback = Message.of(delivery.body());
            wrong.addAll(shape(callback.only("Request")));
            wrong.addAll(words.callback(
                    delivery.operationId(), json(callback.items("Request")).toString()));
        }
        return wrong;
    }

    List<String> shape(Element part) {
        try {
            schema.newValidator().validate(new DOMSource(part));
            return List.of();
        } catch (SAXException e) {
            return List.of(String.valueOf(e.getMessage()));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonObject json(Map<String, String> items) {
        JsonObject json = new JsonObject();
        items.forEach(json::addProperty);
        return json;
    }
}
