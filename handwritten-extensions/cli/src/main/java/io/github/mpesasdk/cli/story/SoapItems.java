package io.github.mpesasdk.cli.story;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A request of the SDK to the DRC's gateway as JSON, so that the SDK's own record can show it and hide its secrets. */
final class SoapItems {

    private static final String NO_DOCUMENT_TYPES = "http://apache.org/xml/features/disallow-doctype-decl";

    private SoapItems() {}

    /** The items of an envelope, by name. */
    static String asJson(String envelope) {
        JsonObject fields = new JsonObject();
        NodeList items = items(envelope);
        for (int index = 0; index < items.getLength(); index++) {
            Element item = (Element) items.item(index);
            fields.addProperty(text(item, "name"), text(item, "value"));
        }
        return fields.toString();
    }

    private static NodeList items(String envelope) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(NO_DOCUMENT_TYPES, true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(envelope)))
                    .getElementsByTagName("dataItem");
        } catch (ParserConfigurationException | SAXException | IOException notXml) {
            throw new StoryBrokenException("A request carried something other than XML.");
        }
    }

    private static String text(Element item, String name) {
        return item.getElementsByTagName(name).item(0).getTextContent();
    }
}
